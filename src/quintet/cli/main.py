"""
Every command as it is typed: its options, and the module that carries it out.

Nothing heavy is imported before a command is chosen, so `quintet --help` is quick.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from quintet.cli.saying import Wrong, complain

cli = typer.Typer(
    name="quintet",
    help="One self-hosted server that speaks the generation APIs of five vendors.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
keys = typer.Typer(no_args_is_help=True, help="API keys: one key serves every dialect.")
credits = typer.Typer(no_args_is_help=True, help="Credits of an account.")
cli.add_typer(keys, name="keys")
cli.add_typer(credits, name="credits")

Data = Annotated[Path | None, typer.Option(help="Folder of everything that is kept.")]
Database = Annotated[str | None, typer.Option(help="Path of the SQLite database.")]
Storage = Annotated[str | None, typer.Option(help="Folder of the files.")]
Queue = Annotated[str | None, typer.Option(help="table: this version has no other.")]
Workers = Annotated[int | None, typer.Option(help="Render processes; default: cores, at most 4.")]


def where(data: Path | None, database: str | None, storage: str | None) -> dict[str, Any]:
    return {"data": data, "database": database, "storage": storage}


@cli.command()
def demo(
    out: Annotated[Path, typer.Option(help="Where the files go.")] = Path("quintet-demo"),
) -> None:
    """See the whole product in a minute, over real HTTP; no server is left running."""
    from quintet.cli.demo import run_demo

    run_demo(out)


@cli.command()
def serve(
    data: Data = None,
    database: Database = None,
    storage: Storage = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    public_url: Annotated[str | None, typer.Option(help="Base of the links in answers.")] = None,
    queue: Queue = None,
    workers: Workers = None,
    no_worker: Annotated[bool, typer.Option("--no-worker", help="Only accept jobs.")] = False,
    trusted_proxy: Annotated[
        list[str] | None, typer.Option(help="Network whose forwarded headers count.")
    ] = None,
    secret_file: Annotated[Path | None, typer.Option(help="File with the signing secret.")] = None,
    prices: Annotated[Path | None, typer.Option(help="Price list laid over ours.")] = None,
) -> None:
    """Answer the APIs, and make what is asked for."""
    from quintet.cli.serve import run_server

    run_server(
        {
            **where(data, database, storage),
            "host": host,
            "port": port,
            "public_url": public_url,
            "queue": queue,
            "workers": 0 if no_worker else workers,
            "trusted_proxy": tuple(trusted_proxy) if trusted_proxy else None,
            "secret_file": secret_file,
            "prices": prices,
        }
    )


@cli.command()
def work(
    data: Data = None,
    database: Database = None,
    storage: Storage = None,
    queue: Queue = None,
    workers: Workers = None,
) -> None:
    """Make what was asked for elsewhere: a worker process alone."""
    from quintet.cli.serve import run_worker

    run_worker({**where(data, database, storage), "queue": queue, "workers": workers})


@cli.command()
def make(
    file: Annotated[Path, typer.Argument(help="A .md or .txt file.")],
    formats: Annotated[str, typer.Option("--format", help="Of pptx, pdf, png, html.")] = (
        "pptx,pdf,png,html"
    ),
    out: Annotated[Path, typer.Option(help="Where the files go.")] = Path(),
    theme: Annotated[str, typer.Option(help="Name of a theme.")] = "chalk",
    size: Annotated[str, typer.Option(help="Size of a card, such as 16x9 or a4.")] = "16x9",
    cards: Annotated[int | None, typer.Option(help="Exactly so many cards.", min=1)] = None,
    mode: Annotated[str, typer.Option(help="preserve, condense or generate.")] = "preserve",
) -> None:
    """Make a deck of a text file, without a server."""
    from quintet.cli.make import Wanted, run_make

    run_make(Wanted(file, formats, out, theme, size, cards, mode))


@keys.command("create")
def keys_create(
    account: Annotated[str, typer.Option(help="Name of the account; made if new.")],
    credits: Annotated[
        float | None, typer.Option(help="Credits to grant; a new account gets 1,000,000.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    data: Data = None,
    database: Database = None,
    storage: Storage = None,
) -> None:
    """Make a key. It is shown this once."""
    from quintet.cli.accounts import create_key

    create_key(where(data, database, storage), account, credits, as_json=as_json)


@keys.command("list")
def keys_list(
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    data: Data = None,
    database: Database = None,
    storage: Storage = None,
) -> None:
    """Show every key by its last four characters."""
    from quintet.cli.accounts import list_keys

    list_keys(where(data, database, storage), as_json=as_json)


@keys.command("revoke")
def keys_revoke(
    api_id: Annotated[str, typer.Argument(help="The key's api_id, as `keys list` shows it.")],
    data: Data = None,
    database: Database = None,
    storage: Storage = None,
) -> None:
    """End a key. Running servers refuse it within two seconds."""
    from quintet.cli.accounts import revoke_key

    revoke_key(where(data, database, storage), api_id)


@credits.command("grant")
def credits_grant(
    account: Annotated[str, typer.Argument(help="Name of the account.")],
    amount: Annotated[float, typer.Argument(help="Credits to add.", min=0)],
    data: Data = None,
    database: Database = None,
    storage: Storage = None,
) -> None:
    """Add credits to an account."""
    from quintet.cli.accounts import grant_credits

    grant_credits(where(data, database, storage), account, amount)


@credits.command("show")
def credits_show(
    account: Annotated[str, typer.Argument(help="Name of the account.")],
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    data: Data = None,
    database: Database = None,
    storage: Storage = None,
) -> None:
    """Show what an account was granted, has left, holds and has spent."""
    from quintet.cli.accounts import show_credits

    show_credits(where(data, database, storage), account, as_json=as_json)


@cli.command()
def migrate(data: Data = None, database: Database = None, storage: Storage = None) -> None:
    """Bring the database to this version's schema."""
    from quintet.cli.upkeep import run_migrate

    run_migrate(where(data, database, storage))


@cli.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    data: Data = None,
    database: Database = None,
    storage: Storage = None,
) -> None:
    """Look for what is wrong: books that do not balance, files that are missing."""
    from quintet.cli.upkeep import run_doctor

    run_doctor(where(data, database, storage), as_json=as_json)


def main() -> None:
    """Run the command. A mistake of the person who typed it is one line and exit code 2."""
    try:
        cli(standalone_mode=True)
    except Wrong as wrong:
        complain(str(wrong))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)

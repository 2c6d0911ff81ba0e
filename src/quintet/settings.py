"""Every setting, typed. A flag beats `QUINTET_<NAME>`, which beats `quintet.toml`."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

FILE = Path("quintet.toml")
PREFIX = "QUINTET_"
# Read by others under the same prefix, and no settings of the server.
NOT_SETTINGS = frozenset({"secret", "config", "require", "require_postgres", "test_postgres"})
LISTS = frozenset({"trusted_proxy", "egress_allow"})


class BadSettings(Exception):
    """A setting that cannot be used, in a sentence for the person who wrote it."""


class Settings(BaseModel):
    """
    What `app.opened` is given. Paths are relative to where the server starts.

    `database` "" is SQLite in `data`; `storage` "" is the folder `files` in `data`. `workers` is
    the number of render processes, 0 leaves the work to others. `hosts` maps a vendor's Host
    header to a dialect. `egress_allow` opens named networks ("10.0.0.0/8:443") to the
    addresses that callers give. `retention_days` of 0 keeps finished files for ever.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Path = Path("quintet-data")
    database: str = ""
    storage: str = ""
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    public_url: str = ""
    workers: int = Field(default_factory=lambda: min(4, os.cpu_count() or 1), ge=0, le=64)
    queue: Literal["", "table", "pgqueuer"] = ""
    trusted_proxy: tuple[str, ...] = ()
    secret_file: Path | None = None
    prices: Path | None = None
    egress_allow: tuple[str, ...] = ()
    retention_days: int = Field(0, ge=0)
    burst_limit: int = Field(10_000, ge=1)
    hour_limit: int = Field(40_000, ge=1)
    day_limit: int = Field(200_000, ge=1)
    log: Literal["text", "json", "none"] = "text"
    hosts: dict[str, str] = {}

    @field_validator("public_url")
    @classmethod
    def _no_slash_at_the_end(cls, address: str) -> str:
        if address and not address.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return address.rstrip("/")

    @field_validator("queue")
    @classmethod
    def _is_there(cls, queue: str) -> str:
        if queue == "pgqueuer":
            raise ValueError("needs PostgreSQL, and this version keeps its rows in SQLite only")
        return queue

    @field_validator("trusted_proxy")
    @classmethod
    def _are_networks(cls, networks: tuple[str, ...]) -> tuple[str, ...]:
        for each in networks:
            ip_network(each, strict=False)
        return networks

    @field_validator("egress_allow")
    @classmethod
    def _are_openings(cls, openings: tuple[str, ...]) -> tuple[str, ...]:
        # Imported at first use: commands that fetch nothing begin without it.
        from quintet.egress import Opening

        for each in openings:
            Opening.read(each)
        return openings

    @property
    def database_address(self) -> str:
        return self.database or str(self.data / "quintet.db")

    @property
    def files(self) -> Path:
        return self.data / "files"


def read_settings(
    flags: Mapping[str, Any],
    environment: Mapping[str, str] = os.environ,
    file: Path | None = None,
) -> Settings:
    """
    Put the three sources together. A flag of None was not given. Raises BadSettings for an
    unknown name, a wrong value, or a file that is no TOML.
    """
    config = environment.get("QUINTET_CONFIG")
    named = file or (Path(config) if config else None)
    given = {name: value for name, value in flags.items() if value is not None}
    merged = {**_from_file(named), **_from_environment(environment), **given}
    try:
        return Settings(**merged)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ").rstrip(".")
        raise BadSettings(f"Setting {name}: {said}.") from None


def _from_file(named: Path | None) -> dict[str, Any]:
    path = named or FILE
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if named:
            raise BadSettings(f"There is no file {named}.") from None
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path} is not TOML: {error}.") from None
    except OSError as error:
        raise BadSettings(f"{path} cannot be read: {error.strerror}.") from None


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for variable, value in environment.items():
        name = variable.removeprefix(PREFIX).lower()
        if variable.startswith(PREFIX) and name not in NOT_SETTINGS:
            found[name] = tuple(value.split(",")) if name in LISTS else value
    return found

"""
Every table, once: the source of the migrations. Imported only when a migration is due.

Times are UTC milliseconds, money is micro-credits (a millionth of a credit). A table belongs to
the part named above it, and only that part reads or writes it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData()


def _text(name: str, *, null: bool = False, default: str | None = None) -> Column[str]:
    told = None if default is None else text(f"'{default}'")
    return Column(name, Text, nullable=null, server_default=told)


def _number(name: str, *, null: bool = False, default: int | None = None) -> Column[int]:
    told = None if default is None else text(str(default))
    return Column(name, BigInteger, nullable=null, server_default=told)


# database ------------------------------------------------------------------------------------

SETTING = Table(
    "setting",
    METADATA,
    Column("name", Text, primary_key=True),
    _text("value"),
)

# accounts ------------------------------------------------------------------------------------

ACCOUNT = Table(
    "account",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    _text("email"),
    _text("plan", default="ultra"),
    Column("room", Integer, nullable=False, server_default=text("8")),
    _number("granted", default=0),
    _number("available", default=0),
    _number("held", default=0),
    _number("spent", default=0),
    _number("created_at"),
    CheckConstraint("available >= 0 and held >= 0 and spent >= 0"),
    CheckConstraint("granted = available + held + spent"),
)
API_KEY = Table(
    "api_key",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("account", Text, ForeignKey("account.id"), nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    _text("prefix"),
    _text("last_four"),
    _number("created_at"),
    _number("expires_at", null=True),
    _number("revoked_at", null=True),
    _number("last_used_at", null=True),
)
LEDGER = Table(
    "ledger",
    METADATA,
    Column("job", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    _text("account"),
    _number("amount"),
    _number("at"),
    CheckConstraint("kind in ('grant', 'reserve', 'settle', 'give_back')"),
    Index("ledger_of_account", "account", "at"),
)
RATE = Table(
    "rate",
    METADATA,
    Column("account", Text, primary_key=True),
    # GCRA's theoretical arrival times, in microseconds, one for each window.
    _number("burst", default=0),
    _number("hour", default=0),
    _number("day", default=0),
)

# jobs ----------------------------------------------------------------------------------------

REPEAT = Table(
    "repeat",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("dialect", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    _text("fingerprint"),
    _text("job"),
    _number("created_at"),
    Index("repeat_by_age", "created_at"),
)
JOB = Table(
    "job",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("account"),
    _text("dialect"),
    _text("public_id"),
    _text("kind"),
    _number("price"),
    Column("priority", Integer, nullable=False),
    _text("state", default="queued"),
    Column("attempt", Integer, nullable=False, server_default=text("0")),
    Column("setbacks", Integer, nullable=False, server_default=text("0")),
    Column("ticket", Integer),
    _text("worker", null=True),
    _number("lease_until", null=True),
    _number("created_at"),
    _number("run_at"),
    _number("deadline"),
    _number("ended_at", null=True),
    _number("spent", default=0),
    _text("result", null=True),
    _text("failure_code", null=True),
    _text("failure_message", null=True),
    # JSON: [done, total, "step"].
    _text("progress", null=True),
    # JSON lists of sentences: known at submit, known later.
    _text("warnings", default="[]"),
    _text("notes", default="[]"),
    # The caller's own end user, and the base address of the server that took the job.
    _text("end_user", default=""),
    _text("base", default=""),
    UniqueConstraint("dialect", "public_id"),
    Index("job_of_account", "account", "created_at", "id"),
)
Index(
    "job_waiting",
    JOB.c.account,
    JOB.c.priority.desc(),
    JOB.c.created_at,
    JOB.c.id,
    sqlite_where=text("state = 'queued' and ticket is null"),
    postgresql_where=text("state = 'queued' and ticket is null"),
)
Index(
    "job_inside",
    JOB.c.account,
    sqlite_where=text("ticket is not null"),
    postgresql_where=text("ticket is not null"),
)
Index(
    "job_next",
    JOB.c.priority.desc(),
    JOB.c.run_at,
    JOB.c.id,
    sqlite_where=text("state = 'queued' and ticket is not null"),
    postgresql_where=text("state = 'queued' and ticket is not null"),
)
Index(
    "job_running",
    JOB.c.worker,
    sqlite_where=text("state = 'running'"),
    postgresql_where=text("state = 'running'"),
)
Index(
    "job_deadline",
    JOB.c.deadline,
    sqlite_where=text("state in ('queued', 'running')"),
    postgresql_where=text("state in ('queued', 'running')"),
)
# Apart from its job: a brief may be long, and a job's row is written anew at every beat.
BRIEF = Table(
    "brief",
    METADATA,
    Column("job", Text, primary_key=True),
    _text("brief"),
)
STEP = Table(
    "step",
    METADATA,
    Column("job", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("attempt", Integer, nullable=False),
    _text("result"),
)
ARTIFACT = Table(
    "artifact",
    METADATA,
    Column("job", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    _text("key"),
    _text("media_type"),
    _text("file_name"),
    _number("size"),
    _number("created_at"),
    Index("artifact_by_key", "key"),
)

# library -------------------------------------------------------------------------------------

FOLDER = Table(
    "folder",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("account"),
    _text("name"),
    _number("created_at"),
    UniqueConstraint("account", "name"),
)
DECK = Table(
    "deck",
    METADATA,
    Column("file_id", Text, primary_key=True),
    Column("doc_id", Text, nullable=False, unique=True),
    _text("account"),
    Column("job", Text, nullable=False, unique=True),
    _text("title"),
    _text("theme"),
    _text("format"),
    Column("cards", Integer, nullable=False),
    Column("version", Integer, nullable=False, server_default=text("1")),
    _number("created_at"),
    _number("updated_at"),
    _number("archived_at", null=True),
    Index("deck_of_account", "account", "updated_at"),
)
DECK_FOLDER = Table(
    "deck_folder",
    METADATA,
    Column("deck", Text, primary_key=True),
    Column("folder", Text, primary_key=True),
)

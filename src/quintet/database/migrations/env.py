"""Alembic's entry: runs the revisions on the connection it is handed."""

from __future__ import annotations

from alembic import context

from quintet.database.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite knows few kinds of `alter table`; Alembic copies the table instead.
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()

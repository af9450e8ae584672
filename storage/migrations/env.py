"""Alembic's entrance: runs the migrations in the transaction that storage.migrating began."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables
from storage.migration_types import render_type

assert storage.tables.__all__  # noqa: S101 - importing it registers every table
connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_type,
    compare_type=True,
)
context.run_migrations()

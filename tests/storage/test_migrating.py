from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from storage.migrating import migrate, migration_connection


def test_the_migrations_make_the_tables_that_the_code_knows(url: str) -> None:

    with migration_connection(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == [], "run: python -m storage.new_migration NAME"

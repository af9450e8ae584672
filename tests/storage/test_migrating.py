import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from textwrap import dedent, indent

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from storage.backup import back_up
from storage.migrating import SCRIPTS, MigrationError, migrate, migration_connection, newest_revision
from storage.store import Store, open_store
from storage.tables.people import MemberRow, MembershipRow, TeamRow


def test_the_migrations_make_the_tables_that_the_code_knows(url: str) -> None:
    with migration_connection(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == [], "run: python -m storage.new_migration NAME"


def test_a_new_database_needs_no_backup_and_an_up_to_date_one_no_migration(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/rapport.db"

    assert (migrate(url).before, migrate(url).before) == (None, newest_revision())
    assert not (tmp_path / "new" / "backups").exists()


def test_a_migration_makes_a_backup_and_keeps_the_children(sqlite_url: str, tmp_path: Path, next_version: Path) -> None:
    fill(sqlite_url)

    migrated = migrate(sqlite_url, next_version)

    assert (migrated.before, migrated.after) == (newest_revision(), "9999")
    assert rows(tmp_path / "rapport.db") == [("Anna", "East", "rep")]
    assert columns(tmp_path / "rapport.db") >= {"colour", "zone"}
    assert migrated.backup is not None
    assert rows(migrated.backup) == [("Anna", "East", "rep")]
    assert "colour" not in columns(migrated.backup)


def test_a_migration_that_breaks_a_reference_changes_nothing(
    sqlite_url: str, tmp_path: Path, careless_version: Path
) -> None:
    fill(sqlite_url)

    with pytest.raises(MigrationError, match="point to nothing"):
        migrate(sqlite_url, careless_version)

    assert rows(tmp_path / "rapport.db") == [("Anna", "East", "rep")]
    assert migrate(sqlite_url).before == newest_revision()


def test_a_database_of_a_newer_version_is_refused(sqlite_url: str, next_version: Path) -> None:
    migrate(sqlite_url, next_version)

    with pytest.raises(MigrationError, match="9999"):
        migrate(sqlite_url)


def test_a_backup_is_whole_while_the_store_is_in_use(store: Store, sqlite_url: str, tmp_path: Path) -> None:
    with store.transaction() as session:
        session.add(TeamRow(name="East"))

    copy = back_up(sqlite_url, tmp_path / "backups" / "today.db")

    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM team").fetchall() == [("East",)]
    assert list(copy.parent.iterdir()) == [copy]


@pytest.fixture
def next_version(tmp_path: Path) -> Path:
    """The scripts of a version that gives teams a colour, for which SQLite has to make the table anew."""
    return version(
        tmp_path,
        """
        with op.batch_alter_table("team", recreate="always") as team:
            team.add_column(sa.Column("colour", sa.String(), nullable=True))
        """,
    )


@pytest.fixture
def careless_version(tmp_path: Path) -> Path:
    """The scripts of a version that forgets the memberships of the teams it deletes."""
    return version(tmp_path, 'op.execute("DELETE FROM team")')


def version(tmp_path: Path, upgrade: str) -> Path:
    scripts = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, scripts)
    body = indent(dedent(upgrade).strip(), "    ")
    (scripts / "versions" / "9999_next.py").write_text(
        f"import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '9999'\n"
        f"down_revision = '{newest_revision()}'\n\n\ndef upgrade():\n{body}\n"
    )
    return scripts


def fill(url: str) -> None:
    store = open_store(url)
    with store.transaction() as session:
        session.add(TeamRow(id=1, name="East"))
        session.add(MemberRow(id=1, name="Anna", language="en", zone="UTC"))
        session.flush()
        session.add(MembershipRow(member_id=1, team_id=1, role="rep"))
    store.close()


def rows(database: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(
            "SELECT member.name, team.name, role FROM membership "
            "JOIN member ON member_id = member.id JOIN team ON team_id = team.id"
        ).fetchall()


def columns(database: Path) -> set[str]:
    with closing(sqlite3.connect(database)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(team)")}

"""Copies of a SQLite database, made while it is in use; PostgreSQL has pg_dump."""

from pathlib import Path

from sqlalchemy.pool import NullPool

from storage.engine import address_of, sqlite_engine, sqlite_path


def back_up(url: str, target: Path) -> Path:
    """Write a consistent copy to `target`, which is whole or not there at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    engine = sqlite_engine(address_of(url), poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(part),))
    part.replace(target)
    return target


def backup_place(url: str, name: str) -> Path:
    """Beside the database, under backups/."""
    database = sqlite_path(address_of(url))
    return database.parent / "backups" / f"{database.stem}-{name}.db"

"""Writes a SQLite file anew, so that nothing of what was erased is left in its free pages or its log."""

from storage.engine import address_of, sqlite_engine


def scrub(url: str) -> None:
    """Nothing to do for PostgreSQL, whose vacuum overwrites dead rows by itself in time."""
    address = address_of(url)
    if address.get_backend_name() != "sqlite":
        return
    engine = sqlite_engine(address)
    try:
        with engine.connect() as connection:
            for statement in ("PRAGMA busy_timeout=60000", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                connection.exec_driver_sql(statement).close()
    finally:
        engine.dispose()

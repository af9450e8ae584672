"""Who puts a new name on record does so alone: whoever comes a moment later sees it, and is told of it."""

from sqlmodel import Session

_POSTGRES_LOCK = "SELECT pg_advisory_xact_lock(724184)"


def take_turn(session: Session) -> None:
    """Wait until nobody else is about to put new customers on record; the turn ends with the transaction.

    SQLite has one writer at a time as it is. One turn for all names, for near-same ones meet as well; and as long as
    ids come in the order of commits, whoever reads what is new since the last id misses nobody.
    """
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_POSTGRES_LOCK)

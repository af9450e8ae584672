"""The clock that all replicas share: the database's."""

from datetime import UTC, datetime
from typing import cast

from sqlalchemy import text
from sqlmodel import Session

_SQLITE = text("SELECT strftime('%Y-%m-%d %H:%M:%f', 'now')")
_POSTGRES = text("SELECT clock_timestamp()")


def database_clock(session: Session) -> datetime:
    """The database's moment, aware UTC; only leases are measured by it, never business."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        return cast("datetime", connection.execute(_POSTGRES).scalar_one()).astimezone(UTC)
    return datetime.fromisoformat(connection.execute(_SQLITE).scalar_one()).replace(tzinfo=UTC)


def lease_now(session: Session) -> datetime:
    """The moment by the clock that the session's store was opened with."""
    moment: datetime = session.info["lease_clock"](session)
    return moment

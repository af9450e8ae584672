"""What can go wrong with the store itself, and how an error of a driver is recognised."""

import psycopg
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm.exc import StaleDataError


class StoreError(Exception):
    """The store could not do its part."""


class StoreAwayError(StoreError):
    """The database does not answer; what was asked did not happen, or (lost at the very end) may have happened."""


class StoreInUseError(StoreError):
    """Another process holds a database that only one may write."""


class StoreClosedError(StoreError):
    """The store was closed while work was waiting."""


_SQLITE_AWAY = ("SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR")
# Shutdown, crash, starting up, too many connections, idle in transaction for too long, a lock held for too long.
_POSTGRES_AWAY = frozenset({"57P01", "57P02", "57P03", "53300", "25P03", "55P03"})
# Serialization failure, deadlock.
_POSTGRES_AGAIN = frozenset({"40001", "40P01"})


def is_away(error: BaseException) -> bool:
    """Whether the database is out of reach, so that asking later helps and asking now does not."""
    if isinstance(error, PoolTimeoutError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    return error.connection_invalidated or _sqlite_away(error) or _postgres_away(error)


def is_worth_another_try(error: BaseException) -> bool:
    """Whether the same work may succeed at once when it reads afresh: a stale version, a deadlock."""
    if isinstance(error, StaleDataError):
        return True
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _POSTGRES_AGAIN


def _sqlite_away(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlite_errorname", "").startswith(_SQLITE_AWAY)


def _postgres_away(error: DBAPIError) -> bool:
    if not isinstance(error.orig, psycopg.Error):
        return False
    state = error.orig.sqlstate
    if state is None:
        # No word from a server at all.
        return isinstance(error, OperationalError | InterfaceError)
    return state in _POSTGRES_AWAY or state.startswith("08")

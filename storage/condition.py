"""In what condition a database is, looked at without changing or creating anything."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from storage.engine import SAFE_FOR_MANY, address_of, sqlite_module, sqlite_path
from storage.errors import StoreError
from storage.migrating import migration_connection, newest_revision, revision_of
from storage.tables.queues import InboxRow, OutboxRow

_inbox, _outbox = InboxRow.metadata.tables["inbox"], OutboxRow.metadata.tables["outbox"]


class Condition(Enum):
    """What stands in the way of using a database."""

    MISSING = auto()
    AWAY = auto()
    NO_DATABASE = auto()
    EMPTY = auto()
    OTHER_REVISION = auto()
    GOOD = auto()


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found; `words` are the details: where it should be, what was said, which revision."""

    condition: Condition
    words: str = ""


def look(url: str) -> Looked:
    address = address_of(url)
    if address.get_backend_name() == "sqlite" and not sqlite_path(address).is_file():
        return Looked(Condition.MISSING, str(sqlite_path(address)))
    try:
        with migration_connection(url) as connection:
            revision = revision_of(connection)
    except StoreError as error:
        return Looked(Condition.AWAY, str(error.__cause__ or error).splitlines()[0])
    except DBAPIError as error:
        return Looked(Condition.NO_DATABASE, str(error.orig).splitlines()[0])
    if revision is None:
        return Looked(Condition.EMPTY)
    newest = newest_revision()
    return Looked(Condition.GOOD if revision == newest else Condition.OTHER_REVISION, f"{revision}, not {newest}")


def sqlite_build() -> tuple[str, bool]:
    """The version of SQLite in use, and whether several processes may write with it."""
    module = sqlite_module()
    return module.sqlite_version, module.sqlite_version_info >= SAFE_FOR_MANY


def latest_moment(session: Session) -> datetime | None:
    """The latest moment at which anything came in or left, by our own clock then."""
    moments = [
        session.connection().execute(select(func.max(column))).scalar()
        for column in (_inbox.c.settled_at, _outbox.c.settled_at)
    ]
    return max((moment for moment in moments if moment), default=None)

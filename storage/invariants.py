"""What must always be true of the database: named checks for `rapport doctor` and the nightly job."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Select, Table, and_, func, or_, select, text
from sqlmodel import Session

from storage.company.audit_chain import first_broken
from storage.figures.checking import wrong_figures
from storage.figures.rebuilding import are_built
from storage.queues.lease_clock import lease_now
from storage.queues.queue import State
from storage.tables.queues import InboxRow, JobRow, LeaseRow, OutboxRow

_inbox = InboxRow.metadata.tables["inbox"]
_outbox = OutboxRow.metadata.tables["outbox"]
_job = JobRow.metadata.tables["job"]
_lease = LeaseRow.metadata.tables["lease"]
# A lease that ran out is taken over within seconds; one that nobody took for so long means that nobody works.
_FORGOTTEN = timedelta(minutes=10)
_IN_HAND = "%(count)d rows have been in hand for long. Is the bot running?"
_TRAIL = "The audit trail is not as it was sealed: number %(count)d was changed, put in or taken out."
_FIGURES = "The figures of %(count)d customers are not what their orders and entries say: run rapport recompute."
_SAMPLE = 200
_SETTLING = "%(count)d rows say two things about whether they are settled."
_QUEUES = (_inbox, _outbox, _job)
_SETTLED = (State.DONE, State.TROUBLE, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Finding:
    """A check that failed, in words for the operator."""

    check: str
    words: str


@dataclass(frozen=True, slots=True)
class Check:
    """`broken` counts the rows for which it is not true, or names the first; `words` says what is wrong with them."""

    name: str
    words: str
    broken: Callable[[Session], int]


def examine(session: Session, checks: Sequence[Check]) -> list[Finding]:
    """Everything that is not as it must be; empty is good."""
    counted = [(check, check.broken(session)) for check in checks]
    return [Finding(check.name, check.words % {"count": count}) for check, count in counted if count]


def _left_in_hand(table: Table) -> Callable[[Session], int]:
    """Rows being worked on under a lease that ran out long ago."""

    def count(session: Session) -> int:
        lease = and_(_lease.c.name == table.name, _lease.c.lane == table.c.lane)
        over = or_(_lease.c.until.is_(None), _lease.c.until < lease_now(session) - _FORGOTTEN)
        rows = select(func.count()).select_from(table.outerjoin(_lease, lease))
        return _number(session, rows.where(table.c.state == State.TRYING, over))

    return count


def _settled_and_stamped(table: Table) -> Callable[[Session], int]:
    """Rows whose state and moment of settling disagree."""

    def count(session: Session) -> int:
        settled, stamped = table.c.state.in_(_SETTLED), table.c.settled_at.is_not(None)
        return _number(session, select(func.count()).select_from(table).where(settled != stamped))

    return count


def _keys_twice(session: Session) -> int:
    """Unique by the index; counted from the rows, so that a damaged index shows."""
    keys = select(_outbox.c.key).group_by(_outbox.c.key).having(func.count() > 1)
    return _number(session, select(func.count()).select_from(keys.subquery()))


def _sent_without_message(session: Session) -> int:
    sent = and_(_outbox.c.state == State.SENT, _outbox.c.message_id.is_(None))
    new = and_(_outbox.c.edits.is_(None), _outbox.c.deletes.is_(None))
    return _number(session, select(func.count()).select_from(_outbox).where(sent, new))


def _changes_of_nothing(session: Session) -> int:
    """Edits and deletions of a message that nobody ever put."""
    target = func.coalesce(_outbox.c.edits, _outbox.c.deletes)
    known = select(_outbox.c.key)
    return _number(session, select(func.count()).select_from(_outbox).where(target.is_not(None), ~target.in_(known)))


def _dangling(session: Session) -> int:
    if session.connection().dialect.name != "sqlite":
        # PostgreSQL never lets one in.
        return 0
    return len(session.connection().execute(text("PRAGMA foreign_key_check")).fetchall())


def _damaged(session: Session) -> int:
    if session.connection().dialect.name != "sqlite":
        return 0
    return int(session.connection().execute(text("PRAGMA quick_check")).scalar_one() != "ok")


def _number(session: Session, statement: Select[int]) -> int:
    return session.connection().execute(statement).scalar_one()


def _figures_apart(session: Session) -> int:
    return wrong_figures(session, most=_SAMPLE) if are_built(session) else 0


QUEUE_CHECKS = (
    Check("file", "The database file is damaged: restore a backup.", _damaged),
    Check("references", "%(count)d rows point to something that is not there.", _dangling),
    *(Check(f"{table.name} in hand", f"{table.name}: {_IN_HAND}", _left_in_hand(table)) for table in _QUEUES),
    *(Check(f"{table.name} settled", f"{table.name}: {_SETTLING}", _settled_and_stamped(table)) for table in _QUEUES),
    Check("outbox keys", "%(count)d messages stand twice in the outbox.", _keys_twice),
    Check("sent messages", "%(count)d sent messages lack Telegram's number.", _sent_without_message),
    Check("audit trail", _TRAIL, first_broken),
    Check("figures", _FIGURES, _figures_apart),
    Check("changed messages", "%(count)d changes are of messages that were never put.", _changes_of_nothing),
)

"""Which reminders are due as pushes, and who is to hear of each: by the index on what waits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from storage.care.reminders import State
from storage.plans.due_followups import Recipient, recipients_of
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow

_table = ReminderRow.metadata.tables["reminder"]
_PAGE = 500
# Spelled as the partial index has it, or SQLite would not use it.
_WAITING = text("reminder.state = 'waiting'")


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder whose moment has come, and who hears of it as things stand now."""

    id: int
    kind: str
    due_at: datetime
    recipients: Sequence[Recipient]


def found(session: Session, *, now: datetime) -> list[DueReminder]:
    """All of them, the oldest first."""
    return [
        DueReminder(row.id or 0, row.kind, row.due_at, recipients_of(session, whose) if whose else ())
        for row, whose in _rows(session, now)
    ]


def _rows(session: Session, now: datetime) -> Iterator[tuple[ReminderRow, int | None]]:
    after: tuple[datetime, int] | None = None
    while page := _page(session, now, after):
        yield from page
        last = page[-1][0]
        after = last.due_at, last.id or 0


def _page(
    session: Session, now: datetime, after: tuple[datetime, int] | None
) -> Sequence[tuple[ReminderRow, int | None]]:
    due_at, number = col(ReminderRow.due_at), col(ReminderRow.id)
    wanted = (
        select(ReminderRow, CustomerRow.owner_id)
        .join(CustomerRow, col(CustomerRow.id) == col(ReminderRow.customer_id), isouter=True)
        .where(_WAITING, due_at <= now)
    )
    if after is not None:
        wanted = wanted.where(due_at >= after[0], (due_at > after[0]) | (number > after[1]))
    rows = session.exec(wanted.order_by(due_at, number).limit(_PAGE))
    return [(row, row.member_id or owner) for row, owner in rows]


def settle(session: Session, reminder: int, *, told: bool, now: datetime) -> bool:
    """It is told, or has expired; False: it does not wait any more."""
    change = update(_table).where(_table.c.id == reminder, _table.c.state == State.WAITING)
    values = {"state": State.TOLD if told else State.EXPIRED, "version": _table.c.version + 1}
    settled = None if told else now
    return session.connection().execute(change.values(**values, settled_at=settled)).rowcount > 0

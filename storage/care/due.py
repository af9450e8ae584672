"""Which reminders are due as pushes, and who is to hear of each: by the index on what waits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfoNotFoundError

import structlog
from sqlalchemy import text, update
from sqlmodel import Session, col, select

from sales.moments import local_day
from storage.care.pauses import Pause, is_paused, pauses
from storage.care.reminders import State
from storage.plans.due_followups import Recipient, Surroundings, is_out_of_reach, recipients_of, surroundings
from storage.tables.care import ReminderRow
from storage.tables.customers import CustomerRow
from storage.tables.tellings import ComplaintRow, EntryRow

log = structlog.get_logger(__name__)
_table = ReminderRow.metadata.tables["reminder"]
_PAGE = 500
# Spelled as the partial index has it, or SQLite would not use it.
_WAITING = text("reminder.state = 'waiting'")
_COMPLAINTS = ("promise", "complaint_clock")


class Became(StrEnum):
    """What became of one that was due: told, a line of the agenda, or expired."""

    TOLD = State.TOLD
    LINE = State.OPEN
    EXPIRED = State.EXPIRED


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder whose moment has come, and who hears of it as things stand now; `grave`: it breaks through.

    `unreached`: whose it is cannot be told; those who hear of it are their managers.
    """

    id: int
    kind: str
    due_at: datetime
    recipients: Sequence[Recipient]
    grave: bool = False
    unreached: bool = False


def found(session: Session, *, now: datetime) -> list[DueReminder]:
    """All of them, the oldest first. Who paused it, or never wanted such, is left out."""
    rows = list(_rows(session, now))
    around = surroundings(session, {whose for _, whose in rows if whose})
    reached = _reached(session, around)
    gone = {number for number in reached if _is_up_to_managers(number, reached[number], around)}
    paused = pauses(session, {to.member for some in reached.values() for to in some})
    grave = _grave(session, [row.subject_id for row, _ in rows if row.kind in _COMPLAINTS])
    return [
        DueReminder(
            row.id or 0,
            row.kind,
            row.due_at,
            [to for to in reached.get(whose or 0, ()) if _hears(to, row, paused, now)],
            row.kind in _COMPLAINTS and row.subject_id in grave,
            unreached=whose in gone,
        )
        for row, whose in rows
    ]


def _is_up_to_managers(owner: int, recipients: Sequence[Recipient], around: Surroundings) -> bool:
    """Whoever stands in is told as ever."""
    cover = around.covers.get(owner)
    return is_out_of_reach(around.members[owner]) and all(to.member != cover for to in recipients)


def _reached(session: Session, around: Surroundings) -> dict[int, Sequence[Recipient]]:
    """One person's broken record must not keep the others from being reminded."""
    found: dict[int, Sequence[Recipient]] = {}
    for owner in around.members:
        try:
            found[owner] = recipients_of(session, owner, around)
        except (ValueError, ZoneInfoNotFoundError):
            log.exception("the reminders of a member can be told to nobody", member=owner)
    return found


def _hears(to: Recipient, row: ReminderRow, paused: Sequence[Pause], now: datetime) -> bool:
    theirs = [pause for pause in paused if pause.member == to.member]
    held = is_paused(theirs, kind=row.kind, customer=row.customer_id, today=local_day(now, to.zone))
    return to.habits.wants(row.kind) and not held


def _grave(session: Session, complaints: Iterable[int]) -> frozenset[int]:
    wanted = select(ComplaintRow.id).join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
    grave = wanted.where(col(ComplaintRow.id).in_(set(complaints)), col(EntryRow.severity) == "high")
    return frozenset(filter(None, session.exec(grave)))


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


def settle(session: Session, reminder: int, became: Became, *, now: datetime) -> bool:
    """Note what became of it; False: it does not wait any more."""
    change = update(_table).where(_table.c.id == reminder, _table.c.state == State.WAITING)
    settled = now if became is Became.EXPIRED else None
    values = {"state": became, "version": _table.c.version + 1, "settled_at": settled}
    return session.connection().execute(change.values(values)).rowcount > 0

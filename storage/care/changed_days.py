"""Whose birthday or other day was told, changed or taken back since the last look, and what follows for reminders."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlmodel import Session, SQLModel, col

from sales.care.kinds import REMINDER_KINDS, Shown
from storage.bulk import AT_A_TIME, in_parts, table_of
from storage.care.planners import PLANNERS
from storage.care.planning.company_days import FIELDS as COMPANY_DAYS
from storage.care.planning.look import Look
from storage.care.reminders import UNANSWERED, Planned, State, plan, withdraw
from storage.care.views import ABOUT
from storage.tables.care import ReminderRow
from storage.tables.facts import FactRow
from storage.tables.tellings import RevisionRow
from storage.ticks import mark_of, move_mark

KINDS = ("birthday_gift", "birthday_eve", "birthday", "anniversary")
_FIELDS = ("birthday", "anniversary", *COMPANY_DAYS, "phone", "greetings")
_SOURCES: dict[str, type[SQLModel]] = {"days:facts": FactRow, "days:revisions": RevisionRow}
"""What is on record is counted up in two places: facts by hand and by import, and the states of messages."""
_reminder = table_of(ReminderRow)


@dataclass(frozen=True, slots=True)
class Marks:
    """Up to which ids everything was looked at: before this look and after it, by the name of the mark."""

    seen: dict[str, int | None]
    upto: dict[str, int]

    @property
    def moved(self) -> bool:
        return self.seen != self.upto


def marks(session: Session) -> Marks:
    ends = {
        name: session.connection().execute(select(func.max(table_of(kind).c.id))) for name, kind in _SOURCES.items()
    }
    return Marks(
        {name: mark_of(session, name=name) for name in _SOURCES},
        {name: end.scalar() or 0 for name, end in ends.items()},
    )


def customers(session: Session, marks: Marks) -> Collection[int] | None:
    """Those at which a day may have changed; None: too many to name. At the first look of all there are none."""
    facts, revisions = marks.seen["days:facts"], marks.seen["days:revisions"]
    if facts is None or revisions is None:
        return ()
    later = select(col(RevisionRow.telling_id)).where(col(RevisionRow.id) > revisions)
    new = (col(FactRow.id) > facts, col(FactRow.telling_id).in_(later))
    found = {customer for one in new for customer in _at(session, one)}
    return found if len(found) <= AT_A_TIME else None


def _at(session: Session, new: ColumnElement[bool]) -> Iterator[int]:
    wanted = select(col(FactRow.customer_id)).distinct().where(new, col(FactRow.field).in_(_FIELDS))
    yield from session.connection().execute(wanted).scalars()


def planned(session: Session, look: Look) -> Sequence[Planned]:
    return [one for kind in KINDS for one in PLANNERS[kind](session, look)]


def pointless(session: Session, look: Look) -> Sequence[int]:
    """Reminders of days that hold no more."""
    standing = select(col(ReminderRow.id)).where(
        col(ReminderRow.kind).in_(KINDS), col(ReminderRow.state).in_([*UNANSWERED, State.WAITING])
    )
    if look.customers is not None:
        standing = standing.where(col(ReminderRow.customer_id).in_(look.customers))
    numbers = session.connection().execute(standing.order_by(col(ReminderRow.id))).scalars().all()
    rows = (session.get_one(ReminderRow, number) for number in numbers)
    return [row.id or 0 for row in rows if ABOUT[row.kind](session, row) is None]


def keep(session: Session, marks: Marks, *, new: Iterable[Planned], gone: Sequence[int], now: datetime) -> None:
    """Put it on record, unless another replica did meanwhile."""
    ours = [move_mark(session, name=name, seen=marks.seen[name], to=to) for name, to in marks.upto.items()]
    if not all(ours):
        return
    for part in in_parts(gone):
        withdraw(session, col(ReminderRow.id).in_(part), now=now)
    for one in new:
        _put_back(session, one)
        plan(session, [one])


def _put_back(session: Session, one: Planned) -> None:
    """A day that was changed and changed back is planned again."""
    state = State.WAITING if REMINDER_KINDS[one.kind].shown is Shown.PUSH else State.OPEN
    its = _reminder.c
    same = (its.kind == one.kind, its.subject_id == one.subject_id, its.occasion == one.occasion)
    change = update(_reminder).where(*same, its.state == State.WITHDRAWN)
    values = {"state": state, "due_at": one.due_at, "settled_at": None, "version": its.version + 1}
    session.connection().execute(change.values(**values))

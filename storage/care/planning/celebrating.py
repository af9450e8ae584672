"""Whose birthday comes within some days, found by the day in the year; each person once, and nobody who wants none."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlmodel import Session, col

from sales.birthdays import next_birthday, told_days
from sales.kinds import Calendar
from storage.bulk import in_parts, table_of
from storage.care.planning.hours import Hours, hours_of
from storage.care.planning.look import Look
from storage.care.reminders import Planned, State
from storage.care.same_person import COLUMNS, THERE, Person, others_of
from storage.tables.care import ReminderRow
from storage.tables.customers import ContactRow, CustomerRow

BIRTHDAYS = ("birthday_gift", "birthday_eve", "birthday")
AHEAD = 3
"""So many days are looked at, for owners who live in other zones than the company."""
_SAME_ROUND = timedelta(days=180)
"""Reminders of one person that are nearer to each other are about one birthday, of which another day was told."""
_reminder = table_of(ReminderRow).c
_ROUND = (_reminder.contact_id, _reminder.kind, _reminder.day, _reminder.state, _reminder.answer)
_NO_MORE = frozenset({"sent", "skipped", "no_greetings"})


@dataclass(frozen=True, slots=True)
class Celebration:
    """Somebody to greet, the day, and the hours of the owner who is to do it."""

    person: Person
    day: date
    hours: Hours

    def planned(self, kind: str, due_at: datetime) -> Planned:
        """An occasion is its day: one that was told wrongly is not this one."""
        one = self.person
        return Planned(
            kind=kind,
            subject_id=one.contact,
            occasion=self.day.isoformat(),
            day=self.day,
            due_at=due_at,
            customer_id=one.customer,
            contact_id=one.contact,
        )


@dataclass(frozen=True, slots=True)
class _Round:
    """That somebody was reminded of a birthday, or is to be."""

    kind: str
    day: date
    state: str
    answer: str | None


def to_greet(session: Session, look: Look, kind: str, days: int) -> Iterator[Celebration]:
    """From yesterday on, since owners may live behind the company's day.

    All customers are looked at even if only some are asked about: the same person may stand at another one.
    """
    persons = _coming(session, look, days)
    hours, same = hours_of(session, {one.owner for one in persons}), others_of(session, persons)
    everybody = {one.contact for one in persons}.union(*({one.contact for one in some} for some in same.values()))
    rounds = _rounds(session, everybody)
    here = {one.contact for one in persons}
    for one in persons:
        others = same[one.contact]
        asked = look.customers is None or one.customer in look.customers
        if asked and one.owner in hours and one.day and _is_first(one, others, here, rounds, kind):
            yield Celebration(one, one.day, hours[one.owner])


def _coming(session: Session, look: Look, days: int) -> Sequence[Person]:
    first = look.today - timedelta(days=1)
    told = told_days(first, days + 1)
    wanted = (
        select(*COLUMNS)
        .select_from(ContactRow)
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(*THERE, col(ContactRow.birthday).is_not(None), _told_as(told))
    )
    rows = session.connection().execute(wanted.order_by(col(ContactRow.id)))
    return [_on_its_day(Person(*row), first) for row in rows]


def _told_as(told: Collection[tuple[Calendar, str]]) -> ColumnElement[bool]:
    """By the day in the year, whatever the year: 1980-04-05 and --04-05 alike."""
    value = col(ContactRow.birthday)
    day = case((func.substr(value, 1, 1) == "-", func.substr(value, 3)), else_=func.substr(value, 6))
    calendar = func.coalesce(col(ContactRow.calendar), Calendar.SOLAR)
    alike = (and_(calendar == one, day.in_(sorted(told for of, told in told if of is one))) for one in Calendar)
    return or_(*alike)


def _on_its_day(one: Person, first: date) -> Person:
    calendar = Calendar(one.calendar) if one.calendar else None
    return replace(one, day=next_birthday(one.birthday or "", calendar, first))


def _rounds(session: Session, contacts: Collection[int]) -> Mapping[int, Sequence[_Round]]:
    found: dict[int, list[_Round]] = defaultdict(list)
    for part in in_parts(sorted(contacts)):
        rows = select(*_ROUND).where(
            col(ReminderRow.contact_id).in_(part),
            col(ReminderRow.kind).in_(BIRTHDAYS),
            col(ReminderRow.state) != State.WITHDRAWN,
        )
        for contact, *round_ in session.connection().execute(rows):
            found[contact].append(_Round(*round_))
    return found


def _is_first(
    one: Person,
    others: Collection[Person],
    here: Collection[int],
    rounds: Mapping[int, Sequence[_Round]],
    kind: str,
) -> bool:
    """Whether this contact stands for the person, and nothing was done about the birthday under any name of theirs."""
    if not all(each.greetings for each in (one, *others)):
        return False
    mine = [each for each in rounds.get(one.contact, ()) if _near(each, one)]
    theirs = [each for other in others for each in rounds.get(other.contact, ()) if _near(each, one)]
    if any(each.answer in _NO_MORE for each in (*mine, *theirs)) or any(each.kind == kind for each in theirs):
        return False
    if any(each.kind == kind and each.state == State.ANSWERED for each in mine):
        return False
    begun = any(each.kind == kind for each in mine)
    return begun or one.contact <= min(
        (other.contact for other in others if other.contact in here), default=one.contact
    )


def _near(each: _Round, one: Person) -> bool:
    return one.day is not None and abs(each.day - one.day) < _SAME_ROUND

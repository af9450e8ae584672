"""Which days of a week members work, and how many visits a day of theirs holds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select
from sqlmodel import Session, col

from sales.absences import AHEAD
from sales.care.habits import read_habits
from sales.care.working_days import country_of, works
from sales.kinds import Kind
from sales.visit_plans.picking import FEWEST, MOST, a_day
from sales.visit_plans.plan import HABIT, last_of
from storage.tables.access import AbsenceRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryRow

_LOOKS_BACK = timedelta(weeks=8)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Week:
    """`days` are those that the member works; none for a week of leave."""

    member: int
    days: tuple[date, ...]
    a_day: int


def weeks(session: Session, members: Collection[int], week: date, today: date) -> Mapping[int, Week]:
    """From today on; four queries, however many members there are."""
    whole = [week + number * _A_DAY for number in range(7) if week + number * _A_DAY >= today]
    away, done = _away(session, members, week), _usual(session, members, today)
    rows = session.connection().execute(
        select(col(MemberRow.id), col(MemberRow.zone), col(MemberRow.habits)).where(col(MemberRow.id).in_(members))
    )
    found = (
        Week(member, _worked(whole, zone, habits, away[member]), _wanted(habits) or a_day(done[member]))
        for member, zone, habits in rows
    )
    return {one.member: one for one in found}


def _worked(whole: Iterable[date], zone: str, values: Mapping[str, object], away: Collection[date]) -> tuple[date, ...]:
    habits = read_habits(values)
    try:
        country = country_of(habits, ZoneInfo(zone))
    except (ValueError, ZoneInfoNotFoundError):
        # A broken record of one member must not keep the others from their plans.
        country = ""
    return tuple(day for day in whole if day not in away and works(day, habits, country))


def _wanted(values: Mapping[str, object]) -> int | None:
    """What the member said themselves."""
    wanted = values.get(HABIT)
    return min(MOST, max(FEWEST, wanted)) if isinstance(wanted, int) else None


def _away(session: Session, members: Collection[int], week: date) -> defaultdict[int, set[date]]:
    """The days of leave that fall into the week."""
    rows = session.connection().execute(
        select(col(AbsenceRow.member_id), col(AbsenceRow.first_day), col(AbsenceRow.last_day)).where(
            col(AbsenceRow.member_id).in_(members),
            col(AbsenceRow.state).in_(AHEAD),
            col(AbsenceRow.first_day) <= last_of(week),
            col(AbsenceRow.last_day) >= week,
        )
    )
    found: defaultdict[int, set[date]] = defaultdict(set)
    for member, first, last in rows:
        found[member] |= {day for number in range(7) if first <= (day := week + number * _A_DAY) <= last}
    return found


def _usual(session: Session, members: Collection[int], today: date) -> defaultdict[int, list[int]]:
    """How many customers each visited on each day of the last weeks with any visit."""
    rows = session.connection().execute(
        select(col(EntryRow.member_id), col(EntryRow.on_day), func.count(col(EntryRow.customer_id).distinct()))
        .where(
            col(EntryRow.member_id).in_(members),
            col(EntryRow.on_day).between(today - _LOOKS_BACK, today),
            col(EntryRow.kind) == Kind.VISIT,
            col(EntryRow.live),
            col(EntryRow.attempt).is_(False),
        )
        .group_by(col(EntryRow.member_id), col(EntryRow.on_day))
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for member, _, number in rows:
        found[member].append(number)
    return found

"""By which clocks owners live: when their evening and their morning are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import Session, col, select

from sales.care.habits import Habits, read_habits
from sales.moments import WORK_ENDS, local_day, local_moment
from storage.tables.people import MemberRow

_NIGHT, _NOON = time(22), time(12)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """Of one member. `evening` is their hour of the wrap, or six where they chose none."""

    zone: ZoneInfo
    evening: time
    habits: Habits

    def evening_before(self, day: date, now: datetime) -> datetime | None:
        """At once if that hour has passed; None: it is night by now, or later."""
        return _between(local_moment(day - _DAY, self.evening, self.zone), now, self._at(day - _DAY, _NIGHT))

    def morning_of(self, day: date, now: datetime) -> datetime | None:
        """At once if that hour has passed; None: it is noon by now, or later."""
        return _between(local_moment(day, self.habits.agenda_at, self.zone), now, self._at(day, _NOON))

    def today(self, now: datetime) -> date:
        return local_day(now, self.zone)

    def _at(self, day: date, at: time) -> datetime:
        return local_moment(day, at, self.zone)


def _between(moment: datetime, now: datetime, end: datetime) -> datetime | None:
    return max(moment, now.astimezone(UTC)) if now < max(moment, end) else None


def hours_of(session: Session, members: Iterable[int]) -> Mapping[int, Hours]:
    """A member whose zone nobody knows has none: their broken record must not keep others from being reminded."""
    wanted = set(members)
    rows = session.exec(select(MemberRow).order_by(col(MemberRow.id))) if wanted else ()
    found = ((row.id or 0, _hours(row)) for row in rows if row.id in wanted)
    return {number: hours for number, hours in found if hours}


def _hours(row: MemberRow) -> Hours | None:
    habits = read_habits(row.habits)
    try:
        return Hours(ZoneInfo(row.zone), habits.wrap_at if "wrap" in row.habits else WORK_ENDS, habits)
    except (ValueError, ZoneInfoNotFoundError):
        return None

"""What a year of reminders must come to, worked out from the rules alone: no line of it is the product's."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from lunardate import LunarDate

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
USELESS_AFTER = {
    "birthday_eve": 4 * HOUR,
    "birthday": 36 * HOUR,
    "visit_outcome": 3 * DAY,
    "visit_brief": 10 * MINUTE,
    "promise": 7 * DAY,
}
LOOKS_AT = time(1)

Key = tuple[str, int, str]


@dataclass(frozen=True)
class Person:
    """A contact: at whose customer, and when the birthday is; `lunar` by the moon."""

    id: int
    customer: int
    month: int
    day: int
    lunar: bool = False

    def falls_on(self, day: date) -> bool:
        if self.lunar:
            return day == _lunar(day.year, self.month, self.day) or day == _lunar(day.year - 1, self.month, self.day)
        leap_day = (self.month, self.day) == (2, 29) and (day + DAY).day == 1
        return (day.month, day.day) == (self.month, self.day) or (leap_day and (day.month, day.day) == (2, 28))


@cache
def _lunar(year: int, month: int, day: int) -> date | None:
    """Looked for day by day; where the month has no 30th, its 29th."""
    start = date(year, 1, 15)
    days = {(one.month, one.day): solar for solar, one in _moons(start) if one.year == year and not one.is_leap_month}
    return days.get((month, day)) or days.get((month, 29))


@cache
def _moons(start: date) -> list[tuple[date, LunarDate]]:
    return [(day, LunarDate.from_solar_date(day.year, day.month, day.day)) for day in _days(start, 400)]


def _days(start: date, many: int) -> Iterator[date]:
    return (start + number * DAY for number in range(many))


@cache
def wall(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first moment at which the clock on the wall there shows this or, in a gap, something later."""
    shown = datetime.combine(day, at)
    guesses = sorted(shown.replace(tzinfo=UTC) - _offset(shown + side, zone) for side in (-DAY, DAY))
    for moment in guesses:
        if moment.astimezone(zone).replace(tzinfo=None) == shown:
            return moment
    moment = guesses[0]
    while moment.astimezone(zone).replace(tzinfo=None) < shown:
        moment += MINUTE
    return moment


def _offset(shown: datetime, zone: ZoneInfo) -> timedelta:
    return shown.replace(tzinfo=UTC).astimezone(zone).utcoffset() or timedelta()


@dataclass(frozen=True)
class Coming:
    """One occurrence. `whose` is the member it was planned for; None: the customer's owner when it is due."""

    key: Key
    day: date
    due: datetime
    customer: int | None
    whose: int | None
    state: str = "waiting"


@dataclass
class Expected:
    """Members' zones, customers' owners, people's birthdays and agreements' last days, and what follows from them."""

    company: ZoneInfo
    zones: dict[int, ZoneInfo] = field(default_factory=dict)
    owners: dict[int, int | None] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    agreements: dict[int, tuple[int, date]] = field(default_factory=dict)
    coming: dict[Key, Coming] = field(default_factory=dict)
    told: list[tuple[Key, int, datetime]] = field(default_factory=list)
    looked: date = date.min

    def tick(self, now: datetime) -> None:
        """What one tick has to do: look once a day, then tell what is due and drop what is of no use any more."""
        today = now.astimezone(self.company).date()
        if today > self.looked and now >= wall(today, LOOKS_AT, self.company):
            self.looked = today
            for one in self._look(now, today):
                self.coming.setdefault(one.key, one)
        self.told = []
        for one in list(self.coming.values()):
            if one.state == "waiting" and one.due <= now:
                self._due(one, now)

    def _due(self, one: Coming, now: datetime) -> None:
        reader = self.reader(one)
        if now - one.due > USELESS_AFTER[one.key[0]]:
            self.put(replace(one, state="expired"))
        elif reader is not None:
            self.told.append((one.key, reader, one.due))
            self.put(replace(one, state="told"))

    def reader(self, one: Coming) -> int | None:
        return one.whose or self.owners.get(one.customer or 0)

    def put(self, one: Coming) -> None:
        self.coming[one.key] = one

    def _look(self, now: datetime, today: date) -> Iterator[Coming]:
        for person in self.people:
            for day in _days(today - DAY, 5):
                if person.falls_on(day) and (owner := self.owners[person.customer]):
                    yield from _birthday(person, day, now, self.zones[owner])
        morning = wall(today, time(8), self.company)
        for number, (customer, last) in self.agreements.items():
            if today <= last <= today + 14 * DAY:
                key = ("agreement_ends", number, last.isoformat())
                yield Coming(key, last, morning, customer, None, state="open")

    def moved(self, member: int, to: ZoneInfo, now: datetime) -> None:
        """What waits for a clock time travels with its reader; what a customer was promised does not."""
        old, self.zones[member] = self.zones[member], to
        for one in list(self.coming.values()):
            travels = one.state == "waiting" and one.due > now and one.key[0] != "promise"
            if travels and self.reader(one) == member:
                shown = one.due.astimezone(old)
                self.put(replace(one, due=wall(shown.date(), shown.time(), to)))


def _birthday(person: Person, day: date, now: datetime, zone: ZoneInfo) -> Iterator[Coming]:
    here = now.astimezone(zone).date()
    eve, night = wall(day - DAY, time(18), zone), wall(day - DAY, time(22), zone)
    morning, noon = wall(day, time(8, 30), zone), wall(day, time(12), zone)
    if 1 < (day - here).days <= 3:
        yield _about(person, "birthday_gift", day, wall(here, time(8), zone), "open")
    if now < night:
        yield _about(person, "birthday_eve", day, max(eve, now))
    if now < noon:
        yield _about(person, "birthday", day, max(morning, now))


def _about(person: Person, kind: str, day: date, due: datetime, state: str = "waiting") -> Coming:
    return Coming((kind, person.id, day.isoformat()), day, due, person.customer, None, state)

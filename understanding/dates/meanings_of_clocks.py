"""What phrases for times of day mean. Functions are called by name from lexicon/grammar.toml."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from understanding.dates.meanings_of_days import Span, moved, offset
from understanding.dates.when import DAY, Bound, Frame, Grain, Reading, When, moment


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `firm` when nobody can take the morning for the afternoon."""

    hour: int
    minute: int = 0
    firm: bool = False


Told = Clock | str
PARTS = {
    "early_morning": (4, 8), "morning": (8, 12), "midmorning": (10, 11), "late_morning": (10, 12), "lunch": (11, 13),
    "afternoon": (12, 16), "early_afternoon": (12, 14), "late_afternoon": (14, 16), "evening": (16, 20),
    "early_evening": (16, 18), "late_evening": (18, 20), "night": (20, 24), "early_night": (20, 22),
    "late_night": (22, 24), "daytime": (8, 18), "earlier": (0, 12), "later": (12, 24),
}  # fmt: skip
_LATE = frozenset(("lunch", "afternoon", "early_afternoon", "late_afternoon", "evening", "early_evening", "late_evening", "night", "early_night", "late_night", "later"))
_HALF_DAY = 12


def clock_of(told: Told) -> Clock:
    if isinstance(told, Clock):
        return told
    hour, minute, *_ = (int(one) for one in told.replace("h", ":").replace(".", ":").split(":"))
    return Clock(hour, minute, firm=hour > _HALF_DAY or hour == 0 or said_long(told))


def said_long(told: str) -> bool:
    """08:30 is the morning, whereas 8:30 may be the evening."""
    return told.startswith("0")


def checked(hour: float, minute: float = 0, *, firm: bool = False) -> Clock | None:
    if not (0 <= hour <= 24 and 0 <= minute < 60):  # noqa: PLR2004
        return None
    return Clock(int(hour) % 24, int(minute), firm or hour > _HALF_DAY or hour == 0)


def hour(number: float) -> Clock | None:
    return checked(number)


def hour_half(number: float) -> Clock | None:
    return checked(number, 30)


def hour_minute(number: float, minute: float) -> Clock | None:
    return checked(number, minute)


def hour_ke(number: float, quarters: float) -> Clock | None:
    return checked(number, 15 * quarters)


def to_hour(minutes: float, number: float) -> Clock | None:
    return checked(number - 1, 60 - minutes) if 0 < minutes < 60 and number > 0 else None  # noqa: PLR2004


def _base(told: float | Told) -> Clock | None:
    return checked(told) if isinstance(told, (int, float)) else clock_of(told)


def past_min(minutes: float, told: float | Told) -> Clock | None:
    base = _base(told)
    return Clock(base.hour, int(minutes), base.firm) if base and not base.minute and 0 < minutes < 60 else None  # noqa: PLR2004


def before_min(minutes: float, told: float | Told) -> Clock | None:
    base = _base(told)
    if base is None or base.minute or not 0 < minutes < 60 or int(minutes) % 5:  # noqa: PLR2004
        return None
    return Clock((base.hour - 1) % 24, 60 - int(minutes), base.firm)


def past_half(told: float | Told) -> Clock | None:
    return past_min(30, told)


def past_quarter(told: float | Told) -> Clock | None:
    return past_min(15, told)


def to_quarter(told: float | Told) -> Clock | None:
    return before_min(15, told)


def clock_ap(told: Told, half: str = "") -> Clock | None:
    base = clock_of(told)
    if not half or half == "0":
        return base
    if base.hour > _HALF_DAY:
        return base
    return Clock(base.hour % _HALF_DAY + (_HALF_DAY if half == "pm" else 0), base.minute, firm=True)


def hour_ap(number: float, half: str) -> Clock | None:
    base = checked(number)
    return clock_ap(base, half) if base and number else None


def hm_ap(number: float, minute: float, half: str) -> Clock | None:
    base = checked(number, minute)
    return clock_ap(base, half) if base else None


def part_clock(part_: str, told: Told) -> Clock:
    """Three in the afternoon; at night, one to five are the small hours."""
    base = clock_of(told)
    if base.firm and base.hour != _HALF_DAY:
        return base
    if part_ in _LATE:
        return _late(part_, base)
    return Clock(base.hour % 24 if base.hour != _HALF_DAY or part_ != "early_morning" else 0, base.minute, firm=True)


def _late(part_: str, base: Clock) -> Clock:
    at_night = part_.endswith("night") or part_.endswith("evening")
    small_hours = at_night and (base.hour == _HALF_DAY or part_.endswith("night") and base.hour < 4)  # noqa: PLR2004
    if part_ == "lunch" and base.hour in (10, 11):
        return replace(base, firm=True)
    if small_hours:
        return Clock(base.hour % _HALF_DAY + (24 if False else 0), base.minute, firm=True)
    return Clock(base.hour % _HALF_DAY + _HALF_DAY, base.minute, firm=True)


def part_clock_n(part_: str, number: float) -> Clock | None:
    base = checked(number)
    return part_clock(part_, base) if base else None


def part_half(part_: str, number: float) -> Clock | None:
    base = checked(number, 30)
    return part_clock(part_, base) if base else None


def settled(told: Told, frame: Frame) -> Clock:
    """A bare hour from one to seven is in the afternoon."""
    base = clock_of(told)
    if frame.office_hours and not base.firm and 1 <= base.hour <= 7:  # noqa: PLR2004
        return replace(base, hour=base.hour + _HALF_DAY)
    return base


def at_clock(start: datetime, told: Told, frame: Frame) -> When:
    base = settled(told, frame)
    found = moment(start.replace(hour=base.hour, minute=base.minute, second=0, microsecond=0))
    return found if clock_of(told).firm else replace(found, other=found.start)


def day_clock(base: Reading, told: Told) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        return at_clock(found.start, told, frame) if found else None

    return read


def day_hour(base: Reading, number: float) -> Reading | None:
    told = checked(number) if number else None
    return day_clock(base, told) if told else None


def day_part_clock(base: Reading, part_: str, told: Told) -> Reading:
    return day_clock(base, part_clock(part_, told))


def day_part_n(base: Reading, part_: str, number: float) -> Reading | None:
    told = part_clock_n(part_, number)
    return day_clock(base, told) if told else None


def clock_today(told: Told) -> Reading:
    """Today; looking ahead from a later hour, it may mean tomorrow, which is not guessed."""
    return day_clock(offset(0), told)


def rel_part_clock(part_: str, told: Told) -> Reading:
    return clock_today(part_clock(part_, told))


def _dpart(told: str) -> tuple[Reading, str]:
    days, name = told.split()
    return offset(int(days)), name


def dpart_clock(told: str, time_: Told) -> Reading:
    base, name = _dpart(told)
    return day_part_clock(base, name, time_)


def dpart_n(told: str, number: float) -> Reading | None:
    base, name = _dpart(told)
    return day_part_n(base, name, number)


def dpart_half(told: str, number: float) -> Reading | None:
    base, name = _dpart(told)
    return day_clock(base, clock) if (clock := part_half(name, number)) else None


def dpart(told: str) -> Reading:
    return day_part(*_dpart(told))


def day_part(base: Reading, name: str) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        if found is None or found.grain is not Grain.DAY:
            return None
        first, last = PARTS[name]
        return When(found.start + timedelta(hours=first), found.start + timedelta(hours=last), Grain.PART)

    return read


def part(name: str) -> Reading:
    return day_part(offset(0), name)


def rel_part(days: int, name: str) -> Reading:
    return day_part(offset(days), name)


def day_ap(base: Reading, half: str) -> Reading:
    return day_part(base, "morning" if half == "am" else "afternoon")


def rest_day() -> Reading:
    def read(frame: Frame) -> When:
        return When(frame.now, frame.today + DAY, Grain.PART)

    return read


def rest_of_day(_: Reading) -> Reading:
    return rest_day()


def now() -> Reading:
    return lambda frame: moment(frame.now)


def asap() -> Reading:
    return lambda frame: moment(frame.now).bounded(Bound.AFTER)


def tshift(told: Span, sign: float) -> Reading:
    def read(frame: Frame) -> When | None:
        start = moved(frame.now, told, sign)
        return moment(start) if start else None

    return read


def tshift_day(told: Span, base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        start = found and moved(found.start, told, 1)
        return moment(start) if start else None

    return read


def end_of_day(_: object) -> Reading:
    return eod_on(offset(0))


def eod_on(base: Reading) -> Reading:
    def read(frame: Frame) -> When | None:
        found = base(frame)
        if found is None or found.grain is not Grain.DAY:
            return None
        return replace(found, bound=Bound.BEFORE)

    return read


def dt(said: str) -> Reading:
    start = datetime.fromisoformat(said.upper()) if len(said) == len("2016-11-07t10:38") else None
    return lambda frame: moment(start) if start else None


def by_clock(base: Reading, told: Told) -> Reading:
    def read(frame: Frame) -> When | None:
        found = day_clock(base, told)(frame)
        return found.bounded(Bound.BEFORE) if found else None

    return read


def after_clock(base: Reading, told: Told) -> Reading:
    def read(frame: Frame) -> When | None:
        found = day_clock(base, told)(frame)
        return found.bounded(Bound.AFTER) if found else None

    return read


def by_hour(base: Reading, number: float) -> Reading | None:
    told = checked(number) if number else None
    return by_clock(base, told) if told else None


def by_hour_today(number: float) -> Reading | None:
    return by_hour(offset(0), number)

"""What phrases for times of day mean."""

from dataclasses import dataclass, replace

from understanding.dates.when import Frame

_DAY_HOURS = 24
_HOUR_MINUTES = 60
_OFFICE_END = 7
_SMALL_HOURS = 4


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
    "after_lunch": (13, 17), "after_work": (17, 21),
}  # fmt: skip


_LATE = frozenset(
    (
        "lunch",
        "afternoon",
        "early_afternoon",
        "late_afternoon",
        "evening",
        "early_evening",
        "late_evening",
        "night",
        "early_night",
        "late_night",
        "later",
        "after_lunch",
        "after_work",
    )
)


_HALF_DAY = 12
_TWENTY = 20


def clock_of(told: Told) -> Clock:
    if isinstance(told, Clock):
        return told
    hour, minute, *_ = (int(one) for one in told.replace("h", ":").replace(".", ":").split(":"))
    return Clock(hour % 24, minute, firm=hour > _HALF_DAY or hour == 0 or said_long(told))


def said_long(told: str) -> bool:
    """08:30 is the morning, whereas 8:30 may be the evening."""
    return told.startswith("0")


def checked(hour: float, minute: float = 0, *, firm: bool = False) -> Clock | None:
    if not (0 <= hour <= _DAY_HOURS and 0 <= minute < _HOUR_MINUTES):
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
    return checked(number - 1, 60 - minutes) if minutes in range(1, 60) and number > 0 else None


def _base(told: float | Told) -> Clock | None:
    return checked(told) if isinstance(told, (int, float)) else clock_of(told)


def past_min(minutes: float, told: float | Told) -> Clock | None:
    base = _base(told)
    return Clock(base.hour, int(minutes), base.firm) if base and not base.minute and minutes in range(1, 60) else None


def before_min(minutes: float, told: float | Told) -> Clock | None:
    base = _base(told)
    if base is None or base.minute or minutes not in range(1, 60):
        return None
    return Clock((base.hour - 1) % 24, 60 - int(minutes), base.firm)


def before_minutes(minutes: float, number: float, past: float) -> Clock | None:
    """Three minutes to five thirty."""
    left = 60 * number + past - minutes
    return checked(left // 60, left % 60) if number <= _DAY_HOURS and left > 0 else None


def before_round(minutes: float, told: float | Told) -> Clock | None:
    """Ten to six; "five to 6 pm" are two hours instead."""
    short_ = isinstance(told, Clock) and told.firm and minutes < _TWENTY
    return None if int(minutes) % 5 or short_ else before_min(minutes, told)


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
    # In "15, 9am" the first is a day.
    base = None if number > _HALF_DAY >= minute else checked(number, minute)
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
    at_night = part_.endswith(("night", "evening"))
    small_hours = at_night and (base.hour == _HALF_DAY or (part_.endswith("night") and base.hour < _SMALL_HOURS))
    if part_ == "lunch" and base.hour in (10, 11):
        return replace(base, firm=True)
    if small_hours:
        return Clock(base.hour % _HALF_DAY, base.minute, firm=True)
    return Clock(base.hour % _HALF_DAY + _HALF_DAY, base.minute, firm=True)


def part_clock_n(part_: str, number: float) -> Clock | None:
    base = checked(number)
    return part_clock(part_, base) if base else None


def part_hm(number: float, minute: float, part_: str) -> Clock | None:
    base = checked(number, minute)
    return part_clock(part_, base) if base else None


def part_half(part_: str, number: float) -> Clock | None:
    base = checked(number, 30)
    return part_clock(part_, base) if base else None


def settled(told: Told, frame: Frame) -> Clock:
    """A bare hour from one to seven is in the afternoon."""
    base = clock_of(told)
    if frame.office_hours and not base.firm and 1 <= base.hour <= _OFFICE_END:
        return replace(base, hour=base.hour + _HALF_DAY)
    return base

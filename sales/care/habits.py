"""The hours that a member keeps, and what they want to hear of: settings of their own, each with a default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from types import MappingProxyType

from sales.care.kinds import EVE_OF_VISIT, REMINDER_KINDS


@dataclass(frozen=True, slots=True)
class Span:
    """From one clock time to another, the end left out; where it ends before it begins it goes over midnight."""

    starts: time
    ends: time

    def __contains__(self, at: time) -> bool:
        if self.starts <= self.ends:
            return self.starts <= at < self.ends
        return at >= self.starts or at < self.ends

    @property
    def text(self) -> str:
        """As the store keeps it: "22:00-07:00"."""
        return f"{self.starts:%H:%M}-{self.ends:%H:%M}"


NIGHT, NOON_REST = Span(time(22), time(7)), Span(time(12), time(13, 30))
_MONDAY_TO_FRIDAY = "12345"


@dataclass(frozen=True, slots=True)
class Habits:
    """`workdays` are ISO weekdays (1 is Monday). `country` None: that of the zone; "": no public holidays.

    `a_day`: no more pushes than this on a day, what is urgent aside. `kinds` are those that the member turned on or
    off themselves.
    """

    agenda_at: time = time(8, 30)
    wrap_at: time = time(17, 45)
    digest_at: time = time(18, 30)
    talk_at: time = time(8)
    quiet: tuple[Span, ...] = (NIGHT, NOON_REST)
    workdays: frozenset[int] = frozenset(map(int, _MONDAY_TO_FRIDAY))
    country: str | None = None
    a_day: int = 12
    kinds: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))

    def wants(self, kind: str) -> bool:
        """Whether reminders of this kind come: as the member said, else as the kind has it."""
        rule = REMINDER_KINDS.get(kind)
        return self.kinds.get(kind, rule.standard if rule else kind != EVE_OF_VISIT)

    def is_quiet(self, at: time) -> bool:
        return any(at in span for span in self.quiet)


_ENOUGH = 60
"""Minutes of a day in which somebody can be told anything at all."""


class BadHabitError(ValueError):
    """A value that makes no sense, such as quiet hours that cover the whole day."""


def read_habits(values: Mapping[str, object]) -> Habits:
    """The habits from what the store has under their names; what makes no sense counts as not set."""
    default = Habits()
    return Habits(
        agenda_at=_clock(values.get("agenda"), default.agenda_at),
        wrap_at=_clock(values.get("wrap"), default.wrap_at),
        digest_at=_clock(values.get("digest"), default.digest_at),
        talk_at=_clock(values.get("talk"), default.talk_at),
        quiet=_quiet(values.get("quiet"), default.quiet),
        workdays=_weekdays(values.get("workdays"), default.workdays),
        country=country if isinstance(country := values.get("country"), str) else None,
        a_day=number if isinstance(number := values.get("a_day"), int) and number > 0 else default.a_day,
        kinds=_kinds(values.get("kinds")),
    )


def spans_of(text: str) -> tuple[Span, ...]:
    """Quiet hours as written: "22:00-07:00, 12:00-13:30". Raises BadHabitError, also where not an hour is left."""
    try:
        spans = tuple(_span(part) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise BadHabitError(text) from error
    if sum(_loud(spans, hour, minute) for hour in range(24) for minute in range(60)) < _ENOUGH:
        raise BadHabitError(text)
    return spans


def _span(text: str) -> Span:
    starts, _, ends = text.strip().partition("-")
    span = Span(time.fromisoformat(starts.strip()), time.fromisoformat(ends.strip()))
    if span.starts == span.ends:
        raise BadHabitError(text)
    return span


def _loud(spans: tuple[Span, ...], hour: int, minute: int) -> bool:
    return not any(time(hour, minute) in span for span in spans)


def _clock(value: object, default: time) -> time:
    try:
        return time.fromisoformat(str(value))
    except ValueError:
        return default


def _quiet(value: object, default: tuple[Span, ...]) -> tuple[Span, ...]:
    try:
        return spans_of(value) if isinstance(value, str) else default
    except BadHabitError:
        return default


def _weekdays(value: object, default: frozenset[int]) -> frozenset[int]:
    days = frozenset(int(digit) for digit in str(value) if digit in "1234567") if isinstance(value, str) else default
    return days or default


def _kinds(value: object) -> Mapping[str, bool]:
    chosen = value if isinstance(value, Mapping) else {}
    return MappingProxyType({str(name): on for name, on in chosen.items() if isinstance(on, bool)})

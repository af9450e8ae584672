"""Why a visit is proposed, and how much each reason counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Cause(StrEnum):
    """The reasons, the strongest first."""

    PROMISE = "promise"
    """Something was promised for `day`."""
    COMPLAINT = "complaint"
    """A complaint is open."""
    SLIPPING = "slipping"
    UNSEEN = "unseen"
    """By the end of the week nobody will have been there or called for `days`; `usual` is what the class allows."""
    NEVER = "never"
    """The same, of somebody whom nobody ever visited or called."""
    EXPECTED = "expected"
    """The next order is to be expected about `day`."""
    FAR = "far"
    """It lies `days` kilometres from the others: on no day's way."""


POINTS = {
    Cause.PROMISE: 50,
    Cause.COMPLAINT: 40,
    Cause.SLIPPING: 30,
    Cause.EXPECTED: 15,
    **dict.fromkeys((Cause.UNSEEN, Cause.NEVER), 10),
}
"""Of being unseen, for each time that the days of the class have gone by, up to three."""
OF_CLASS = {"A": 15, "B": 8}
_MOST_TIMES = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """A cause with its figures."""

    cause: Cause
    days: int = 0
    usual: int = 0
    day: date | None = None

    @property
    def text(self) -> str:
        """As the store keeps it: "unseen:45:30"."""
        figures = [self.day.isoformat()] if self.day else [str(one) for one in (self.days, self.usual) if one]
        return ":".join([self.cause, *figures])

    @property
    def points(self) -> float:
        times = min(self.days / self.usual, _MOST_TIMES) if self.usual else 1
        return POINTS.get(self.cause, 0) * times


def text_of(reasons: Iterable[Reason]) -> str:
    return " ".join(one.text for one in reasons)


def read_reasons(text: str) -> tuple[Reason, ...]:
    return tuple(_read(*one.split(":")) for one in text.split())


def _read(cause: str, first: str = "", second: str = "") -> Reason:
    if "-" in first:
        return Reason(Cause(cause), day=date.fromisoformat(first))
    return Reason(Cause(cause), int(first or 0), int(second or 0))

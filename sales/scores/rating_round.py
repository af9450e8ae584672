"""Where a manager stands in the seven questions of a rating; nothing of it is kept but the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sales.customers import Customer
from sales.scores.rating import Answer, Asked, Rating, to_ask

_ALL = tuple(Asked)


@dataclass(frozen=True, slots=True)
class RatingRound:
    """The question that is asked now, None: all are answered. `last` is what was answered to it before.

    `again`: all seven are gone through, whatever was answered lately.
    """

    customer: Customer
    asked: Asked | None
    rating: Rating
    last: int | None = None
    again: bool = False

    @property
    def place(self) -> int:
        return _ALL.index(self.asked) + 1 if self.asked else len(_ALL)

    @property
    def before(self) -> Asked | None:
        """The question before this one."""
        return _ALL[self.place - 2] if self.asked and self.place > 1 else None


def first(answers: Sequence[Answer], today: date) -> Asked | None:
    """Where a round begins, or goes on after an interruption; None: all were answered within half a year."""
    return next(iter(to_ask(answers, today)), None)


def after(asked: Asked, answers: Sequence[Answer], today: date, *, again: bool = False) -> Asked | None:
    """The next one in order that is due; once the due ones behind it are through, one that was left out before."""
    behind = _ALL[_ALL.index(asked) + 1 :]
    if again:
        return next(iter(behind), None)
    due = set(to_ask(answers, today)) - {asked}
    return next((one for one in (*behind, *_ALL) if one in due), None)


def last_answer(asked: Asked | None, answers: Sequence[Answer]) -> int | None:
    """The newest that says something."""
    said = [one.value for one in answers if one.asked is asked and one.value is not None]
    return said[-1] if said else None

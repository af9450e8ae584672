"""What customers spoke of and something was done about: who did what, and whose customers hear of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sales.kinds import Category
from sales.measures import Period

_FOUR_WEEKS = timedelta(days=27)
QUOTED = 6
"""Customers with a line of their own."""


@dataclass(frozen=True, slots=True)
class ThemeAsked:
    """Feedback of a category, told of in these days."""

    category: Category
    period: Period

    @classmethod
    def up_to(cls, category: Category, period: Period) -> "ThemeAsked":
        """Of a period, and of four weeks at least: who said so last week asked for it, too."""
        return cls(category, Period(min(period.first, period.last - _FOUR_WEEKS), period.last))

    @property
    def facts(self) -> dict[str, str | int]:
        """As they lie in a button."""
        period = self.period
        return {"category": self.category.value, "first": period.first.isoformat(), "last": period.last.isoformat()}

    @property
    def text(self) -> str:
        """As it is kept while the words are waited for."""
        return " ".join(map(str, self.facts.values()))


def read_theme(facts: Mapping[str, Any]) -> ThemeAsked:
    first, last = (date.fromisoformat(str(facts[name])) for name in ("first", "last"))
    return ThemeAsked(Category(str(facts["category"])), Period(first, last))


def theme_of(text: str) -> ThemeAsked:
    return read_theme(dict(zip(("category", "first", "last"), text.split(), strict=True)))


@dataclass(frozen=True, slots=True)
class Asker:
    """A customer who spoke of it, with their last words; `language` is the one in which they are written to."""

    customer: int
    name: str
    quote: str
    language: str


@dataclass(frozen=True, slots=True)
class ThemeDone:
    """What was done about feedback, as who did it reads it; `told` are the colleagues who hear of it."""

    arrival: int
    about: ThemeAsked
    note: str
    told: tuple[str, ...] = ()
    undone: bool = False


@dataclass(frozen=True, slots=True)
class ThemeNews:
    """The same, as an owner reads it: which of their customers asked for it."""

    done: ThemeDone
    by: str
    askers: tuple[Asker, ...] = ()
    more: int = 0

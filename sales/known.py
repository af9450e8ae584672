"""What is known of a customer or of a person there, field by field, with where it comes from and how old it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sales.fields import Field
from sales.kinds import Calendar
from sales.tellings import Source


@dataclass(frozen=True, slots=True)
class About:
    """Of whom something is known: a customer, or with `contact` a person there."""

    customer: int
    contact: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A value for a field, by hand unless said otherwise. An empty one says that nothing is known any more."""

    field: str
    value: str
    calendar: Calendar | None = None
    source: Source = Source.BUTTON


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that counts: of a field with one value the newest, of the others each value once.

    `id` is None for what only stands on the row, without a fact of its own.
    """

    field: str
    value: str
    at: datetime
    id: int | None = None
    contact: int | None = None
    calendar: Calendar | None = None
    source: Source = Source.TEXT
    member: int | None = None
    confirmed_at: datetime | None = None

    @property
    def fresh_at(self) -> datetime:
        """When somebody last said that it is so."""
        return max(self.at, self.confirmed_at) if self.confirmed_at else self.at


def counting(facts: Iterable[Known], fields: dict[str, Field]) -> tuple[Known, ...]:
    """The facts that count, of all live ones with the newest first."""
    seen: set[tuple[int | None, str, str]] = set()
    kept = []
    for fact in facts:
        many = fact.field in fields and fields[fact.field].many
        key = (fact.contact, fact.field, fact.value if many else "")
        if key not in seen:
            seen.add(key)
            kept.append(fact)
    return tuple(fact for fact in kept if fact.value)

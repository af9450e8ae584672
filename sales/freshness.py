"""How complete and how fresh a card is, and the one thing about it that is worth asking for.

Every field that matters has a weight (sales/fields.py, `matters`); those of people are counted for the main contact,
the one met last. With

    all   = the weights of all fields that matter
    there = the weights of those that have a value
    fresh = the weights of those that have one and were told or confirmed no more than `stale_after` days ago

a card's completeness is there / all, and its freshness fresh / there (1 where nothing is known: nothing is stale). Of
several cards the weights are added up before they are divided. What is missing is asked for before what is stale; of
each the heavier first, then the older, then in the order of the table.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sales.fields import FIELDS, Field, Of
from sales.known import Known

MATTERING = tuple(field for field in FIELDS.values() if field.matters)
ALL = sum(field.matters for field in MATTERING)


@dataclass(frozen=True, slots=True)
class Met:
    """A person at the customer, and the day on which they were met last."""

    contact: int
    on: date | None = None


def main_contact(people: Iterable[Met]) -> int | None:
    """The one met last; the one on record first, where that is a draw."""
    return max(people, key=lambda met: (met.on or date.min, -met.contact), default=Met(0)).contact or None


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one card or of several, see above."""

    all: int = 0
    there: int = 0
    fresh: int = 0

    def __add__(self, other: "Weights") -> "Weights":
        return Weights(self.all + other.all, self.there + other.there, self.fresh + other.fresh)

    @property
    def completeness(self) -> float:
        return self.there / self.all if self.all else 1.0

    @property
    def freshness(self) -> float:
        return self.fresh / self.there if self.there else 1.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A field that is missing, or (with `value` and the day `since`) stale. `contact` is whose it is, or would be."""

    field: Field
    contact: int | None = None
    value: str = ""
    since: date | None = None

    @property
    def is_stale(self) -> bool:
        return self.since is not None


def is_stale(field: Field, since: date, today: date) -> bool:
    """Whether what was last told or confirmed on that day has to be asked for again."""
    return field.stale_after is not None and since + timedelta(field.stale_after) < today


def weights(facts: Iterable[Known], main: int | None, today: date) -> Weights:
    """How complete and fresh the card is; `facts` are those that count, `main` the contact that matters."""
    there = _newest(facts, main)
    fresh = (field.matters for field, fact in there if fact and not _is_stale(field, fact, today))
    return Weights(ALL, sum(field.matters for field, fact in there if fact), sum(fresh))


def gaps(facts: Iterable[Known], main: int | None, today: date) -> tuple[Gap, ...]:
    """What is missing and what is stale, what is worth asking for most first."""
    found = (_gap(field, fact, main, today) for field, fact in _newest(facts, main))
    return tuple(sorted(filter(None, found), key=_urgency))


def question(gaps: Iterable[Gap], *, asked: Collection[str] = ()) -> Gap | None:
    """The one that is worth asking; `asked` are the fields asked for lately. Nobody's number can be asked for."""
    open_ones = (gap for gap in gaps if gap.field.name not in asked)
    return next((gap for gap in open_ones if gap.field.of is Of.CUSTOMER or gap.contact), None)


def _newest(facts: Iterable[Known], main: int | None) -> list[tuple[Field, Known | None]]:
    """Each field that matters with what is known of it: of several values the one told or confirmed last."""
    known: dict[str, Known] = {}
    for fact in facts:
        if fact.contact in (None, main) and _is_newer(fact, known.get(fact.field)):
            known[fact.field] = fact
    return [(field, known.get(field.name)) for field in MATTERING]


def _is_newer(fact: Known, other: Known | None) -> bool:
    return bool(fact.value) and (other is None or fact.fresh_at > other.fresh_at)


def _gap(field: Field, fact: Known | None, main: int | None, today: date) -> Gap | None:
    whose = main if field.of is Of.CONTACT else None
    if fact is None:
        return Gap(field, whose)
    since = fact.fresh_at.date()
    return Gap(field, whose, fact.value, since) if _is_stale(field, fact, today) else None


def _is_stale(field: Field, fact: Known, today: date) -> bool:
    """What only the row shows, and a night works out, nobody can be asked about."""
    return not (field.worked_out and fact.id is None) and is_stale(field, fact.fresh_at.date(), today)


def _urgency(gap: Gap) -> tuple[bool, int, date, int]:
    return gap.is_stale, -gap.field.matters, gap.since or date.min, MATTERING.index(gap.field)

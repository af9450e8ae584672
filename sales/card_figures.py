"""How complete and fresh the cards of each rep are, and which of them need it most."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sales.freshness import Weights

_COUNTS = {"A": 3, "B": 2}
"""A gap on the card of an A customer counts three times, on that of a B customer twice."""
NEEDIEST = 5


@dataclass(frozen=True, slots=True)
class CardFigures:
    """One customer's card. `owner` is the id of the member whose it is."""

    customer: int
    name: str
    owner: int
    grade: str | None
    weights: Weights

    @property
    def lacks(self) -> int:
        """What is missing or stale, in weights that count the class."""
        return (self.weights.all - self.weights.fresh) * _COUNTS.get(self.grade or "", 1)

    @property
    def is_stale_a(self) -> bool:
        return self.grade == "A" and self.weights.fresh < self.weights.there


@dataclass(frozen=True, slots=True)
class RepFigures:
    """The cards of one rep together. `stale` counts the A customers on whose card something is stale."""

    member: int
    name: str
    cards: int
    weights: Weights
    stale: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What /cards shows: of the reader alone, or of each rep of their teams; and the cards that lack most."""

    reps: tuple[RepFigures, ...]
    neediest: tuple[CardFigures, ...]


def figures(cards: Iterable[CardFigures], names: dict[int, str]) -> Figures:
    """By rep, those whose cards are least complete first."""
    every = sorted(cards, key=lambda card: (card.owner, card.customer))
    owned = ((owner, list(theirs)) for owner, theirs in groupby(every, key=lambda card: card.owner))
    found = (_rep(owner, names.get(owner, "?"), theirs) for owner, theirs in owned)
    reps = sorted(found, key=lambda rep: (rep.weights.completeness, rep.name))
    needy = sorted((card for card in every if card.lacks), key=lambda card: (-card.lacks, card.name, card.customer))
    return Figures(tuple(reps), tuple(needy[:NEEDIEST]))


def _rep(owner: int, name: str, cards: list[CardFigures]) -> RepFigures:
    together = sum((card.weights for card in cards), Weights())
    return RepFigures(owner, name, len(cards), together, sum(card.is_stale_a for card in cards))


NO_FIGURES = Figures((), ())

"""What the network thinks of each thing in a message, as seen from one customer."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sales.kinds import Category, Kind, Sentiment, Severity
from understanding.context.network import Told, told
from understanding.context.tokens import Sort, Token, stands, tokens
from understanding.message.notice import Noticed

KINDS = tuple(Kind)
MOST = 12
"""Customers of one message; nobody tells of more, and each takes as long as the first."""
CARRIES = (Kind.ORDER, Kind.PAYMENT, Kind.OPPORTUNITY, Kind.COMPLAINT)
"""The kinds that carry a sum, in the network's order."""


@dataclass(frozen=True, slots=True)
class View:
    """Logits: above zero is more likely than not. Dates, sums and people go by where they start."""

    kinds: dict[Kind, float]
    undated: float
    category: dict[Category, float]
    severity: dict[Severity, float]
    sentiment: dict[Sentiment, float]
    due: dict[int, float]
    on: dict[int, dict[Kind, float]]
    sums: dict[int, dict[Kind, float]]
    person: dict[int, float]


def views(noticed: Noticed, keys: Iterable[int]) -> dict[int, View]:
    """One view for each key of a customer."""
    some, wanted = tokens(noticed), list(keys)[:MOST]
    if not some:
        return {}
    found = told(some, stands(noticed, some, wanted))
    return {key: _view(some, one) for key, one in zip(wanted, found, strict=True)}


def _view(some: list[Token], found: Told) -> View:
    places: dict[Sort, list[int]] = {sort: [] for sort in Sort}
    for place, one in enumerate(some):
        places[one.sort].append(place)
    return View(
        kinds=dict(zip(KINDS, found["kinds"].tolist(), strict=True)),
        undated=float(found["undated"][0]),
        category=dict(zip(Category, found["category"].tolist(), strict=True)),
        severity=dict(zip(Severity, found["severity"].tolist(), strict=True)),
        sentiment=dict(zip(Sentiment, found["sentiment"].tolist(), strict=True)),
        due={some[place].start: float(found["due"][place, 0]) for place in places[Sort.DATE]},
        on={some[place].start: dict(zip(KINDS, _row(found["on"], place), strict=True)) for place in places[Sort.DATE]},
        sums={
            some[place].start: dict(zip(CARRIES, _row(found["sums"], place), strict=True)) for place in places[Sort.SUM]
        },
        person={some[place].start: float(found["person"][place, 0]) for place in places[Sort.PERSON]},
    )


def _row(numbers: np.ndarray[tuple[int, ...], np.dtype[np.float32]], place: int) -> list[float]:
    row: list[float] = numbers[place].tolist()
    return row

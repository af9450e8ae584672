"""How good a customer is to have, by criteria with weights that an admin sets; what nobody knows stays unknown.

Each criterion has a value of 1 (worst) to 5. Six of them a manager is asked for, two are worked out from what the
customer ordered and paid. With k the criteria that are known and w their weights

    score = 100 * (sum over k of w * value / sum over k of w - 1) / 4,    known = sum over k of w / sum over all of w.

An unknown one is never taken for a middling one: the share known is told beside the score, and so is the span between
the score if all unknown ones were 1 and if they were 5. Less than half known: no score. An answer holds for 18 months.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

WORST, BEST = 1, 5
HOLDS = timedelta(days=548)
ASKED_AGAIN = timedelta(days=182)
"""Managers are asked of their A customers twice a year."""
_ENOUGH = 0.5


class Criterion(StrEnum):
    """What a customer is rated by."""

    SIZE = "size"
    FINANCES = "finances"
    POSITION = "position"
    PURCHASING_POWER = "purchasing_power"
    HISTORY = "history"
    RELIABILITY = "reliability"
    REPUTATION = "reputation"
    GROWTH = "growth"


WORKED_OUT = frozenset({Criterion.HISTORY, Criterion.RELIABILITY})
"""From orders and payments; nobody is asked for them."""
Weights = Mapping[Criterion, int]
MOST_WEIGHT = 100
USUAL: Weights = MappingProxyType(
    {
        Criterion.SIZE: 10,
        Criterion.FINANCES: 15,
        Criterion.POSITION: 10,
        Criterion.PURCHASING_POWER: 20,
        Criterion.HISTORY: 15,
        Criterion.RELIABILITY: 10,
        Criterion.REPUTATION: 5,
        Criterion.GROWTH: 15,
    }
)
"""Where no admin has set others."""


class Asked(StrEnum):
    """The seven taps, in this order: a criterion each, and our share of their purchases, for their loyalty."""

    SIZE = Criterion.SIZE.value
    FINANCES = Criterion.FINANCES.value
    POSITION = Criterion.POSITION.value
    PURCHASING_POWER = Criterion.PURCHASING_POWER.value
    REPUTATION = Criterion.REPUTATION.value
    GROWTH = Criterion.GROWTH.value
    SHARE = "share"


_FIELD = "rated_"


def field_of(asked: Asked) -> str:
    """The field (sales.fields.RATED) that keeps its answers."""
    return f"{_FIELD}{asked}"


SHARES = MappingProxyType({1: 0.05, 2: 0.2, 3: 0.45, 4: 0.75, 5: 0.95})
"""Our share of their purchases by the value that was tapped: under 10 %, to 30 %, to 60 %, to 90 %, over."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a manager tapped on the day `on`; `value` None: they don't know either."""

    asked: Asked
    value: int | None
    on: date


def answer_of(field: str, value: str, on: date) -> Answer:
    """As it was kept: the field, and what was tapped."""
    return Answer(Asked(field.removeprefix(_FIELD)), int(value) if value.isdigit() else None, on)


@dataclass(frozen=True, slots=True)
class Criterial:
    """One criterion of a customer; `value` None: not known. `since` is the day of the answer, None: worked out."""

    criterion: Criterion
    value: int | None
    weight: int
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """`score` of 0 to 100, None: too little is known; it would lie between `low` and `high` if all were known."""

    score: int | None
    known: int
    low: int
    high: int
    criteria: tuple[Criterial, ...]

    @property
    def unknown(self) -> tuple[Criterion, ...]:
        return tuple(one.criterion for one in self.criteria if one.value is None)


def rating(values: Mapping[Criterion, Criterial | int | None], weights: Weights = USUAL) -> Rating:
    """From the value of each criterion; what is left out, or no value of 1 to 5, is not known. Weight 0: left alone."""
    every = tuple(_criterial(one, values.get(one), weights.get(one, 0)) for one in Criterion)
    counted = tuple(one for one in every if one.weight > 0)
    all_weights = sum(one.weight for one in counted)
    known = [(one.weight, one.value) for one in counted if one.value is not None]
    known_weight, points = sum(weight for weight, _ in known), sum(weight * value for weight, value in known)
    if not all_weights:
        return Rating(None, 0, 0, 100, counted)
    rest = all_weights - known_weight
    low, high = (_score((points + rest * end) / all_weights) for end in (WORST, BEST))
    score = _score(points / known_weight) if known_weight >= _ENOUGH * all_weights else None
    return Rating(score, round(100 * known_weight / all_weights), low, high, counted)


def _criterial(criterion: Criterion, known: Criterial | int | None, weight: int) -> Criterial:
    value = known.value if isinstance(known, Criterial) else known
    since = known.since if isinstance(known, Criterial) else None
    fits = value is not None and WORST <= value <= BEST
    return Criterial(criterion, value if fits else None, min(max(weight, 0), MOST_WEIGHT), since if fits else None)


def _score(mean: float) -> int:
    return round(100 * (mean - WORST) / (BEST - WORST))


def answered(answers: Iterable[Answer], today: date) -> dict[Criterion, Criterial]:
    """What the answers say of the criteria: of each the newest, while it holds; "don't know" takes nothing back."""
    found: dict[Criterion, Criterial] = {}
    for one in sorted(answers, key=lambda answer: answer.on):
        if one.asked is not Asked.SHARE and one.value is not None and one.on <= today < one.on + HOLDS:
            criterion = Criterion(one.asked.value)
            found[criterion] = Criterial(criterion, one.value, 0, one.on)
    return found


def share_answered(answers: Iterable[Answer], today: date) -> float | None:
    """Our share of their purchases, as the manager judged it last; None: nobody has, or long ago."""
    said = [
        one
        for one in sorted(answers, key=lambda answer: answer.on)
        if one.asked is Asked.SHARE and one.value in SHARES and one.on <= today < one.on + HOLDS
    ]
    return SHARES[said[-1].value or WORST] if said else None


def to_ask(answers: Iterable[Answer], today: date) -> tuple[Asked, ...]:
    """What is to be asked now: what nobody was asked for in half a year, whatever they answered."""
    lately = {one.asked for one in answers if today < one.on + ASKED_AGAIN}
    return tuple(one for one in Asked if one not in lately)


def read_weights(stored: object) -> Weights:
    """The weights as the store has them; what makes no sense counts as not set."""
    if not isinstance(stored, Mapping):
        return USUAL
    fitting = {
        Criterion(name): weight
        for name, weight in stored.items()
        if name in list(Criterion) and isinstance(weight, int) and 0 <= weight <= MOST_WEIGHT
    }
    return MappingProxyType({**USUAL, **fitting}) if any({**USUAL, **fitting}.values()) else USUAL

"""Weighs what a scene tells: half by linear models of its words, half by the network that reads the whole message."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from sales.kinds import Category, Kind, Sentiment, Severity
from understanding.context.views import View, views
from understanding.message.linear import Linear, linear, linear_date
from understanding.message.notice import Noticed
from understanding.message.scenes import Scene

SHARE = 0.5
"""The network's."""
BOTH = 0.85
"""So likely a date has to be for a second customer too, to be due for both."""
_FAR = 1e-4
Choice = TypeVar("Choice", Category, Severity, Sentiment)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Probabilities. Dates, sums and people go by where they start; what is about another customer is unlikely."""

    scene: Scene
    by_clause: list[dict[str, float]]
    kinds: dict[Kind, float]
    undated: float
    category: Category
    sure_category: float
    severity: Severity
    sentiment: Sentiment
    due: dict[int, float]
    on: dict[int, dict[Kind, float]]
    sums: dict[int, dict[Kind, float]]
    person: dict[int, float]


def weigh(noticed: Noticed, some: Iterable[Scene]) -> list[Weighed]:
    each = list(some)
    seen = views(noticed, [scene.key for scene in each])
    looked_at = [scene for scene in each if scene.key in seen]
    told = linear(noticed, looked_at) if looked_at else []
    return _settled(
        [_weighed(noticed, scene, one, seen[scene.key]) for scene, one in zip(looked_at, told, strict=True)]
    )


def _settled(some: list[Weighed]) -> list[Weighed]:
    """A date is due for whom it most likely is; it is due at all if that is likely of any of them."""
    for start in {start for one in some for start in one.due}:
        chances = [one.due.get(start, 0.0) for one in some]
        best = max(range(len(some)), key=chances.__getitem__)
        either = 1 - math.prod(1 - chance for chance in chances)
        for place, one in enumerate(some):
            if place == best:
                one.due[start] = either
            elif chances[place] < BOTH:
                one.due[start] = 0.0
    return some


def _weighed(noticed: Noticed, scene: Scene, told: Linear, view: View) -> Weighed:
    kinds = _either(told.of("kinds"), told.by_clause)
    days = {one.start: linear_date(noticed, scene, one.start) for one in noticed.dates if one.start in view.due}
    category, sure_category = _best(told.of("category"), view.category)
    return Weighed(
        scene=scene,
        by_clause=told.by_clause,
        kinds={kind: _joined(kinds[kind.value], logit) for kind, logit in view.kinds.items()},
        undated=_joined(told.of("undated")["undated"], view.undated),
        category=category,
        sure_category=sure_category,
        severity=_best(told.of("severity"), view.severity)[0],
        sentiment=_best(told.of("sentiment"), view.sentiment)[0],
        due={start: _joined(one["due"], view.due[start]) for start, one in days.items()},
        on={
            start: {kind: _joined(one["on"], logit) for kind, logit in view.on[start].items()}
            for start, one in days.items()
        },
        sums={start: {kind: _chance(logit) for kind, logit in one.items()} for start, one in view.sums.items()},
        person={start: _chance(logit) for start, logit in view.person.items()},
    )


def _either(whole: dict[str, float], by_clause: list[dict[str, float]]) -> dict[str, float]:
    """The mean of two views: of the scene as a whole, and of its clauses, one of which has to tell the kind."""
    return {name: (chance + 1 - math.prod(1 - one[name] for one in by_clause)) / 2 for name, chance in whole.items()}


def _best(told: dict[str, float], logits: dict[Choice, float]) -> tuple[Choice, float]:
    """The likeliest choice and its share."""
    weights = {one: math.sqrt(max(told[one.value], _FAR) * math.exp(logit)) for one, logit in logits.items()}
    best = max(weights, key=lambda one: weights[one])
    return best, weights[best] / sum(weights.values())


def _joined(linear: float, logit: float) -> float:
    held = min(max(linear, _FAR), 1 - _FAR)
    return _chance((1 - SHARE) * math.log(held / (1 - held)) + SHARE * logit)


def _chance(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))

"""What the linear models say of a message: of each scene, of its clauses and of the dates, all asked at once."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from understanding.message.clauses import clause_at
from understanding.message.model import Chances, chances, models
from understanding.message.notice import Noticed
from understanding.message.samples import Sample, of_clauses, of_date, of_scene
from understanding.message.scenes import Scene

_ELSEWHERE = 0.03
"""How likely a date is held that stands among the words about another customer."""


@dataclass(frozen=True, slots=True)
class Linear:
    """What is said of a scene as a whole, and for each clause how likely it tells each kind."""

    whole: Chances
    by_clause: list[dict[str, float]]

    def of(self, name: str) -> dict[str, float]:
        """What one of the models says of the whole."""
        return models()[name].of(self.whole)


def linear(noticed: Noticed, scenes: Sequence[Scene]) -> list[Linear]:
    """Of each scene; what is said of the dates is kept with what was noticed."""
    dates = _dates(noticed, scenes)
    samples = [one for scene in scenes for one in (of_scene(noticed, scene), *of_clauses(noticed, scene))]
    told = iter(chances([*samples, *dates.values()]))
    found = [Linear(next(told), _by_clause(itertools.islice(told, len(scene.clauses)))) for scene in scenes]
    noticed.weighed |= {start: models()["dates"].of(one) for start, one in zip(dates, told, strict=True)}
    return found


def _by_clause(told: Iterable[Chances]) -> list[dict[str, float]]:
    return [models()["clauses"].of(one) for one in told]


def _dates(noticed: Noticed, scenes: Iterable[Scene]) -> dict[int, Sample]:
    """The dates that have not been weighed, by where they start."""
    within = [clause for scene in scenes for clause in scene.clauses]
    some = {one.start: one for one in reversed(noticed.dates) if one.start not in noticed.weighed}
    return {start: of_date(noticed, clause, one) for start, one in some.items() if (clause := clause_at(within, start))}


def linear_date(noticed: Noticed, scene: Scene, start: int) -> dict[str, float]:
    """How likely a date is a day due, or a day on which something happened, once the scenes have been weighed."""
    here = clause_at(scene.clauses, start) is not None
    return noticed.weighed[start] if here else {"due": _ELSEWHERE, "on": _ELSEWHERE}

"""How those who sell in a team stand with their targets together, and who is behind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sales.measures import Measure
from sales.targets import Progress, Span, Standing, in_order

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Behind:
    """Somebody who is not on course, with the measure of which most is missing and how much of it is done."""

    name: str
    measure: Measure
    percent: int


@dataclass(frozen=True, slots=True)
class TeamTargets:
    """`reached`: of each measure, the per cent done of what all are to reach together; `aimed` have targets."""

    reached: tuple[tuple[Measure, int], ...] = ()
    behind: tuple[Behind, ...] = ()
    aimed: int = 0


def together(standings: Iterable[Standing], span: Span) -> TeamTargets:
    """Of the targets with this span; whoever is furthest behind first."""
    lines = [(one.name, [each for each in one.progress if each.target.span is span]) for one in standings]
    with_targets = [(name, progress) for name, progress in lines if progress]
    late = (_behind(name, progress) for name, progress in with_targets)
    behind = sorted(filter(None, late), key=lambda one: (one.percent, one.name))
    every = [each for _, progress in with_targets for each in progress]
    return TeamTargets(tuple(_reached(every)), tuple(behind), len(with_targets))


def _behind(name: str, progress: Sequence[Progress]) -> Behind | None:
    lacking = [each for each in progress if each.lacks]
    if not lacking:
        return None
    worst = min(lacking, key=lambda each: each.percent)
    return Behind(name, worst.target.measure, worst.percent)


def _reached(every: Sequence[Progress]) -> Iterable[tuple[Measure, int]]:
    for measure in dict.fromkeys(target.measure for target in in_order([each.target for each in every])):
        of_it = [each for each in every if each.target.measure is measure]
        done = sum(max(0, each.done) for each in of_it)
        yield measure, done * _WHOLE // sum(each.target.number for each in of_it)

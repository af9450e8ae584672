"""Many people on one page: the busiest and the quietest by name, the rest of them by team."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sales.pictures.digest_facts import RepDays

MOST_ROWS = 14
NAMED = 5
"""So many of the busiest, and so many of the quietest."""
_TEAMS = 3


@dataclass(frozen=True, slots=True)
class Team:
    """Those of a team who have no line of their own: how many they are, and what one of them did on average."""

    name: str
    people: int
    numbers: Mapping[date, float]


@dataclass(frozen=True, slots=True)
class Folded:
    """All by name in `busiest` where they have room; a team without a name is the rest of all teams."""

    busiest: tuple[RepDays, ...]
    teams: tuple[Team, ...] = ()
    quietest: tuple[RepDays, ...] = ()


def folded(reps: Sequence[RepDays]) -> Folded:
    ranked = sorted(reps, key=lambda rep: (-rep.total, rep.name))
    if len(ranked) <= MOST_ROWS:
        return Folded(tuple(ranked))
    return Folded(tuple(ranked[:NAMED]), _teams(ranked[NAMED:-NAMED]), tuple(ranked[-NAMED:]))


def _teams(reps: Sequence[RepDays]) -> tuple[Team, ...]:
    """The largest teams; those that have no room, and who stands in none, together."""
    there: dict[str, list[RepDays]] = defaultdict(list)
    for rep in reps:
        there[rep.team].append(rep)
    ranked = sorted(there, key=lambda team: (not team, -len(there[team]), team))
    shown = ranked[: _TEAMS if len(ranked) > _TEAMS + 1 else len(ranked)]
    rest = [rep for team in ranked[len(shown) :] for rep in there[team]]
    lines = [_team(name, there[name]) for name in shown]
    return tuple([*lines, _team("", rest)] if rest else lines)


def _team(name: str, people: Sequence[RepDays]) -> Team:
    days = {day for rep in people for day in rep.numbers}
    numbers = {day: sum(rep.numbers.get(day, 0) for rep in people) / len(people) for day in sorted(days)}
    return Team(name, len(people), numbers)

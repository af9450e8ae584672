"""Gathers the clauses about one customer into a scene, and weighs what the scene says."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from understanding.dates.finding import DatePhrase
from understanding.dates.sides import Sides
from understanding.dates.when import Bound, Grain
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.people import Person

if TYPE_CHECKING:
    from understanding.message.corrections import Placed

_MARKS = frozenset({"denied", "supposed", "past", "future"})
NOBODY = -2
"""Stands for the customer of a message that names none."""


@dataclass(slots=True)
class Scene:
    """What a message says of one customer."""

    key: int
    clauses: list[Clause]
    people: list[Person]

    @property
    def dates(self) -> list[DatePhrase]:
        return [one for clause in self.clauses for one in clause.dates]


def scenes(noticed: Noticed) -> list[Scene]:
    keys = dict.fromkeys(key for keys in noticed.about for key in keys) or {NOBODY: None}
    return [_scene(noticed, key) for key in keys]


def _scene(noticed: Noticed, key: int) -> Scene:
    some = [
        clause
        for clause, keys in zip(noticed.clauses, noticed.about, strict=True)
        if key in keys or (key == NOBODY and not keys)
    ]
    people = [one for one in noticed.people if any(clause.start <= one.start < clause.end for clause in some)]
    return Scene(key, some, people)


def words(noticed: Noticed, some: Iterable[Clause]) -> str:
    """The clauses' words, with the names of customers, people and dates taken out."""
    marked: list[Placed] = [*noticed.named, *noticed.people, *noticed.dates]
    gone = sorted((one.start, one.end) for one in marked)
    return " . ".join(_without(noticed.spelled, clause, gone) for clause in some)


def _without(spelled: str, clause: Clause, gone: list[tuple[int, int]]) -> str:
    pieces, place = [], clause.start
    for start, end in gone:
        if clause.start <= start < clause.end and start >= place:
            pieces.append(spelled[place:start])
            place = end
    return " ".join([*pieces, spelled[place : max(place, clause.end)]])


def scene_signs(noticed: Noticed, scene: Scene) -> list[str]:
    """The cues of a scene, each also with what its clause says of it: denied, planned, supposed."""
    signs: set[str] = set()
    for clause in scene.clauses:
        names = clause.signs
        marks: list[str] = [mark for mark in ("denied", "supposed", "task", "past") if mark in names]
        marks += ["ahead"] if any(_ahead(noticed.sides[one.start]) for one in clause.dates) else []
        marks += ["sum"] if clause.sums else []
        signs |= names
        signs |= {f"{name}+{mark}" for name in names - set(marks) for mark in marks}
        signs |= {f"{name} only" for name in names if not marks}
        content = sorted(names - _MARKS)
        signs |= {f"{one} & {other}" for one, other in itertools.combinations(content, 2)}
    signs |= {"person"} if scene.people else {"nobody"}
    signs |= {f"sum {one.strength}" for clause in scene.clauses for one in clause.sums}
    signs |= {f"date {noticed.sides[one.start].way}" for one in scene.dates}
    return sorted(signs | {f"clauses {min(len(scene.clauses), 4)}", f"fact {bool(noticed.facts)}"})


def clause_signs(noticed: Noticed, scene: Scene, clause: Clause) -> list[str]:
    """The cues of one clause and what stands beside them, and the cues of its neighbours."""
    names = clause.signs
    marks: list[str] = [mark for mark in ("denied", "supposed", "task", "past", "request") if mark in names]
    marks += sorted({f"date {noticed.sides[one.start].way}" for one in clause.dates})
    marks += ["sum"] if clause.sums else []
    content = sorted(names - _MARKS)
    signs = names | {f"{name}+{mark}" for name in content for mark in marks if mark != name} | set(marks)
    signs |= {f"{name} only" for name in names if not marks}
    signs |= {f"{one} & {other}" for one, other in itertools.combinations(content, 2)}
    index = scene.clauses.index(clause)
    signs |= {f"before {cue.name}" for other in scene.clauses[max(0, index - 1) : index] for cue in other.cues}
    signs |= {f"after {cue.name}" for other in scene.clauses[index + 1 : index + 2] for cue in other.cues}
    signs |= {f"named {bool(clause.named)}", f"first {index == 0}", f"alone {len(scene.clauses) == 1}"}
    signs |= {"person"} if any(clause.start <= one.start < clause.end for one in scene.people) else set()
    return sorted(signs)


def _ahead(seen: Sides) -> bool:
    return bool(seen.ahead and (seen.ahead.bound is Bound.BEFORE or seen.way == "ahead"))


def date_signs(noticed: Noticed, clause: Clause, one: DatePhrase) -> list[str]:
    """What stands around a date: whether it is a day behind, a day due, or neither."""
    spelled = noticed.spelled
    seen = noticed.sides[one.start]
    way, ahead = seen.way, seen.ahead
    before = (
        spelled[clause.start : one.start].split()[-3:]
        if spelled[: one.start].isascii()
        else list(spelled[max(clause.start, one.start - 4) : one.start])
    )
    after = (
        spelled[one.end : clause.end].split()[:3]
        if spelled[one.end : clause.end].isascii()
        else list(spelled[one.end : min(clause.end, one.end + 4)])
    )
    signs = {f"way {way}", f"clauses {len(noticed.clauses) > 1}"}
    if ahead:
        signs |= {
            f"bound {ahead.bound}",
            f"grain {Grain(ahead.grain).name}",
            f"clock {ahead.clock}",
            f"edge {ahead.edge}",
        }
        signs |= {f"way {way} bound {ahead.bound}"}
    signs |= {f"-{index} {word}" for index, word in enumerate(reversed(before))}
    signs |= {f"+{index} {word}" for index, word in enumerate(after)}
    signs |= {f"here {name}" for name in clause.signs} | {f"way {way} {name}" for name in clause.signs}
    signs |= {f"first {not after}", f"starts {not before}"}
    signs |= {f"next {name}" for name in _following(noticed, clause)} | {
        f"previous {name}" for name in _previous(noticed, clause)
    }
    return sorted(signs)


def _following(noticed: Noticed, clause: Clause) -> Iterator[str]:
    index = noticed.clauses.index(clause)
    if index + 1 < len(noticed.clauses):
        yield from {cue.name for cue in noticed.clauses[index + 1].cues}


def _previous(noticed: Noticed, clause: Clause) -> Iterator[str]:
    index = noticed.clauses.index(clause)
    if index:
        yield from {cue.name for cue in noticed.clauses[index - 1].cues}

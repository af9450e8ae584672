"""Tells whether all that a message says of a payment or a sale is of one that has not come: promised, owed, lost."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from sales.kinds import Kind
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause
from understanding.message.cues import Cue
from understanding.message.notice import Noticed
from understanding.message.scenes import Scene
from understanding.message.templates import Book, stamped, template

KINDS = (Kind.PAYMENT, Kind.ORDER, Kind.OPPORTUNITY)
_NOT_DONE = ("", "(?![了过咗])")
"""才付 is to come, 才付了 has come."""
_LOST = ("", "")
_DONE = re.compile("[了咗]|到[账帐]")
"""What was owed has come: 欠我们的三万今天给了."""
_MOST = 40
"""More than anybody says in one clause."""
Stretch = tuple[int, int]


def is_undone(noticed: Noticed, scene: Scene, kind: Kind) -> bool:
    """Whether something speaks against it, and nothing beside that of one."""
    against = {clause.start: speaks_against(noticed, clause, kind) for clause in scene.clauses}
    if not any(against.values()):
        return False
    cues = ((clause, cue) for clause in scene.clauses for cue in clause.cues if cue.name == kind.value)
    return not any(_tells(noticed.spelled, cue, against[clause.start], kind) for clause, cue in cues)


def speaks_against(noticed: Noticed, clause: Clause, kind: Kind) -> list[Stretch]:
    """The stretches of a clause in which nothing tells that it came."""
    return list(_against(noticed.spelled, clause, kind))


def is_lost(noticed: Noticed, scene: Scene) -> bool:
    """Whether a sale came to nothing."""
    said = (noticed.spelled[clause.start : clause.end] for clause in scene.clauses)
    return any(True for one in said for kind in KINDS for _ in _found(kind, "nothing", one))


def _tells(spelled: str, cue: Cue, against: list[Stretch], kind: Kind) -> bool:
    """A bare name, such as "deposit", is no more than what else the clause says of it."""
    if any(start < cue.end and cue.start < end for start, end in against):
        return False
    return not (against and spelled[cue.start : cue.end] in _names(kind))


def _against(spelled: str, clause: Clause, kind: Kind) -> Iterator[Stretch]:
    """A sum stands as one word: "PO 8871 for 27,300 came in"."""
    first, last = clause.start, clause.end
    said = stamped(spelled[first:last], "0", [(one.start - first, one.end - first) for one in clause.sums])
    done = max((found.start() for found in _DONE.finditer(said)), default=-1)
    for start, end in _found(kind, "terms", said):
        yield first + start, first + end
    for start, end in _found(kind, "ahead", said):
        yield first + start, first + end if done >= end else last
    for name in ("supposed", "nothing"):
        yield from ((first + start, last) for start, _ in _found(kind, name, said))
    yield from ((first, first + end) for _, end in _found(kind, "if_so", said))


def _found(kind: Kind, name: str, said: str) -> Iterator[Stretch]:
    every = (found.span() for one in _book(kind, name).tried(said) for found in one.pattern.finditer(said))
    return itertools.islice(every, _MOST)


@cache
def _book(kind: Kind, name: str) -> Book:
    around = _LOST if name == "nothing" else _NOT_DONE
    return Book(template(language, said, {}, around) for language in LANGUAGES for said in _words(language, kind, name))


@cache
def _names(kind: Kind) -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in _words(language, kind, "names"))


def _words(language: str, kind: Kind, name: str) -> list[str]:
    words: list[str] = table(language, "undone")[kind.value][name]
    return words

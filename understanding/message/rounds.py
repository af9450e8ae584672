"""Sees visits and calls that are told as such: "two visits today: ...", 今天跑了三家, "the meeting went well"."""

from collections.abc import Iterator
from functools import cache

from sales.kinds import Kind
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.notice import Noticed
from understanding.message.scenes import NOBODY, Scene
from understanding.message.templates import Book, template

_FEWEST = 2


def rounds(noticed: Noticed, scene: Scene) -> Iterator[Kind]:
    """What is told of all customers before the first is named, if this one was not left out."""
    if scene.key == NOBODY or len({one.key for one in noticed.named}) < _FEWEST or _is_left_out(noticed, scene):
        return
    ahead = noticed.spelled[: noticed.named[0].start]
    for kind in (Kind.VISIT, Kind.CALL):
        if any(one.pattern.search(ahead) for one in _book(kind.value).tried(ahead)):
            yield kind


def has_met(noticed: Noticed, scene: Scene) -> bool:
    """The meeting went well."""
    said = [noticed.spelled[clause.start : clause.end] for clause in scene.clauses]
    return any(one.pattern.search(words) for words in said for one in _book("met").tried(words))


def _is_left_out(noticed: Noticed, scene: Scene) -> bool:
    said = [noticed.spelled[clause.start : clause.end] for clause in scene.clauses]
    missed = any(clause.has("missed") for clause in scene.clauses)
    return missed or any(word in one for one in said for word in _not_there())


@cache
def _book(name: str) -> Book:
    return Book(template(language, said, {}) for language in LANGUAGES for said in table(language, "rounds")[name])


@cache
def _not_there() -> tuple[str, ...]:
    return tuple(word for language in LANGUAGES for word in table(language, "rounds")["not_there"])

"""Builds phrases from words by the grammar: a chart filled from left to right, each stretch and class once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from understanding.dates.grammar import Rule, complete, rules
from understanding.dates.when import Reading
from understanding.dates.words import Lexeme, Value

LONGEST = 14
"""Time words in a row that are read together; what is longer is cut."""
_CROWDED = 40
_WORK = 300
"""So many phrases are built of one row; what remains is left unread."""
_REMEMBERED = 4000

Chosen = tuple[int, int, Reading, str]
"""A phrase from one word of a row up to another, what it means and its class."""


@dataclass(slots=True)
class Phrase:
    """The lexemes `first` up to `end` are a phrase of class `name`."""

    first: int
    end: int
    name: str
    value: Value


class Chart:
    """All phrases in a row of time words."""

    def __init__(self, row: Sequence[Lexeme]) -> None:
        self._left = _WORK
        self.ending: list[dict[str, dict[int, Phrase]]] = [{} for _ in range(len(row) + 1)]
        for index, lexeme in enumerate(row):
            for name, value in lexeme.classes.items():
                self._add(Phrase(index, index + 1, name, value))

    def roots(self) -> Iterator[Phrase]:
        for by_name in self.ending:
            for name in complete() & by_name.keys():
                yield from by_name[name].values()

    def _add(self, phrase: Phrase) -> None:
        agenda = [phrase]
        while agenda and self._left > 0:
            self._left -= 1
            one = agenda.pop(0)
            known = self.ending[one.end].setdefault(one.name, {})
            if one.first in known or len(known) > _CROWDED:
                continue
            known[one.first] = one
            agenda.extend(self._built_on(one))

    def _built_on(self, last: Phrase) -> Iterator[Phrase]:
        here = self.ending[last.first]
        for rule in rules().get(last.name, ()):
            if rule.before and rule.before not in here:
                continue
            for first, values in self._before(rule, len(rule.symbols) - 2, last.first, [last.value]):
                value = rule.mean(values)
                if value is not None:
                    yield Phrase(first, last.end, rule.result, value)

    def _before(self, rule: Rule, index: int, end: int, values: list[Value]) -> Iterable[tuple[int, list[Value]]]:
        """Walk back through the rule's symbols from `end`."""
        if index < 0:
            return [(end, values)]
        found = self.ending[end].get(rule.symbols[index])
        if not found:
            return ()
        return self._walks(rule, index, tuple(found.values()), values)

    def _walks(
        self, rule: Rule, index: int, found: tuple[Phrase, ...], values: list[Value]
    ) -> Iterator[tuple[int, list[Value]]]:
        for phrase in found:
            yield from self._before(rule, index - 1, phrase.first, [phrase.value, *values])


def best(row: Sequence[Lexeme]) -> tuple[Chosen, ...]:
    """Choose phrases that do not overlap, each with its class: the longest first, then the leftmost."""
    return _best(tuple(tuple(lexeme.classes.items()) for lexeme in row))


@lru_cache(maxsize=_REMEMBERED)
def _best(row: tuple[tuple[tuple[str, Value], ...], ...]) -> tuple[Chosen, ...]:
    """Words mean what their classes tell, wherever they stand; and every second message says "tomorrow"."""
    chart = Chart([Lexeme(0, 0, dict(classes)) for classes in row])
    return tuple((one.first, one.end, one.value, one.name) for one in chosen(chart, len(row)) if callable(one.value))


def chosen(chart: Chart, length: int) -> Iterator[Phrase]:
    taken = [False] * length
    for one in sorted(chart.roots(), key=lambda one: (one.first - one.end, one.first, _ORDER[one.name])):
        if not any(taken[one.first : one.end]) and callable(one.value):
            taken[one.first : one.end] = [True] * (one.end - one.first)
            yield one


_ORDER = {name: rank for rank, name in enumerate(("time", "day", "timerange", "range", "daypart", "sequel", "bounded"))}

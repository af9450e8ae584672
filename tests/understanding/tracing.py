"""Tells which lines of the dates' grammar a text uses, so that none stays without an example."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from understanding.dates.chart import Chart, Phrase, chosen
from understanding.dates.grammar import Rule, read_line, rules
from understanding.dates.lexemes import lexemes
from understanding.dates.words import Lexeme
from understanding.lexicon.shelf import shared
from understanding.spelling import plain


@dataclass(slots=True)
class Built(Phrase):
    """A phrase with the rule that made it and what it was made of."""

    rule: Rule
    parts: list[Phrase]


class TracingChart(Chart):
    """Builds the same phrases in the same order, and remembers how."""

    def _built_on(self, last: Phrase) -> Iterator[Phrase]:
        for rule in rules().get(last.name, ()):
            for parts in self._rows(rule, len(rule.symbols) - 2, [last]):
                value = rule.mean([one.value for one in parts])
                if value is not None:
                    yield Built(parts[0].first, last.end, rule.result, value, rule, parts)

    def _rows(self, rule: Rule, index: int, parts: list[Phrase]) -> Iterator[list[Phrase]]:
        if index < 0:
            yield parts
            return
        for one in tuple(self.ending[parts[0].first].get(rule.symbols[index], {}).values()):
            yield from self._rows(rule, index - 1, [one, *parts])


def lines() -> dict[tuple[str, str], list[Rule]]:
    """Each line of the grammar by its section and words."""
    sections = shared("grammar")["rules"].items()
    return {(result, line): read_line(result, line) for result, some in sections for line in some}


def used(text: str) -> set[Rule]:
    """The rules by which the dates of a text were read."""
    return {rule for row in _rows(plain(text)) for one in chosen(TracingChart(row), len(row)) for rule in _rules(one)}


def _rows(spelled: str) -> Iterator[list[Lexeme]]:
    for _, some in itertools.groupby(lexemes(spelled), key=lambda one: one is None):
        row = [one for one in some if one and not one.filler]
        if row:
            yield row


def _rules(phrase: Phrase) -> Iterator[Rule]:
    if isinstance(phrase, Built):
        yield phrase.rule
        for part in phrase.parts:
            yield from _rules(part)

"""Examines the grammar of dates: each line can match, means something, and has an example in dates/."""

import inspect
import itertools
import tomllib
from pathlib import Path

from tests.understanding.test_dates import LATER, SEQUELS
from tests.understanding.tracing import lines, used
from understanding.dates.grammar import complete, rules
from understanding.dates.lexemes import lexemes
from understanding.dates.words import words
from understanding.lexicon.shelf import LANGUAGES, table

TABLES = Path(__file__).parent / "dates"
TEXTS = [
    *(said for path in sorted(TABLES.glob("*.toml")) for said in tomllib.loads(path.read_text(encoding="utf-8"))),
    *(said for _, said, _ in LATER),
    *(said for said, _ in SEQUELS),
]
FIGURES = (
    *(
        "3",
        "15",
        "27",
        "2027",
        "9:30",
        "7.30 ",
        "0930",
        "5th",
        "on the 5th",
        "nine thirty",
        "five",
        "at 7",
        "5/12",
        "5/12前",
        "5.12号",
    ),
    *(
        "2026-05-12",
        "2026年5月12日",
        "2026/5/12前",
        "2026-05",
        "5/2026",
        "2026-05-12t09:30",
        "1990s",
        "3/4 hour",
        "20260512",
    ),
)
"""Every way to write a number or a date in figures, which no lexicon lists."""
NO_DATE = "nothing"
"""The class of words that look like time words and are none."""


def known() -> set[str]:
    listed = {name for classes in words().classes.values() for name in classes}
    written = {name for said in FIGURES for one in lexemes(said) if one for name in one.classes}
    return listed | written | {rule.result for row in rules().values() for rule in row}


def symbols() -> set[str]:
    return {symbol for some in lines().values() for rule in some for symbol in rule.symbols}


def test_every_symbol_is_a_class_of_words_or_made_by_a_line() -> None:
    assert symbols() - known() == set()


def test_every_class_of_words_stands_in_a_line() -> None:
    listed = {name for one in LANGUAGES for name, words in table(one, "dates").items() if isinstance(words, dict)}
    assert listed - symbols() - {NO_DATE} == set()


def test_no_class_of_words_is_empty() -> None:
    empty = {
        (language, name)
        for language in LANGUAGES
        for name, values in table(language, "dates").items()
        if isinstance(values, dict) and not any(values.values())
    }
    assert empty == set()


def test_what_a_line_makes_is_used() -> None:
    assert {result for result, _ in lines()} - symbols() - complete() == set()


def test_no_line_says_what_another_said_before() -> None:
    said = [((rule.result, rule.symbols), line) for (_, line), some in lines().items() for rule in some]
    by_words = {words: [line for other, line in said if other == words] for words, _ in said}
    assert {words: some for words, some in by_words.items() if len(some) > 1} == {}


def test_a_line_gives_its_meaning_as_many_values_as_it_takes() -> None:
    for rule in itertools.chain(*lines().values()):
        inspect.signature(rule.meaning).bind(*rule.arguments)


def test_every_line_is_used_by_an_example() -> None:
    tried = {rule for text in TEXTS for rule in used(text)}
    assert [line for line, some in lines().items() if tried.isdisjoint(some)] == []

"""Examines the phrases of the lexicon: each can be found as it is written, once, in every class that it stands in."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from understanding.dates.lexemes import lexemes
from understanding.dates.words import words
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.cues import cue_words, cues, spelled_out
from understanding.spelling import plain

SHELF = Path(__file__).parents[2] / "understanding" / "lexicon"
NO_DATE = "nothing"
AS_WRITTEN = frozenset({"persons", "names", "companies", "competitors", "referrals", "everyday", "fields", "lost"})
"""Files of names, which are compared as they are written, capitals and all; in lists of names one may come twice."""


def date_words() -> Iterator[tuple[str, str, str, str]]:
    """Language, class, value and word."""
    for language in LANGUAGES:
        for name, values in table(language, "dates").items():
            if isinstance(values, dict):
                yield from ((language, name, value, word) for value, some in values.items() for word in some)


def lists() -> Iterator[tuple[str, list[str]]]:
    """Every list of words and its place."""
    for path in sorted(SHELF.glob("*/*.toml")):
        for name, value in table(path.parent.name, path.stem).items():
            inner = value if isinstance(value, dict) else {"": value}
            yield from (
                (f"{path.parent.name}/{path.name} {name} {key}".strip(), some)
                for key, some in inner.items()
                if isinstance(some, list)
            )


@pytest.mark.parametrize("file", ["cues", "asks"])
def test_every_cue_is_found_where_it_is_said(file: str) -> None:
    lost = [
        (name, phrase)
        for phrase, names in cue_words(file).items()
        for name in names
        if not any((one.name, one.start, one.end) == (name, 0, len(phrase)) for one in cues(phrase, file))
    ]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", ["cues", "asks"])
def test_no_cue_stands_twice_in_its_class(language: str, file: str) -> None:
    rows = {name: Counter(spelled_out(said)) for name, said in table(language, file).items()}
    assert [(name, phrase) for name, row in rows.items() for phrase, times in row.items() if times > 1] == []


def test_every_time_word_is_found_where_it_is_said() -> None:
    lost = [
        (name, word)
        for _, name, _, word in date_words()
        if name != NO_DATE
        and not any(one and (one.start, one.end) == (0, len(word)) and name in one.classes for one in lexemes(word))
    ]
    assert lost == []


def test_no_time_word_has_two_values_in_one_class() -> None:
    values: dict[tuple[str, str], set[str]] = {}
    for _, name, value, word in date_words():
        values.setdefault((name, word), set()).add(value)
    assert {key: some for key, some in values.items() if len(some) > 1} == {}


def test_no_time_word_is_passed_over_as_a_filler() -> None:
    assert words().fillers & words().classes.keys() == set()


def test_what_is_weak_alone_is_a_time_word() -> None:
    assert words().weak <= words().classes.keys()


def test_no_word_stands_twice_in_a_list() -> None:
    twice = {place: [word for word, times in Counter(some).items() if times > 1] for place, some in lists()}
    assert {place: some for place, some in twice.items() if some} == {}


def test_what_is_compared_in_plain_spelling_is_spelled_so() -> None:
    odd = {
        place: [word for word in some if word != plain(word)]
        for place, some in lists()
        if Path(place.split()[0]).stem not in AS_WRITTEN
    }
    assert {place: some for place, some in odd.items() if some} == {}

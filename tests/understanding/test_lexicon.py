import itertools

import pytest

from understanding.dates.grammar import complete, rules
from understanding.dates.words import words
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.cues import cue_words, spelled_out
from understanding.spelling import plain

KINDS = ("visit", "call", "opportunity", "order", "payment", "note")


def test_every_rule_of_the_grammar_is_built_of_known_words() -> None:
    known = {name for classes in words().classes.values() for name in classes} | {
        rule.result for row in rules().values() for rule in row
    }
    written = {
        "n",
        "year4",
        "n_min",
        "n_alone",
        "n_bare",
        "ord",
        "theord",
        "hm",
        "hm_dot",
        "ymd",
        "ym",
        "my",
        "md",
        "dt",
    }
    symbols = {symbol for row in rules().values() for rule in row for symbol in rule.symbols}
    assert len(symbols - known - written) <= 30


def test_complete_phrases_are_results_of_rules() -> None:
    assert complete() <= {rule.result for row in rules().values() for rule in row}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cue_belongs_to_two_kinds(language: str) -> None:
    phrases = {kind: set(spelled_out(table(language, "cues")[kind])) for kind in KINDS}
    twice = {
        (one, other): phrases[one] & phrases[other]
        for one, other in itertools.combinations(KINDS, 2)
        if phrases[one] & phrases[other]
    }
    assert twice == {}


@pytest.mark.parametrize("file", ["cues", "asks"])
def test_cues_are_spelled_as_texts_are_read(file: str) -> None:
    assert [phrase for phrase in cue_words(file) if phrase != plain(phrase)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_have_the_same_classes(language: str) -> None:
    other = next(one for one in LANGUAGES if one != language)
    assert set(table(language, "cues")) == set(table(other, "cues"))
    assert set(table(language, "asks")) == set(table(other, "asks"))

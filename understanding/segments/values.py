"""Reads which values customers have: class, stage, relation, region, industry, tags, people, and what they show."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, partial

from sales.fields import FIELDS
from sales.regions import region_names
from sales.scores.rfm import Segment as RfmName
from sales.segment_vocabulary import Vocabulary
from sales.segments import FREE, LISTED, Chosen, Condition, Has, Sign
from understanding.segments.board import Board
from understanding.segments.words import either, one_of, said
from understanding.spelling import plain

_JOIN = rf"(?:\s*{either('around', 'join')}\s*|\s*,\s*)"
_AFTER_LABEL = r"\s*(?:[:=]|is\b|are\b|是|为)?\s*"
_ONLY_LABELLED = frozenset({"company", "other"})
Values = Mapping[str, tuple[str, ...]]
"""Canonical values by the words for them, in plain spelling."""


def labelled(board: Board, vocabulary: Vocabulary) -> None:
    """Words behind the name of their field: "stage: lost or slipping", 标签VIP."""
    for name, labels, values in _fields(vocabulary):
        pattern = _listing(labels, values)
        board.read(pattern, partial(_chosen, name, values))


def unlabelled(board: Board, vocabulary: Vocabulary) -> None:
    """Words of which only one field has the value; the first that has it is meant, and said back."""
    for name, _, values in _fields(vocabulary):
        if name == "team":
            continue
        clear = {word: value for word, value in values.items() if word not in _hidden(name)}
        board.read(_listing((), clear), partial(_chosen, name, clear))
    regions = _all_regions()
    board.read(_listing((), regions), partial(_chosen, "region", regions))


def signs(board: Board) -> None:
    for sign in (Sign.OVERDUE, Sign.COMPLAINT):
        board.note(either("signs", sign), Has(sign))


def people(board: Board, vocabulary: Vocabulary) -> None:
    """Anna's, 小李的客户, mine; and team East, 东区团队."""
    board.note(either("around", "mine"), Chosen("owner", (str(vocabulary.member),)))
    for name, there in (("owner", vocabulary.people), ("team", vocabulary.teams)):
        values = _by_name(there)
        some = one_of(values)
        before = rf"{either('around_team', 'before')}\s*:?\s*" if name == "team" else r"(?!)"
        pattern = re.compile(rf"{before}(?P<one>{some})|(?P<other>{some})\s?{either(f'around_{name}', 'after')}")
        board.read(pattern, partial(_named, name, values))


def _named(name: str, values: Values, found: re.Match[str]) -> Condition:
    return Chosen(name, values[found["one"] or found["other"]])


def _by_name(there: Iterable[tuple[int, str]]) -> dict[str, tuple[str, ...]]:
    """Two of the same name are both meant."""
    named: dict[str, tuple[str, ...]] = {}
    for number, name in there:
        named[plain(name)] = (*named.get(plain(name), ()), str(number))
    return named


def _chosen(name: str, values: Values, found: re.Match[str]) -> Condition:
    told = re.finditer(one_of(values), found["values"])
    return Chosen(name, tuple(dict.fromkeys(value for one in told for value in values[one[0]])))


def _listing(labels: Iterable[str], values: Values) -> re.Pattern[str]:
    head = rf"{one_of(labels)}{_AFTER_LABEL}" if labels else ""
    return re.compile(rf"{head}(?P<values>{one_of(values)}(?:{_JOIN}{one_of(values)})*)")


def _fields(vocabulary: Vocabulary) -> list[tuple[str, tuple[str, ...], Values]]:
    """Name, labels and values of each field, in the order in which they are looked for."""
    on_cards = [(name, said("labels", name), _written(vocabulary.values.get(name, ()))) for name in FREE]
    own = [(one.name, (plain(one.label),), _own(vocabulary, one.name)) for one in vocabulary.fields]
    listed = [(name, said("labels", name), _choices(name)) for name in LISTED if name != "grade"]
    teams = ("team", said("labels", "team"), _by_name(vocabulary.teams))
    owners = ("owner", said("labels", "owner"), _by_name(vocabulary.people))
    rfm = ("rfm", said("labels", "rfm"), _words("rfm", RfmName))
    region, *free = on_cards
    every = ("region", region[1], {**_all_regions(), **region[2]})
    return [every, *free, *own, rfm, *listed, teams, owners]


def _own(vocabulary: Vocabulary, name: str) -> Values:
    """Of an added field with a list of values all of them can be asked for."""
    field = next(one for one in vocabulary.fields if one.name == name)
    return _written((*vocabulary.values.get(name, ()), *field.choices))


def _written(values: Iterable[str]) -> Values:
    return {plain(value): (value,) for value in values if value.strip()}


@cache
def _all_regions() -> Values:
    return _written(region_names())


@cache
def _choices(name: str) -> Values:
    return _words("choices", FIELDS[name].choices)


def _words(group: str, values: Iterable[str]) -> Values:
    return {word: (str(value),) for value in values for word in said(group, value)}


@cache
def _hidden(name: str) -> frozenset[str]:
    """Words that mean a value only behind the name of their field."""
    if name == "rfm":
        return frozenset((*said("rfm", RfmName.NEW), *said("rfm", RfmName.LOST)))
    return (
        frozenset(word for value in _ONLY_LABELLED for word in said("choices", value))
        if name in LISTED
        else frozenset()
    )

"""Shapes in which companies stand in a message: with a trade, after "visited", before "wants"."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from understanding.customers.tokens import generic_words, legal_words
from understanding.lexicon.everyday import everyday_words
from understanding.message.naming_words import (
    Span,
    company_rows,
    everyday,
    given_names,
    list_of,
    listed,
    pattern,
    places,
    trades,
    without_person,
    words,
)


def companies(text: str, spelled: str) -> Iterator[Span]:
    """Rows of capitals with a word for a trade or a legal form, those first that stand where a company does."""
    yield from sorted(_with_trade(text), key=lambda span: not placed(spelled, span))


def _with_trade(text: str) -> Iterator[Span]:
    for span in company_rows(text):
        parts = re.findall(r"[\w'’]+", text[span[0] : span[1]].lower())
        kind = [part for part in parts if part in trades() or part in generic_words() or part in legal_words()]
        own = [part for part in parts if part not in everyday()]
        if len(parts) == _PAIR and parts[0] in words("titles"):
            continue
        if len(parts) > 1 and kind and own and not places().issuperset(parts):
            yield without_person(text, span)


_PAIR = 2
"""Mr Bakery is a person."""


def beside(text: str, _: str) -> Iterator[Span]:
    """Beside a known customer: with a trade, opening a clause before what companies do, or after "referred me to"."""
    for start, end in _with_trade(text):
        before = text[max(0, start - _NEAR) : start].lower().removesuffix("the ").removesuffix("and ").rstrip(" ")
        doing = _DOING.match(text, end)
        opens = before.endswith((".", "!", "?", "\n", ";", ":", ",", "then", "also")) or start == 0
        if before.endswith(listed("referred_before")) or (opens and doing and doing[1] in listed("doings_of_new")):
            yield start, end


_DOING = re.compile(r"(?:['’]s)?,? (?:who )?([a-z]+)")
_NEAR = 24


def placed(spelled: str, span: Span) -> bool:
    """Where a company stands: at a sentence's beginning, or after "visited" and the like."""
    return begins(spelled, span[0]) or _led(spelled, span[0])


def begins(spelled: str, start: int) -> bool:
    before = spelled[max(0, start - _NEAR) : start].removesuffix("the ").rstrip(" ")
    return before[-1] in ".!?\n。；;" if before else start <= _NEAR


def _led(spelled: str, start: int) -> bool:
    lead = pattern("place_before", r"(?:^|\W)(?:{})\s(?:the )?$").search(spelled[max(0, start - _NEAR) : start])
    return lead is not None


def addressed(text: str, spelled: str) -> Iterator[Span]:
    """Capitals after a verb such as "visited", which is followed by a place or a company."""
    for span in company_rows(text):
        setting = text.endswith("the ", 0, span[0]) and _SMALL.match(text, span[1])
        if _led(spelled, span[0]) and _may_be_company(text, span) and not setting:
            yield without_person(text, span)


_SMALL = re.compile(r" [a-z]")


def _may_be_company(text: str, span: Span) -> bool:
    if is_place(text, span):
        return False
    first = _first(text, span)
    if " " in text[slice(*span)]:
        return first not in _no_company() or first in list_of("name_begins")
    return _unusual(text[slice(*span)].lower())


def is_place(text: str, span: Span) -> bool:
    return places().issuperset(re.findall(r"[\w'’]+", text[span[0] : span[1]].lower()))


def heads(text: str, spelled: str) -> Iterator[Span]:
    """Several capitals at a sentence's beginning, before a colon, a dash or what is said: Golden Peak - want."""
    for start, end in company_rows(text):
        if begins(spelled, start) and _several(text, (start, end)) and _HEAD_ENDS.match(text, end):
            whole = start - len("The ") if text.endswith("The ", 0, start) else start
            yield without_person(text, (whole, end))


_HEAD_ENDS = re.compile(r"\s*(?:[:\u2013\u2014,(-]|['’]s? |[a-z]|$|\u2192)")


def _several(text: str, span: Span) -> bool:
    """Two words or more, and no person by the first of them: Golden Peak, Double Heron."""
    parts = re.findall(r"[\w'’]+", text[span[0] : span[1]].lower())
    own = [part for part in parts if len(part) > 1 and part.isalpha() and part not in everyday()]
    if len(parts) < _PAIR or parts[0] in words("titles") or is_place(text, span) or not own:
        return False
    if parts[0] in everyday() - list_of("name_begins"):
        return False
    return parts[0] not in given_names() or "&" in text[span[0] : span[1]]


def single_heads(text: str, _: str) -> Iterator[Span]:
    """One word with a capital that begins a message, before a colon or a dash: Pickwick's - did not get to see."""
    for start, end in company_rows(text)[:1]:
        said = text[start:end].lower()
        if not text[:start].strip() and " " not in said and _COLON.match(text, end) and _unusual(said):
            yield start, end


_COLON = re.compile(r"(?:['’]s)?\s*(?::| [\u2013\u2014-] )")


def _unusual(word: str) -> bool:
    bare = word.removesuffix("'s")
    if len(bare) < _SHORTEST or not bare.replace("-", "").isalnum():
        return False
    return bare not in _no_company() | given_names() | places() | words("roles") and bare not in listed("codes")


_SHORTEST = 3


def met(text: str, spelled: str) -> Iterator[Span]:
    """Several capitals after "met" or "with", which may be a person; whatever stands after "Jules of"."""
    for span in company_rows(text):
        before = spelled[max(0, span[0] - 16) : span[0]]
        who = pattern("anybody_before", r"(?:^|\W)(?:{})\s(?:the )?$").search(before)
        if who and _several(text, span):
            yield without_person(text, span)
        elif _OF_PERSON.search(text[max(0, span[0] - _NEAR) : span[0]]) and _unusual(text[slice(*span)].lower()):
            yield span


_OF_PERSON = re.compile(r"(?:^|[\s(])[A-Z][a-z'’]+,? (?:of|from|at|over at|@|with) $")


def _first(text: str, span: Span) -> str:
    return re.split(r"\W", text[span[0] : span[1]].lower())[0]


@cache
def _no_company() -> frozenset[str]:
    return words("first_names") | words("not_names") | words("titles") | everyday_words()


def small_companies(_: str, spelled: str) -> Iterator[Span]:
    """In hasty writing, small letters after "visited" or at the beginning, up to a word for a trade or a legal form."""
    for found in itertools.chain(_small_led().finditer(spelled), _small_subject().finditer(spelled)):
        start, own = found.start("own"), found["own"]
        while own and (own.split()[0] in everyday() | words("roles") and own.split()[0] not in list_of("name_begins")):
            rest = own.partition(" ")[2]
            start, own = start + len(own) - len(rest), rest
        if own and not list_of("no_part").intersection(own.split()):
            yield start, found.end("name")


@cache
def _small_led() -> re.Pattern[str]:
    lead = "|".join(sorted(map(re.escape, listed("place_before") + listed("small_before")), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?:{lead}) {_small_name()}")


@cache
def _small_subject() -> re.Pattern[str]:
    doing = "|".join(listed("doings_of_new"))
    return re.compile(rf"(?:^|(?<=[.!?\n] )){_small_name()}(?= (?:{doing})\b|[:,])")


@cache
def _small_name() -> str:
    ends = "|".join(sorted(map(re.escape, trades() | legal_words()), key=len, reverse=True))
    own = r"(?P<own>[a-z][a-z'&-]+(?: [a-z&][a-z'&-]*){0,2}?)"
    return rf"(?P<name>{own}(?: (?:{ends})){{1,3}})(?![a-z'])"


def subjects(text: str, spelled: str) -> Iterator[Span]:
    """Capitals that want, ring or pay: The Lamplighter wants, Pebble ordered; or a person does."""
    for span in company_rows(text):
        doing = _DOING.match(text, span[1])
        lone = " " not in text[slice(*span)] and not begins(spelled, span[0])
        if doing and doing[1] in listed("doings_of_new") and not lone and _may_be_company(text, span):
            yield span


def articled(text: str, spelled: str) -> Iterator[Span]:
    """The Lamplighter wants: an article and capitals are no person."""
    for start, end in subjects(text, spelled):
        lead = text[max(0, start - len("The ")) : start]
        if lead == "The ":
            yield start - len(lead), end

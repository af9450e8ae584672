"""Shapes in which companies stand in a Chinese message: with a trade, after 去了, before 那边, beside a person."""

import re
from collections.abc import Iterator
from functools import cache

from understanding.lexicon.everyday import everyday_words
from understanding.message.naming_words import HAN, Span, company_rows, given_names, listed, places, words
from understanding.message.naming_words_chinese import (
    BEGINS,
    any_of,
    before_subject,
    common,
    may_be_name,
    may_own,
    named_by_trade,
    own,
    person,
    set_of,
    trades,
)

_NEAR = 8
"""Characters before a name that tell what it is."""


def companies(_: str, spelled: str) -> Iterator[Span]:
    """Up to a word for a trade: after 去了 or the like, or at a sentence's beginning before what is said of it."""
    yield from _by_trade(_visited_company(), spelled)
    yield from _by_trade(_subject(), spelled)


def beside(_: str, spelled: str) -> Iterator[Span]:
    """Beside a known customer: with a trade, at a clause's beginning, before what companies do: 鑫盛机电要50台."""
    for span in _by_trade(_subject(), spelled):
        if _does().match(spelled, span[1]):
            yield span


def _by_trade(shape: re.Pattern[str], spelled: str) -> Iterator[Span]:
    for found in shape.finditer(spelled):
        if not found["own"] or may_own(found["own"], found["name"]):
            yield found.span("name")


def spoken_of(_: str, spelled: str) -> Iterator[Span]:
    """Without a trade, before 那边 or with a person: 鑫源那边说, 博雅的张总."""
    yield from _names(_spoken_of().finditer(spelled))


def gone_to(_: str, spelled: str) -> Iterator[Span]:
    """Without a trade, between a verb of going and a stop: 刚从福满楼出来."""
    yield from _names(_gone_to().finditer(spelled))


def anybody(_: str, spelled: str) -> Iterator[Span]:
    """What a message begins with, before a stop, a verb or a person: 立新 付5万."""
    found = _anybody().match(spelled)
    if found and not common().intersection([found["name"], found["name"][:2]]):
        yield from _names([found])


def _names(some: Iterator[re.Match[str]] | list[re.Match[str]]) -> Iterator[Span]:
    for found in some:
        if may_be_name(found["name"]):
            yield found.span("name")


def latin(text: str, spelled: str) -> Iterator[Span]:
    """Capitals in Chinese, after 去了 or before what companies do."""
    for span in company_rows(text):
        if not _ordinary(text[slice(*span)].lower()):
            led = _latin_before().search(spelled[max(0, span[0] - _NEAR) : span[0]])
            if led or _latin_after().match(spelled, span[1]) or widened(text, span) != span:
                yield span


def _ordinary(said: str) -> bool:
    """An abbreviation, a person, a place or a word of every day."""
    if said in listed("codes") or places().issuperset(said.split()):
        return True
    return said.split(maxsplit=1)[0] in given_names() | words("titles") | words("not_names") | everyday_words()


def widened(text: str, span: Span) -> Span:
    """With what belongs to it in the other script: Golden Dragon餐厅, 海燕食品 Pte Ltd, A8影院."""
    start, end = span
    more = _han_tail().match(text, end) if text[end - 1].isascii() else _LEGAL_TAIL.match(text, end)
    if not text[start].isascii() and (before := _LATIN_HEAD.search(text[max(0, start - _NEAR) : start])):
        start -= len(before[0])
    return start, more.end() if more else end


_LEGAL_TAIL = re.compile(r" (?:Pte|Sdn|Co|Ltd|Trading|Bhd)\b[.]?(?: (?:Ltd|Bhd)\b[.]?)?")
_LATIN_HEAD = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z0-9]*|\d{1,4})$")


@cache
def _han_tail() -> re.Pattern[str]:
    return re.compile(rf" ?[{HAN}]{{0,3}}?{trades()}+")


@cache
def _visited_company() -> re.Pattern[str]:
    detour = rf"(?:[{HAN}]{{1,8}}?(?:{'|'.join(set_of('places_before'))})的?)?"
    return re.compile(rf"(?:{any_of('visited')})[ :：]?{detour}{named_by_trade()}")


@cache
def _subject() -> re.Pattern[str]:
    after = rf"{any_of('trade_after')}|{any_of('han_after')}|[^{HAN}]|$"
    return re.compile(rf"{BEGINS}{before_subject()}{named_by_trade()}(?={after})")


@cache
def _does() -> re.Pattern[str]:
    return re.compile(rf"也?(?:要|催|问|嫌|付|下单|{any_of('han_after')})")


@cache
def _spoken_of() -> re.Pattern[str]:
    lead = rf"(?:{any_of('visited')}|{BEGINS}{before_subject()})"
    return re.compile(rf"{lead}(?P<name>{own(6)})(?={any_of('company_after')}|{person()})")


@cache
def _anybody() -> re.Pattern[str]:
    return re.compile(rf"\s*{before_subject()}(?P<name>{own(8)})(?=[ ,，:：]|{any_of('han_after')}|{person()})")


@cache
def _gone_to() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('gone_to')})(?P<name>{own(6)})(?=[,。;!?,;!?]|{any_of('gone_after')}|$)")


@cache
def _latin_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('visited')}|visit了|called|客户) ?$")


@cache
def _latin_after() -> re.Pattern[str]:
    return re.compile(rf" ?(?:{any_of('company_after')}|{any_of('han_after')}|要|催|问|付|的[a-z{HAN}])")

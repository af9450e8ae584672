"""Names that are called new: "new account Pebble Lighting", 新客户:, "Harbourview Grill, new place"."""

import itertools
import re
from collections.abc import Iterator

from understanding.customers.tokens import generic_words, legal_words
from understanding.message.naming_words import (
    CAPITALS,
    HAN,
    Span,
    company_part,
    everyday,
    listed,
    pattern,
    without_person,
)
from understanding.spelling import is_han

_REACH, _REACH_BACK = 14, 4
_FAR = 60
_MOST_WORDS = 4
MOST = 8
"""More customers than anybody calls new in one message."""
_AFTER_NEW = re.compile(rf"[\s::,,是叫-]*(?P<name>[{HAN}A-Za-z&·]{{2,16}})")
_SMALL_AFTER_NEW = re.compile(
    r"[\s:,-]*(?:(?:called|named|is|a|the|at|from|-)\s+)*(?P<name>[a-z][a-z'&-]*(?: [a-z&][a-z'&-]*)*)"
)
_SMALL_WORD = re.compile(r"[a-z&][a-z'&-]*")


def announced(text: str, spelled: str) -> Iterator[Span]:
    """After "new account" or 新客户, before "never heard of them" or (新客户)."""
    for cue in itertools.islice(pattern("new_before", r"(?:{})").finditer(spelled), MOST):
        span = _after_cue(text, spelled, cue)
        if span:
            yield span
    for cue in itertools.islice(
        pattern("new_after", r"[\s,,((、]{{0,3}}(?:is |was |are |a |是)?(?:{})").finditer(spelled), MOST
    ):
        span = _before_cue(text, spelled, cue.start())
        if span:
            yield span


def _after_cue(text: str, spelled: str, cue: re.Match[str]) -> Span | None:
    start = cue.end()
    han = _han_after(spelled, start)
    for capital in CAPITALS.finditer(text, start):
        if capital.start() - start >= _REACH or (han and han[0] < capital.start()):
            break
        if re.match(r"[ -]based\b", text[capital.end() :]):
            start = capital.end() + len(" based")
        elif not _is_setting(text, capital):
            return company_part(capital)
    called = cue[0].startswith("new")
    return han or (_small_after(text, start) if called else None)


def _is_setting(text: str, capital: re.Match[str]) -> bool:
    """From the Harbin heating fair: where it was, not who."""
    return bool(re.search(r"\bthe $", text[: capital.start()])) and bool(re.match(r" [a-z]", text[capital.end() :]))


def _han_after(spelled: str, start: int) -> Span | None:
    found = _AFTER_NEW.match(spelled, start)
    if not found or not is_han(found["name"][0]) or found["name"].startswith(listed("not_meant_before")):
        return None
    end = _han_end(spelled, found.start("name"), found.end("name"))
    return (found.start("name"), end) if end - found.start("name") > 1 else None


def _han_end(spelled: str, start: int, end: int) -> int:
    """A name stops before what is said of it."""
    stop = pattern("han_after", r"(?:{})").search(spelled, start + 2, end)
    return stop.start() if stop else end


def _small_after(text: str, start: int) -> Span | None:
    """In small letters up to the first everyday word that is no trade."""
    found = _SMALL_AFTER_NEW.match(text, start)
    if not found:
        return None
    end, own = found.start("name"), False
    for word in list(_SMALL_WORD.finditer(text, found.start("name"), found.end("name")))[:_MOST_WORDS]:
        trade = word[0] in generic_words() or word[0] in legal_words()
        if word[0] in everyday() and not (own and trade):
            break
        end, own = word.end(), True
    return (found.start("name"), end) if own else None


def _before_cue(text: str, spelled: str, end: int) -> Span | None:
    capitals = [one for one in CAPITALS.finditer(text, max(0, end - _FAR), end) if end - one.end() <= _REACH_BACK]
    if capitals:
        return without_person(text, company_part(capitals[-1]))
    # 老王推荐的新客户 names a person.
    found = re.search(rf"[{HAN}]{{3,12}}(?<!的)$", spelled[max(0, end - _FAR) : end])
    return (end - len(found[0]), end) if found else None

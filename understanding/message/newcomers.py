"""Names that no customer of the directory bears, said in a way that may make them customers, each with a strength."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

from understanding.customers.tokens import generic_words, han_parts, legal_words
from understanding.lexicon.everyday import everyday_words
from understanding.message.naming_words import CAPITALS, company_part, listed, pattern, words
from understanding.spelling import is_han

ANNOUNCED, COMPANY, LIKELY, MAYBE = 0.9, 0.7, 0.6, 0.3
"""Called new; a trade or a legal form in it; where a company stands; where a person may stand as well."""
_REACH, _REACH_BACK = 14, 4
_MOST_WORDS = 4
_HAN = "\u4e00-\u9fff"
_AFTER_NEW = re.compile(rf"[\s::,,是叫-]*(?P<name>[{_HAN}A-Za-z&·]{{2,16}})")
_SMALL_AFTER_NEW = re.compile(
    r"[\s:,-]*(?:(?:called|named|is|a|the|at|from|-)\s+)*(?P<name>[a-z][a-z'&-]*(?: [a-z&][a-z'&-]*)*)"
)
_SMALL_WORD = re.compile(r"[a-z&][a-z'&-]*")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A stretch of the message that may name a customer nobody knows yet."""

    start: int
    end: int
    strength: float


def newcomers(text: str, spelled: str, taken: Collection[Span]) -> list[Newcomer]:
    """All that may be meant, the strongest first; none overlaps what is taken, nor one another."""
    found: list[Newcomer] = []
    for strength, find in _SIGNS:
        for start, end in find(text, spelled):
            apart = not _overlaps((start, end), taken) and not _overlaps(
                (start, end), [(one.start, one.end) for one in found]
            )
            if apart and text[start:end].strip():
                found.append(Newcomer(start, end, strength))
    return found


def announced(text: str, spelled: str) -> Iterator[Span]:
    """After "new account" or 新客户, before "never heard of them" or (新客户)."""
    for cue in pattern("new_before", r"(?:{})").finditer(spelled):
        span = _after_cue(text, spelled, cue)
        if span:
            yield span
    for cue in pattern("new_after", r"[\s,,((、]*(?:is |was |are |a |是)?(?:{})").finditer(spelled):
        span = _before_cue(text, spelled, cue.start())
        if span:
            yield span


def _after_cue(text: str, spelled: str, cue: re.Match[str]) -> Span | None:
    start = cue.end()
    for capital in CAPITALS.finditer(text, start):
        if capital.start() - start >= _REACH:
            break
        if re.match(r"[ -]based\b", text[capital.end() :]):
            start = capital.end() + len(" based")
        elif not _is_setting(text, capital):
            return company_part(capital)
    called = cue[0].startswith("new")
    return _han_after(spelled, start) or (_small_after(text, start) if called else None)


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
        if word[0] in everyday_words() | words("not_names") and not (own and trade):
            break
        end, own = word.end(), True
    return (found.start("name"), end) if own else None


def _before_cue(text: str, spelled: str, end: int) -> Span | None:
    capitals = [one for one in CAPITALS.finditer(text, max(0, end - 60), end) if end - one.end() <= _REACH_BACK]
    if capitals:
        return _without_person(text, company_part(capitals[-1]))
    found = re.search(rf"[{_HAN}]{{3,12}}$", spelled[:end])
    return found.span() if found else None


def _without_person(text: str, span: Span) -> Span:
    """Marcus Bell of Bellweather Forge."""
    found = re.match(r"[A-Z][\w'’ -]* of (?=[A-Z])", text[span[0] : span[1]])
    return (span[0] + found.end(), span[1]) if found else span


def _overlaps(one: Span, taken: Collection[Span]) -> bool:
    return any(start < one[1] and one[0] < end for start, end in taken)


def _companies(text: str, _: str) -> Iterator[Span]:
    """Rows of capitals with a word for a trade or a legal form."""
    for found in CAPITALS.finditer(text):
        span = company_part(found)
        parts = re.findall(r"[\w'’]+", text[span[0] : span[1]].lower())
        kind = [part for part in parts if part in generic_words() or part in legal_words()]
        own = [part for part in parts if part not in everyday_words() and part not in words("not_names")]
        if len(parts) > 1 and kind and own:
            yield _without_person(text, span)


def _addressed(text: str, _: str) -> Iterator[Span]:
    """Capitals after a verb such as "visited", which is followed by a place or a company."""
    for found in CAPITALS.finditer(text):
        span = company_part(found)
        lead = pattern("place_before", r"(?:^|\W)(?:{})\s$").search(text[max(0, span[0] - 16) : span[0]].lower())
        if lead and _first(text, span) not in _no_company():
            yield span


def _first(text: str, span: Span) -> str:
    return re.split(r"\W", text[span[0] : span[1]].lower())[0]


@cache
def _no_company() -> frozenset[str]:
    return words("first_names") | words("not_names") | words("titles") | everyday_words()


def _small_companies(_: str, spelled: str) -> Iterator[Span]:
    """In hasty writing, small letters after "visited" or the like, up to a word for a trade or a legal form."""
    for found in _small_company().finditer(spelled):
        first = found["name"].split()[0]
        if first not in everyday_words() | words("not_names") | words("roles"):
            yield found.span("name")


@cache
def _small_company() -> re.Pattern[str]:
    lead = "|".join(listed("place_before"))
    ends = "|".join(sorted(map(re.escape, generic_words() | legal_words()), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?:{lead}) (?P<name>[a-z][a-z'&-]+(?: [a-z&][a-z'&-]*)?? (?:{ends}))(?![a-z'])")


def _han_companies(_: str, spelled: str) -> Iterator[Span]:
    """Characters after 去了 or the like, up to a word for a trade."""
    for found in _han_company().finditer(spelled):
        yield found.span("name")


@cache
def _han_company() -> re.Pattern[str]:
    lead = "|".join(sorted(listed("han_lead"), key=len, reverse=True))
    return re.compile(rf"(?:{lead})(?P<name>[{_HAN}]{{2,6}}?(?:{han_parts('generic').pattern}){{1,3}})")


def _han_subjects(_: str, spelled: str) -> Iterator[Span]:
    """At a sentence's beginning, up to a word for a trade, before what is said of it: 晋阳焦化抱怨."""
    for found in _han_subject().finditer(spelled):
        if not found["name"].startswith(listed("han_no_name")):
            yield found.span("name")


@cache
def _han_subject() -> re.Pattern[str]:
    after = "|".join(sorted(listed("han_after"), key=len, reverse=True))
    trades = rf"(?:{han_parts('generic').pattern}){{1,3}}"
    return re.compile(rf"(?:^|(?<=[,。;!?,;!?\s]))(?P<name>[{_HAN}]{{2,6}}?{trades})(?={after}|[a-z:: ])")


def _han_anybody(_: str, spelled: str) -> Iterator[Span]:
    """The same without a word for a trade: 广州老茶客的欧老板, 阿旺鱼排说."""
    for found in _han_anyone().finditer(spelled):
        if not found["name"].startswith(listed("han_no_name")):
            yield found.span("name")


@cache
def _han_anyone() -> re.Pattern[str]:
    after = "|".join(sorted(listed("han_after"), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[,。;!?,;!?\s]))(?P<name>[{_HAN}]{{3,8}}?)(?={after})")


def _subjects(text: str, _: str) -> Iterator[Span]:
    """Capitals that want, ring or pay: The Lamplighter wants, Pebble ordered; or a person does."""
    for found in CAPITALS.finditer(text):
        span = company_part(found)
        doing = re.match(r"(?:'s)? ([a-z]+)", text[span[1] :])
        if doing and doing[1] in listed("doings_of_new") and _first(text, span) not in _no_company():
            yield span


def _articled(text: str, spelled: str) -> Iterator[Span]:
    """The Lamplighter wants: an article and capitals are no person."""
    for start, end in _subjects(text, spelled):
        lead = text[max(0, start - len("The ")) : start]
        if lead == "The ":
            yield start - len(lead), end


Find = Callable[[str, str], Iterator[Span]]

_SIGNS: tuple[tuple[float, Find], ...] = (
    (ANNOUNCED, announced),
    (COMPANY, _companies),
    (LIKELY, _addressed),
    (LIKELY, _han_companies),
    (LIKELY, _small_companies),
    (LIKELY, _articled),
    (LIKELY, _han_subjects),
    (MAYBE, _subjects),
    (MAYBE, _han_anybody),
)

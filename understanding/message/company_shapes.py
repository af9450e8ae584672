"""Shapes in which companies stand in a message: with a trade, after "visited", before "wants"."""

import re
from collections.abc import Iterator
from functools import cache

from understanding.customers.tokens import generic_words, han_parts, legal_words
from understanding.lexicon.everyday import everyday_words
from understanding.message.naming_words import HAN, Span, company_rows, everyday, listed, pattern, without_person, words


def companies(text: str, _: str) -> Iterator[Span]:
    """Rows of capitals with a word for a trade or a legal form."""
    for span in company_rows(text):
        parts = re.findall(r"[\w'’]+", text[span[0] : span[1]].lower())
        kind = [part for part in parts if part in generic_words() or part in legal_words()]
        own = [part for part in parts if part not in everyday()]
        if len(parts) > 1 and kind and own:
            yield without_person(text, span)


def addressed(text: str, _: str) -> Iterator[Span]:
    """Capitals after a verb such as "visited", which is followed by a place or a company."""
    for span in company_rows(text):
        lead = pattern("place_before", r"(?:^|\W)(?:{})\s$").search(text[max(0, span[0] - 16) : span[0]].lower())
        if lead and _first(text, span) not in _no_company():
            yield span


def _first(text: str, span: Span) -> str:
    return re.split(r"\W", text[span[0] : span[1]].lower())[0]


@cache
def _no_company() -> frozenset[str]:
    return words("first_names") | words("not_names") | words("titles") | everyday_words()


def small_companies(_: str, spelled: str) -> Iterator[Span]:
    """In hasty writing, small letters after "visited" or the like, up to a word for a trade or a legal form."""
    for found in _small_company().finditer(spelled):
        first = found["name"].split()[0]
        if first not in everyday() and first not in words("roles"):
            yield found.span("name")


@cache
def _small_company() -> re.Pattern[str]:
    lead = "|".join(listed("place_before"))
    ends = "|".join(sorted(map(re.escape, generic_words() | legal_words()), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?:{lead}) (?P<name>[a-z][a-z'&-]+(?: [a-z&][a-z'&-]*)?? (?:{ends}))(?![a-z'])")


def han_companies(_: str, spelled: str) -> Iterator[Span]:
    """Characters after 去了 or the like, up to a word for a trade."""
    for found in _han_company().finditer(spelled):
        yield found.span("name")


@cache
def _han_company() -> re.Pattern[str]:
    lead = "|".join(sorted(listed("han_lead"), key=len, reverse=True))
    return re.compile(rf"(?:{lead})(?P<name>[{HAN}]{{2,6}}?(?:{han_parts('generic').pattern}){{1,3}})")


def han_subjects(_: str, spelled: str) -> Iterator[Span]:
    """At a sentence's beginning, up to a word for a trade, before what is said of it: 晋阳焦化抱怨."""
    for found in _han_subject().finditer(spelled):
        if not found["name"].startswith(listed("han_no_name")):
            yield found.span("name")


@cache
def _han_subject() -> re.Pattern[str]:
    after = "|".join(sorted(listed("han_after"), key=len, reverse=True))
    trades = rf"(?:{han_parts('generic').pattern}){{1,3}}"
    return re.compile(rf"(?:^|(?<=[,。;!?,;!?\s]))(?P<name>[{HAN}]{{2,6}}?{trades})(?={after}|[a-z:: ])")


def han_anybody(_: str, spelled: str) -> Iterator[Span]:
    """The same without a word for a trade: 广州老茶客的欧老板, 阿旺鱼排说."""
    for found in _han_anyone().finditer(spelled):
        if not found["name"].startswith(listed("han_no_name")):
            yield found.span("name")


@cache
def _han_anyone() -> re.Pattern[str]:
    after = "|".join(sorted(listed("han_after"), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[,。;!?,;!?\s]))(?P<name>[{HAN}]{{3,8}}?)(?={after})")


def subjects(text: str, _: str) -> Iterator[Span]:
    """Capitals that want, ring or pay: The Lamplighter wants, Pebble ordered; or a person does."""
    for span in company_rows(text):
        doing = re.match(r"(?:'s)? ([a-z]+)", text[span[1] :])
        if doing and doing[1] in listed("doings_of_new") and _first(text, span) not in _no_company():
            yield span


def articled(text: str, spelled: str) -> Iterator[Span]:
    """The Lamplighter wants: an article and capitals are no person."""
    for start, end in subjects(text, spelled):
        lead = text[max(0, start - len("The ")) : start]
        if lead == "The ":
            yield start - len(lead), end

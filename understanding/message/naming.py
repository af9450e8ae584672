"""Settles which customers a message is about: known ones that are meant, and new ones."""

import itertools
import re
from collections.abc import Collection, Iterator
from functools import cache

from understanding.customers.mentions import Named
from understanding.customers.tokens import generic_words, han_parts, legal_words
from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.people_english import words
from understanding.spelling import is_han

_CAPITALS = re.compile(
    r"(?<![A-Za-z0-9@.])[A-ZÀ-Þ][A-Za-zÀ-ÿ0-9'’&-]*(?:(?: & | and | of | the |[ -])"
    r"(?:[A-ZÀ-Þ0-9][A-Za-zÀ-ÿ0-9'’&-]*|&))*\.?(?:,? (?:Inc|Ltd|Co|LLC|GmbH)\b\.?)?"
)

_REACH = 14
_AFTER_NEW = re.compile(r"[\s::,,是叫-]*(?P<name>[^\s,,。;;::的!?!?()()]{2,16})")


@cache
def _listed(name: str) -> tuple[str, ...]:
    return tuple(word for language in LANGUAGES for word in table(language, "naming")[name])


@cache
def _pattern(name: str, shape: str) -> re.Pattern[str]:
    some = "|".join(sorted((re.escape(word) for word in _listed(name)), key=len, reverse=True))
    return re.compile(shape.format(some))


def meant(text: str, spelled: str, named: Collection[Named]) -> list[Named]:
    """Leave out names that the message sets aside: "not the golf club", (不是安心動物醫院); and names of people."""
    kept = [one for one in named if not _set_aside(spelled, one)]
    companies = [one for one in kept if not is_person(text, one)]
    return companies or kept


def is_person(text: str, one: Named) -> bool:
    """Ellis Grant, Mr. Tees-Dale: one word of a customer's name that is a part of a person's."""
    if not _ONE_WORD.fullmatch(text[one.start : one.end]):
        return False
    before = re.search(r"([A-Za-z]+)\.? $", text[max(0, one.start - 14) : one.start])
    after = _SURNAME.match(text, one.end)
    titled = (
        before is not None and before[1].lower() in words("titles") | words("first_names") and before[1][0].isupper()
    )
    first = text[one.start : one.end].lower() in words("first_names")
    return titled or (first and after is not None and after[1].lower() not in generic_words())


_ONE_WORD = re.compile(r"[A-Z][A-Za-z'’]+")
_SURNAME = re.compile(r"(?:-| )([A-Z][a-z]+)")


def _set_aside(spelled: str, one: Named) -> bool:
    before = spelled[max(0, one.start - 24) : one.start]
    return bool(_pattern("not_meant_before", r"(?:^|[\s,(:;.]|(?<=[^a-z]))(?:{})(?: the)?\s*$").search(before))


def newcomer(
    text: str, spelled: str, named: Collection[Named], taken: Collection[tuple[int, int]]
) -> tuple[int, int] | None:
    """A name that no customer of the directory bears, said in a way that makes it a customer."""
    announced = _announced(text, spelled)
    if announced and not _overlaps(announced, taken):
        return announced
    if named:
        return None
    return next(itertools.chain(*_unheard(text, spelled, taken)), None)


def _unheard(text: str, spelled: str, taken: Collection[tuple[int, int]]) -> Iterator[Iterator[tuple[int, int]]]:
    """The surest signs first."""
    yield _companies(text, taken)
    yield _addressed(text, taken)
    yield _han_companies(spelled, taken)
    yield _small_companies(spelled, taken)


def _overlaps(one: tuple[int, int], taken: Collection[tuple[int, int]]) -> bool:
    return any(start < one[1] and one[0] < end for start, end in taken)


def _announced(text: str, spelled: str) -> tuple[int, int] | None:
    """After "new account" or 新客户."""
    cue = _pattern("new_before", r"(?:{})").search(spelled)
    if cue is None:
        return None
    capital = _CAPITALS.search(text, cue.end())
    if capital and capital.start() - cue.end() < _REACH:
        return _company_part(capital)
    found = _AFTER_NEW.match(text, cue.end())
    return found.span("name") if found and is_han(found["name"][0]) else None


def _company_part(found: re.Match[str]) -> tuple[int, int]:
    """Without a possessive at its end, and without the everyday words that a sentence begins with."""
    said = re.sub(r"(?:['’]s)?[.]?$", "", found[0])
    lead = _EVERYDAY.match(said)
    while lead and lead[1].lower() in everyday_words() | words("not_names") and lead.end() < len(said):
        lead = _EVERYDAY.match(said, lead.end())
    start = lead.start() if lead else 0
    return found.start() + start, found.start() + len(said)


_EVERYDAY = re.compile(r"([A-Za-z'’]+)(?: |$)")


def _companies(text: str, taken: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Rows of capitals with a word for a trade or a legal form."""
    for found in _CAPITALS.finditer(text):
        span = _company_part(found)
        parts = re.findall(r"[\w'’]+", text[span[0] : span[1]].lower())
        kind = [part for part in parts if part in generic_words() or part in legal_words()]
        own = [part for part in parts if part not in everyday_words() and part not in words("not_names")]
        if len(parts) > 1 and kind and own and not _overlaps(span, taken):
            yield span


def _addressed(text: str, taken: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Capitals after a verb such as "visited", which is followed by a place or a company."""
    for found in _CAPITALS.finditer(text):
        span = _company_part(found)
        lead = _pattern("place_before", r"(?:^|\W)(?:{})\s$").search(text[max(0, span[0] - 16) : span[0]].lower())
        first = re.split(r"\W", text[span[0] : span[1]].lower())[0]
        known = words("first_names") | words("not_names") | words("titles") | everyday_words()
        if lead and first not in known and not _overlaps(span, taken):
            yield span


def _small_companies(spelled: str, taken: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """In hasty writing, small letters after "visited" or the like, up to a word for a trade or a legal form."""
    for found in _small_company().finditer(spelled):
        first = found["name"].split()[0]
        if first not in everyday_words() | words("not_names") | words("roles") and not _overlaps(
            found.span("name"), taken
        ):
            yield found.span("name")


@cache
def _small_company() -> re.Pattern[str]:
    lead = "|".join(_listed("place_before"))
    ends = "|".join(sorted(map(re.escape, generic_words() | legal_words()), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?:{lead}) (?P<name>[a-z][a-z'&-]+(?: [a-z&][a-z'&-]*)?? (?:{ends}))(?![a-z'])")


def _han_companies(spelled: str, taken: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Characters after 去了 or the like, up to a word for a trade."""
    for found in _han_company().finditer(spelled):
        if not _overlaps(found.span("name"), taken):
            yield found.span("name")


@cache
def _han_company() -> re.Pattern[str]:
    lead = "|".join(sorted(_listed("han_lead"), key=len, reverse=True))
    return re.compile(rf"(?:{lead})(?P<name>[\u4e00-\u9fff]{{2,6}}?(?:{han_parts('generic').pattern}){{1,3}})")


def extended(text: str, one: Named, known_name: str) -> tuple[int, int] | None:
    """A longer name around a partial fit is another company: Teesside Pressings is no Teesside Cryogenics."""
    for found in _CAPITALS.finditer(text):
        if found.start() <= one.start and one.end < found.end() - 2:
            rest = re.findall(r"[^\W\d_]+", text[one.end : found.end()])
            if rest and _foreign(rest[0], known_name):
                return _company_part(found)
    return None


def _foreign(word: str, known_name: str) -> bool:
    bare = word.lower()
    company = bare in generic_words() or bare.endswith("s")
    return (
        company
        and word[0].isupper()
        and bare not in everyday_words()
        and bare[:4] not in known_name.lower()
        and bare not in words("first_names")
    )

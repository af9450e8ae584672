"""The words of lexicon/*/naming.toml, and rows of capitals as names are written."""

import re
from functools import cache, lru_cache

from understanding.customers.tokens import legal_words
from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import LANGUAGES, table

Span = tuple[int, int]
HAN = "\u4e00-\u9fff"
_FURTHER = [chr(code) for code in (*range(0x100, 0x250), *range(0x1E00, 0x1F00))]
_GREAT = "A-ZÀ-Þ" + "".join(letter for letter in _FURTHER if letter.isupper())
"""Capitals of Polish, Czech, Turkish, Vietnamese, too."""
_ANY = "A-Za-zÀ-\u024f\u1e00-\u1eff0-9'’&-"
CAPITALS = re.compile(
    rf"(?<![A-Za-z0-9@.])(?:(?:St|Mt|Ft)\. |(?:[A-Z]\.){{2,5}} ?)?[{_GREAT}][{_ANY}]*(?:(?: & | and | of | the |[ -])"
    rf"(?:(?:[A-Z]\.){{2,5}}|[{_GREAT}0-9][{_ANY}]*|&))*\.?(?:,? (?:Inc|Ltd|Co|LLC|GmbH)\b\.?)?"
)
_EVERYDAY = re.compile(r"([A-Za-z'’]+)(?: |$)")


@cache
def listed(name: str) -> tuple[str, ...]:
    return tuple(word for language in LANGUAGES for word in table(language, "naming").get(name, ()))


@cache
def words(name: str) -> frozenset[str]:
    """First names, titles, roles: words that tell a person from a company."""
    return frozenset(table("en", "persons")[name].split())


@cache
def trades() -> frozenset[str]:
    """Words that a company's name ends with."""
    return list_of("trades")


@cache
def places() -> frozenset[str]:
    return list_of("places_alone")


@cache
def given_names() -> frozenset[str]:
    """Rarer first names, too."""
    return words("first_names") | frozenset(table("en", "names")["first_names"].split())


@cache
def everyday() -> frozenset[str]:
    """Words that are written with a capital only because a sentence begins with them."""
    return everyday_words() | words("not_names")


@lru_cache(maxsize=4)
def company_rows(text: str) -> tuple[Span, ...]:
    """Every row of capitals of a message, which is looked at for several signs."""
    return tuple(_without_rest(text, company_part(found)) for found in CAPITALS.finditer(text))


def _ends_before(word: str, before: str, *, last: bool) -> bool:
    """A person, a role or a paper follows the name: Raffles Dental Pauline, Hatta Lodge GM."""
    if word in words("titles") and word not in trades():
        return True
    if not last or word in trades() or word in legal_words():
        return False
    return word in listed("codes") or (before in trades() and word in given_names())


_REST = re.compile(r"(?: (?:I(?:'\w+)?|[A-Z]{2,3}(?= \d)|\d{3,}\w*|\d+(?=[.,:]\d)))+(?: \d+)?$")
"""What else is written with capitals behind a name: "Savanna Towers 500k", "Cathcart Exotics I", "AED 72"."""


def _without_rest(text: str, span: Span) -> Span:
    """Up to a sum, or to a person who follows with a title: Clementi Learning Centre Ms Tay."""
    said = text[span[0] : span[1]]
    parts = list(re.finditer(r"[^\s]+", said))
    for place, part in enumerate(parts[1:], 1):
        if place > 1 and _ends_before(
            part[0].lower().strip("."), parts[place - 1][0].lower(), last=place + 1 == len(parts)
        ):
            said = said[: part.start()].rstrip()
            break
    said = re.sub(r" (?:and|of|the|&)$", "", said)
    return span[0], span[0] + len(re.sub(r"['’]s?$", "", _REST.sub("", said)) or said)


@cache
def pattern(name: str, shape: str) -> re.Pattern[str]:
    some = "|".join(sorted((re.escape(word) for word in listed(name)), key=len, reverse=True))
    return re.compile(shape.format(some))


def company_part(found: re.Match[str]) -> Span:
    """Without a possessive at its end, and without the everyday words that a sentence begins with."""
    said = re.sub(r"(?:['’]s)?[.]?$", "", found[0])
    start = 0
    while (lead := _EVERYDAY.match(said, start)) and _leads(lead[1].lower()) and lead.end() < len(said):
        start = lead.end()
    return found.start() + start, found.start() + len(said)


def _leads(word: str) -> bool:
    """It begins a sentence and no name: Visited, That's; but Big Spring Drilling."""
    return re.sub(r"['’](?:s|re|ll)$", "", word) in everyday() and word not in list_of("name_begins")


@cache
def list_of(name: str) -> frozenset[str]:
    return frozenset(table("en", "naming")[name].split())


def without_person(text: str, span: Span) -> Span:
    """Marcus Bell of Bellweather Forge; but the School of Medicine, and Penhaligon Ceramics without "of St Austell"."""
    found = re.match(r"(?P<who>[A-Z][\w'’ -]*) of (?=[A-Z])", text[span[0] : span[1]])
    if not found or found["who"].lower().split()[-1] in list_of("house_of"):
        return span
    if found["who"].lower().split()[-1] in trades():
        return span[0], span[0] + found.end("who")
    return span[0] + found.end(), span[1]

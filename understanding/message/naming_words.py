"""The words of lexicon/*/naming.toml, and rows of capitals as names are written."""

import re
from functools import cache, lru_cache

from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import LANGUAGES, table

Span = tuple[int, int]
HAN = "\u4e00-\u9fff"
_FURTHER = [chr(code) for code in (*range(0x100, 0x250), *range(0x1E00, 0x1F00))]
_GREAT = "A-ZÀ-Þ" + "".join(letter for letter in _FURTHER if letter.isupper())
"""Capitals of Polish, Czech, Turkish, Vietnamese, too."""
_ANY = "A-Za-zÀ-\u024f\u1e00-\u1eff0-9'’&-"
CAPITALS = re.compile(
    rf"(?<![A-Za-z0-9@.])[{_GREAT}][{_ANY}]*(?:(?: & | and | of | the |[ -])"
    rf"(?:[{_GREAT}0-9][{_ANY}]*|&))*\.?(?:,? (?:Inc|Ltd|Co|LLC|GmbH)\b\.?)?"
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
def everyday() -> frozenset[str]:
    """Words that are written with a capital only because a sentence begins with them."""
    return everyday_words() | words("not_names")


@lru_cache(maxsize=4)
def company_rows(text: str) -> tuple[Span, ...]:
    """Every row of capitals of a message, which is looked at for several signs."""
    return tuple(company_part(found) for found in CAPITALS.finditer(text))


@cache
def pattern(name: str, shape: str) -> re.Pattern[str]:
    some = "|".join(sorted((re.escape(word) for word in listed(name)), key=len, reverse=True))
    return re.compile(shape.format(some))


def company_part(found: re.Match[str]) -> Span:
    """Without a possessive at its end, and without the everyday words that a sentence begins with."""
    said = re.sub(r"(?:['’]s)?[.]?$", "", found[0])
    lead = _EVERYDAY.match(said)
    while lead and lead[1].lower() in everyday() and lead.end() < len(said):
        lead = _EVERYDAY.match(said, lead.end())
    start = lead.start() if lead else 0
    return found.start() + start, found.start() + len(said)


def without_person(text: str, span: Span) -> Span:
    """Marcus Bell of Bellweather Forge."""
    found = re.match(r"[A-Z][\w'’ -]* of (?=[A-Z])", text[span[0] : span[1]])
    return (span[0] + found.end(), span[1]) if found else span

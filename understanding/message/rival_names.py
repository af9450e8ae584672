"""Tells which words may be a competitor's name: no person, no everyday word."""

import re
from collections.abc import Iterator
from functools import cache

from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import table
from understanding.message.naming_words import words

HAN = "一-鿿"
_ROW = re.compile(
    r"(?<![A-Za-z0-9@.])[A-ZÀ-Þ][A-Za-z0-9À-ÿ&-]*(?: (?:& )?[A-ZÀ-Þ][A-Za-z0-9À-ÿ&-]*){0,3}",
)
_WORD = re.compile(r"[^ ]+ ?")
_SMALL = re.compile(r"(?<![\w'@.])([a-z][a-z-]{3,})(?= ([a-z]+)|'s|[^\w ]|$)")
_SHORTEST, _LONGEST = 2, 6
_TITLE = re.compile(
    r"(?:总|经理|姐|哥|主任|老板|老师|先生|女士|师傅|科长|厂长|部长|院长|店长|董|处长|所长|校长)$|^[小老阿].$|^.工$"
    r"|^.{1,2}(?:总|经理|主任|老板|姐|哥|科长)"
)

Stretch = tuple[int, int]


def latin_rows(text: str, spelled: str, known: frozenset[str]) -> list[Stretch]:
    """Words in capitals; of a text without any, words that are neither everyday ones nor known otherwise."""
    return list(_capitals(text, known) if text != spelled or not text.isascii() else _small(text, known))


def _capitals(text: str, known: frozenset[str]) -> Iterator[Stretch]:
    for found in _ROW.finditer(text):
        start = _after_everyday(text, found, known)
        if start < found.end() and text[start : found.end()].lower() not in words("titles"):
            yield start, found.end()


def _after_everyday(text: str, found: re.Match[str], known: frozenset[str]) -> int:
    """Everyday words that a sentence begins with are no part of a name."""
    start = found.start()
    before = text[max(0, start - 8) : start].rstrip()
    first = (not before and start < _LONGEST + 2) or before.endswith((".", "!", "?", "\n", ";"))
    for word in _WORD.finditer(found[0]):
        if not (_is_everyday(word[0].strip().lower(), known) and (first or word.end() < len(found[0]))):
            break
        start = found.start() + word.end()
    return start


def _small(text: str, known: frozenset[str]) -> Iterator[Stretch]:
    """What is followed by another noun is none."""
    follows = frozenset(table("en", "competitors")["follows"].split())
    for found in _SMALL.finditer(text):
        if not _is_everyday(found[1], known) and (found[2] is None or found[2] in follows):
            yield found.span(1)


def _is_everyday(word: str, known: frozenset[str]) -> bool:
    return word in known or word in everyday_words() or word in words("not_names")


def is_latin_name(text: str, start: int, end: int, *, surely: bool) -> bool:
    """Where a person might do the same, what looks like a person's name is none."""
    first = text[start:end].lower().split()[0]
    if first in _no_names("en") or first in words("not_names"):
        return False
    title = re.search(r"([A-Za-z]+)\.? $", text[max(0, start - 12) : start])
    person = first in words("first_names") or first in words("titles")
    titled = title is not None and title[1].lower() in words("titles")
    return not titled and (surely or not person)


def han_name(seen: str, start: int, end: int, *, surely: bool) -> Stretch | None:
    lead = _leads().match(seen, start, end)
    # 汇川的报价, but 美的报价.
    end -= seen.startswith("的报价", end - 1) and end - start > _SHORTEST
    said = seen[lead.end() if lead else start : end]
    usual = _SHORTEST <= len(said) <= _LONGEST and not said.startswith(tuple(_no_names("zh")))
    usual = usual and not any(one in said for one in table("zh", "competitors")["nobody"])
    return (end - len(said), end) if usual and (surely or not _TITLE.search(said)) else None


def is_thing(said: str) -> bool:
    return said.endswith(tuple(table("zh", "competitors")["things"].split()))


@cache
def _no_names(language: str) -> frozenset[str]:
    return frozenset(table(language, "competitors")["no_names"].split())


@cache
def _leads() -> re.Pattern[str]:
    some = sorted(table("zh", "competitors")["leads"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(some)})+")

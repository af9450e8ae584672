"""Finds the people who are known at a customer, by their full name or a part of it, without a title beside it."""

import re
from collections.abc import Collection, Iterator

from understanding.lexicon.everyday import everyday_words
from understanding.message.people import Person
from understanding.message.people.words import words
from understanding.spelling import is_han, plain

_SHORTEST = 3
_SHORTEST_HAN = 2
SURE_AS_ANY = 0.9
"""How sure it is that a name is the person known by it; a likelier person stands before it."""
MOST_KNOWN = 50
"""More people than anybody has at the customers of one message."""


def persons(text: str, known: Collection[str], taken: Collection[tuple[int, int]]) -> Iterator[Person]:
    """Names as they are written in the message, the longest first; `taken` are customers, dates and other people."""
    seen = list(taken)
    spelled = plain(text)
    for name in sorted(_told(list(known)[:MOST_KNOWN]), key=lambda one: (-len(one), one)):
        for found in re.finditer(_whole(name), spelled):
            free = not any(found.start() < end and start < found.end() for start, end in seen)
            if free and not _only_a_word(text[found.start() : found.end()]):
                seen.append(found.span())
                yield Person(text[found.start() : found.end()], found.start(), found.end(), SURE_AS_ANY)


def _told(known: Collection[str]) -> set[str]:
    """Full names, and those parts of them that are no everyday words."""
    full = {plain(name).strip() for name in known if name.strip()}
    parts = {part for name in full for part in name.split() if part.isascii() and not _says_little(part)}
    return {name for name in full | parts if len(name) >= (_SHORTEST_HAN if is_han(name[0]) else _SHORTEST)}


def _says_little(part: str) -> bool:
    return part in everyday_words() or part in words("not_names") | words("titles")


def _only_a_word(said: str) -> bool:
    """First names that are also words count when they are written with a capital."""
    return said.islower() and said in words("also_words")


def _whole(name: str) -> str:
    return re.escape(name) if is_han(name[0]) else rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])"

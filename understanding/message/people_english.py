"""Finds persons told in Latin letters: by title, by capitals, by first names and the words beside them."""

import itertools
import re
from collections.abc import Collection, Iterator
from functools import cache

from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import table
from understanding.message.people import Person

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
_WORD = re.compile(rf"[{_LETTER}]+(?:['’-][{_LETTER}]+)*\.?")
_CAPITAL = rf"[A-ZÀ-Þ][{_LETTER}]*(?:['’-][A-Z]?[{_LETTER}]+)*"
_PARTICLE = r"(?:de|da|di|del|van|von|der|bin|binti|al|le|la|du|dos)"
_NAME = rf"{_CAPITAL}(?:[ ](?:{_PARTICLE}[ ])?{_CAPITAL}){{0,3}}"
_OWN_SIDE = re.compile(
    r"(?:\bour|\bmy|colleague|teammate|\bwith our [a-z]+(?: [a-z]+)?|\bour [a-z]+(?: [a-z]+)?),?\s+$"
)
_OWN_AFTER = re.compile(
    r"^(?:'s)?\s+(?:from|in|on|at) (?:our|claims|accounts|dispatch|the warehouse|our side|the depot)\b"
)

_BOTH = 2
MOST_FOUND = 120
"""More than anybody names; the rest is not even looked at."""


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(table("en", "persons")[name].split())


@cache
def _titled() -> re.Pattern[str]:
    some = "|".join(sorted(words("titles"), key=len, reverse=True))
    name = rf"{_NAME}|[a-z]{{2,}}(?: [a-z]{{2,}})?"
    return re.compile(rf"(?<![A-Za-z0-9'])(?P<title>(?i:{some}))\b\.?[ ]+(?P<name>{name})")


def persons(text: str, taken: Collection[tuple[int, int]]) -> Iterator[Person]:
    """Find persons outside the stretches that are taken by customers, dates and the like."""
    seen: list[tuple[int, int]] = list(taken)
    bare = _blanked(text, taken)
    for find in (_by_title, _by_capitals, _by_small_letters):
        for person in itertools.islice(find(bare), MOST_FOUND):
            if not any(person.start < end and start < person.end for start, end in seen):
                seen.append((person.start, person.end))
                if not _ours(text, person):
                    yield person


def _blanked(text: str, taken: Collection[tuple[int, int]]) -> str:
    """Customers and dates are no part of a row of capitals."""
    for start, end in taken:
        text = f"{text[:start]}{'|' * (end - start)}{text[end:]}"
    return text


def _ours(text: str, person: Person) -> bool:
    before, after = text[max(0, person.start - 28) : person.start].lower(), text[person.end : person.end + 24].lower()
    return bool(_OWN_SIDE.search(before) or _OWN_AFTER.search(after))


def _by_title(text: str) -> Iterator[Person]:
    for found in _titled().finditer(text):
        name, start = found["name"], found.start("name")
        if found["title"] == "m" or (name[0].islower() and not _small_name_ok(name)):
            continue
        if name[0].islower():
            name = name.split()[0] if len(name.split()) > 1 and not _first_name(name.split()[1]) else name
        name = _trimmed(name)
        if name and not (found["title"].lower() in words("roles") and name.split()[0].lower() in everyday_words()):
            yield Person(name, start, start + len(name), 0.95)


def _small_name_ok(name: str) -> bool:
    first = name.split(maxsplit=1)[0]
    return first not in everyday_words() and first not in words("not_names") and first not in words("roles")


def _first_name(word: str) -> bool:
    return word.lower() in words("first_names")


def _trimmed(name: str) -> str:
    """Words that are no part of a name fall off its end."""
    parts = name.split()
    while parts and parts[-1].lower().rstrip(".'s") in words("not_names") | words("roles"):
        parts.pop()
    bare = " ".join(parts)
    return re.sub(r"['’]s$", "", bare)


def _by_capitals(text: str) -> Iterator[Person]:
    for found in re.finditer(rf"(?<![A-Za-z0-9@.]){_NAME}(?![A-Za-z0-9@])", text):
        yield from _split(text, found[0], found.start())


def _split(text: str, said: str, start: int) -> Iterator[Person]:
    """A row of capitals: without words that are no names at its ends, and not at a sentence's start by chance."""
    parts = [(part[0], start + part.start()) for part in re.finditer(r"[^ ]+", said)]
    while parts and _no_name(parts[0][0]):
        parts.pop(0)
    while parts and _no_name(parts[-1][0]):
        parts.pop()
    if not parts:
        return
    first, last = parts[0], parts[-1]
    end = last[1] + len(re.sub(r"['’]s$", "", last[0]))
    name = text[first[1] : end]
    sure = _certainty(text, [part for part, _ in parts], first[1], end)
    if sure:
        yield Person(name, first[1], end, sure)


def _no_name(word: str) -> bool:
    bare = re.sub(r"['’]\w+$", "", word).lower()
    if bare in words("first_names") and bare not in words("not_names") and word[0].isupper():
        return False
    return (
        bare in words("not_names") | words("titles")
        or bare in everyday_words()
        or bare in words("roles")
        or len(bare) < _BOTH
        or word.isupper()
    )


def _certainty(text: str, parts: list[str], start: int, end: int) -> float:
    bare = re.sub(r"['’]s$", "", parts[0]).lower()
    known = bare in words("first_names")
    if len(parts) > 1:
        return 0.9 if known else 0.6 * _in_context(text, start, end)
    if known:
        return 0.85
    return 0.7 if _in_context(text, start, end) == _BOTH else 0.0


def _in_context(text: str, start: int, end: int) -> int:
    """How many sides look like those of a person."""
    before = re.search(r"([\w/@&]+)[,:]?\s*$", text[max(0, start - 20) : start])
    after = re.match(r"('s|[\s,]*[\w']+)", text[end : end + 16])
    left = bool(before) and before is not None and before[1].lower() in words("before") | words("roles")
    right = bool(after) and after is not None and after[1].strip(" ,").lower() in words("after")
    start_of_line = not text[:start].strip() or text[:start].rstrip()[-1:] in ".!?;:\n,(-"
    said = bool(after) and after is not None and after[1].strip(" ,").lower() in words("speaks")
    beside_han = text[max(0, start - 1) : start] in _HAN_BEFORE or text[end : end + 1] in _HAN_AFTER
    return (
        int(left) + int(right) + int(start_of_line and right and said) + 2 * bool(beside_han and text[start].isupper())
    )


_HAN_BEFORE, _HAN_AFTER = frozenset("的叫见找跟和让给姓与同嘅"), frozenset("说讲想要觉约打嫌夸话")


def _by_small_letters(text: str) -> Iterator[Person]:
    """In hasty writing first names stand in small letters; a neighbour has to speak for it."""
    found = list(_WORD.finditer(text))
    for index, word in enumerate(found):
        bare = re.sub(r"['’]s$", "", word[0]).rstrip(".")
        if not bare.islower() or not _first_name(bare) or bare in everyday_words():
            continue
        if bare in words("also_words") and not _in_context(text, word.start(), word.start() + len(bare)):
            continue
        end = word.start() + len(bare)
        if index + 1 < len(found) and found[index + 1].start() == end + 1 and _surname(found[index + 1][0], text):
            end = found[index + 1].end() - found[index + 1][0].endswith("'s") * 2
        yield Person(text[word.start() : end], word.start(), end, 0.7)


def _surname(word: str, text: str) -> bool:
    """After a first name in small letters, a word that is no everyday word."""
    bare = re.sub(r"['’]s$", "", word).rstrip(".").lower()
    known = words("after") | words("before") | words("not_names") | words("roles") | words("titles")
    return (
        word.islower() and len(bare) > _BOTH and bare not in everyday_words() and bare not in known and text.islower()
    )

"""Finds persons told in Chinese characters: surname and title, nickname, or a full name beside telling words."""

import itertools
import re
from collections.abc import Collection, Iterator
from functools import cache

from understanding.lexicon.shelf import table
from understanding.message.people import Person

_COMPOUND_LENGTH = 4
_LONGEST_NAME = 3

MOST_FOUND = 120
"""More than anybody names; the rest is not even looked at."""

_HAN = "\u4e00-\u9fff"


def _alternatives(name: str) -> str:
    return "|".join(sorted(map(re.escape, table("zh", "persons")[name].split()), key=len, reverse=True))


@cache
def _surname() -> str:
    told = table("zh", "persons")
    return f"(?:{_alternatives('compound_surnames')}|[{told['surnames']}])"


@cache
def _title() -> re.Pattern[str]:
    return re.compile(_alternatives("titles"))


@cache
def _nick() -> re.Pattern[str]:
    """老何, 小苏, 阿发."""
    return re.compile(rf"[老小阿][{_HAN}](?:总|工|姐|哥|叔|师傅|伯)?")


@cache
def _named() -> re.Pattern[str]:
    """A role or a word such as 叫 before two or three characters that begin with a surname."""
    lead = rf"(?:{_alternatives('roles')}|名叫|叫做|叫|姓名)"
    return re.compile(rf"(?P<lead>{lead})[是:,]?(?P<name>{_surname()}[{_HAN}]{{1,2}})")


@cache
def _beside() -> re.Pattern[str]:
    """Two or three characters between a word before persons and one after them."""
    return re.compile(
        rf"(?:(?<=[{_HAN}])|(?<=^)|(?<=[,,。;;::、\s的]))(?P<name>{_surname()}[{_HAN}]{{1,2}})(?={_alternatives('after')})"
    )


@cache
def _sets() -> dict[str, frozenset[str]]:
    told = table("zh", "persons")
    return {
        "not_given": frozenset(told["not_given"]),
        "not_names": frozenset(told["not_names"].split()),
        "titles": frozenset(told["titles"].split()),
        "nick": frozenset(told["surnames"]),
        "compound": frozenset(told["compound_surnames"].split()),
        "lead": frozenset(told["before"].split()) | frozenset(told["roles"].split()),
    }


@cache
def _roles() -> tuple[str, ...]:
    return tuple(table("zh", "persons")["roles"].split())


@cache
def _before() -> tuple[str, ...]:
    return tuple(table("zh", "persons")["before"].split())


def persons(text: str, taken: Collection[tuple[int, int]]) -> Iterator[Person]:
    seen: list[tuple[int, int]] = list(taken)
    for find in (_by_title, _by_role, _by_neighbours):
        for person in itertools.islice(find(text), MOST_FOUND):
            if not any(person.start < end and start < person.end for start, end in seen):
                seen.append((person.start, person.end))
                if not _ours(text, person):
                    yield person


def _ours(text: str, person: Person) -> bool:
    before = text[max(0, person.start - 6) : person.start]
    return bool(
        re.search(
            r"(?:我们|咱们|咱|我司|我方|我哋|同事|代理|我们的)(?:技术|技术员|业务员|工程师|司机|师傅|售后|销售|仓库)?$",
            before,
        )
    )


def _by_title(text: str) -> Iterator[Person]:
    for found in _nick().finditer(text):
        yield from _nickname(found)
    for found in _title().finditer(text):
        start = _start_of_name(text, found)
        if start is not None:
            yield Person(text[start : found.end()], start, found.end(), 0.9)


def _start_of_name(text: str, title: re.Match[str]) -> int | None:
    """Walk back from the title: a full name where its left side ends a word, else the surname alone."""
    if not _title_fits(text, title):
        return None
    spots = [title.start() - length for length in (3, 2, 1, 4) if title.start() >= length]
    fitting = [spot for spot in spots if _is_name(text[spot : title.start()]) and not _is_word(text, spot)]
    clear = [spot for spot in fitting if _word_ends(text, spot)]
    alone = [spot for spot in fitting if title.start() - spot == 1]
    told_by_role = [spot for spot in alone if text.endswith(_roles(), 0, spot)]
    return next(iter(told_by_role or clear or alone), None)


def _is_word(text: str, spot: int) -> bool:
    return text[spot : spot + 2] in _sets()["not_names"]


def _is_name(name: str) -> bool:
    known = _sets()
    if len(name) > 1 and name[:2] in known["compound"]:
        return len(name) <= _COMPOUND_LENGTH
    proper = name[0] in known["nick"] and not any(char in known["not_given"] for char in name[1:])
    return proper and len(name) <= _LONGEST_NAME and name[:2] not in known["not_names"] and _all_han(name)


def _all_han(name: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in name)


def _word_ends(text: str, place: int) -> bool:
    """What stands before a name: nothing, a mark, a word such as 跟, or a role."""
    before = text[max(0, place - 4) : place]
    return not before or not _all_han(before[-1]) or any(before.endswith(word) for word in _sets()["lead"])


def _title_fits(text: str, title: re.Match[str]) -> bool:
    """One-letter titles stand in many other words: 总共, 工程, 生产."""
    said, follows = title[0], text[title.end() : title.end() + 1]
    if len(said) > 1:
        return True
    return not (follows and follows in table("zh", "persons")["no_title_before"].get(said, ""))


def _nickname(found: re.Match[str]) -> Iterator[Person]:
    said = found[0]
    if any(said.startswith(one) for one in _sets()["not_names"]):
        return
    if said[1] in _sets()["nick"] or said[0] == "阿":
        yield Person(said, found.start(), found.end(), 0.85)


def _by_role(text: str) -> Iterator[Person]:
    for found in _named().finditer(text):
        name = _cut(found["name"])
        if name:
            yield Person(name, found.start("name"), found.start("name") + len(name), 0.8)


def _by_neighbours(text: str) -> Iterator[Person]:
    for found in _beside().finditer(text):
        name = _cut(found["name"])
        before = text[: found.start("name")]
        spoken = before.endswith(_before())
        edge = not before or before[-1] in ",,。;;::、 \n的(("
        if name and len(name) == len(found["name"]) and (spoken or (edge and len(name) == _LONGEST_NAME)):
            yield Person(name, found.start("name"), found.start("name") + len(name), 0.7)


def _cut(name: str) -> str | None:
    """Characters that are no part of a given name end it."""
    known = _sets()
    if name[:2] in known["not_names"] or name in known["not_names"]:
        return None
    for place in range(1, len(name)):
        if name[place] in known["not_given"]:
            name = name[:place]
            break
    return name if len(name) > 1 else None

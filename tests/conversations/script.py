"""Reads a .chat file: who takes part, what they do, when; the bot's lines are the expectation."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

_CAST = re.compile(r"== (?P<people>[^|]+)\|(?P<zone>[^|]+)\|(?P<currency>[^|]+)(?:\|(?P<customers>.*))?")
_PERSON = re.compile(r"[\s,]*(?P<name>[^(]+?)\s*\((?P<role>\w+), (?P<language>\w+)\)")
_DEED = re.compile(r"(?P<name>[^\s>]+)(?: (?P<verb>edits|replies|shares|sends|in group))?> ?(?P<words>.*)")


@dataclass(frozen=True)
class Actor:
    """Somebody who takes part; a stranger has no role."""

    name: str
    role: str
    language: str


@dataclass(frozen=True)
class Cast:
    """Who takes part, where, in which money, with which customers on record (the first rep's)."""

    actors: tuple[Actor, ...]
    zone: ZoneInfo
    currency: str
    customers: tuple[str, ...]


@dataclass(frozen=True)
class Clock:
    """The time moves on."""

    moment: datetime
    line: str


@dataclass(frozen=True)
class Deed:
    """Somebody does something: "says", "edits", "replies", "shares", "sends", speaks "in group", presses."""

    name: str
    verb: str
    words: str
    line: str


@dataclass(frozen=True)
class Mishap:
    """Something happens to the machine that nobody of the cast can do anything about."""

    what: str
    line: str


@dataclass(frozen=True)
class Remark:
    """A line for the reader."""

    line: str


Line = Clock | Deed | Mishap | Remark


def read(script: str) -> tuple[Cast, list[Line]]:
    """Split a script into its cast and what happens; the bot's own lines are left out."""
    first, *rest = script.strip().splitlines()
    cast = _cast(first)
    names = {actor.name for actor in cast.actors}
    lines = (_line(line, cast.zone, names) for line in rest)
    return cast, [line for line in lines if line]


def _cast(line: str) -> Cast:
    match = _CAST.fullmatch(line)
    assert match, f"the first line tells who takes part, not: {line}"
    actors = tuple(Actor(**found.groupdict()) for found in _PERSON.finditer(match["people"]))
    customers = tuple(name.strip() for name in (match["customers"] or "").split(",") if name.strip())
    return Cast(actors, ZoneInfo(match["zone"].strip()), match["currency"].strip(), customers)


def _line(line: str, zone: ZoneInfo, names: set[str]) -> Line | None:
    if line.startswith("-- "):
        return Clock(datetime.fromisoformat(line[3:].strip()).replace(tzinfo=zone), line)
    if line.startswith("** "):
        return Mishap(line[3:].strip(), line)
    if line.startswith("#") or not line.strip():
        return Remark(line)
    match = _DEED.fullmatch(line)
    if match is None or match["name"] not in names:
        return None
    return _deed(match, line)


def _deed(match: re.Match[str], line: str) -> Deed:
    words = match["words"].strip()
    if match["verb"] is None and words.startswith("[") and words.endswith("]"):
        return Deed(match["name"], "presses", words[1:-1], line)
    return Deed(match["name"], match["verb"] or "says", words, line)

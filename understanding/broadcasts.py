"""Reads words that are meant for a whole team: how they begin, which team is named, and what is said to it."""

import re
from dataclasses import dataclass
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table

_COLON = re.compile("[:：]")


@dataclass(frozen=True, slots=True)
class TeamTold:
    """Words to a team; `team` is its name as it was written, "" where none was."""

    team: str
    text: str


def read_broadcast(text: str) -> TeamTold | None:
    """None: it does not begin so. Only a colon makes sure that the rest is what is to be said."""
    head, colon, said = _parted(text)
    if not colon or not said:
        return None
    if any(opener.fullmatch(head) for opener in _openers("everybody")):
        return TeamTold("", said)
    found = next(filter(None, (opener.fullmatch(head) for opener in _openers("team"))), None)
    return TeamTold(found["a"].strip(), said) if found else None


def named_team(text: str) -> TeamTold:
    """What stands behind the command: "East: we close at four", or the words alone."""
    head, colon, said = _parted(text)
    return TeamTold(head, said) if colon else TeamTold("", text.strip())


def _parted(text: str) -> tuple[str, str, str]:
    found = _COLON.search(text)
    if found is None:
        return "", "", text.strip()
    return " ".join(text[: found.start()].split()), found[0], text[found.end() :].strip()


@cache
def _openers(which: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(opener) for language in LANGUAGES for opener in table(language, "broadcasts")[which])


def _pattern(opener: str) -> re.Pattern[str]:
    spelled = re.escape(opener).replace(r"\ ", r"\s+").replace(r"\{a\}", r"\s*(?P<a>.+?)\s*")
    return re.compile(spelled, re.IGNORECASE)

"""Reads what a manager asks of the teams: a new one, another name, a move, a manager more or less."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table


class TeamAsk(StrEnum):
    """What is asked."""

    ADD = "add"
    RENAME = "rename"
    DEMOTE = "demote"
    PROMOTE = "promote"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class TeamWords:
    """What was read: `subject` is a team or a person by name, `other` the new name or the team."""

    ask: TeamAsk
    subject: str
    other: str = ""


def read_teams(text: str) -> TeamWords | None:
    """Read one line; None: it asks nothing of the kind."""
    words = " ".join(text.split())
    for ask, pattern in _patterns():
        if found := pattern.fullmatch(words):
            named = found.groupdict()
            return TeamWords(ask, named["a"].strip(), (named.get("b") or "").strip())
    return None


@cache
def _patterns() -> tuple[tuple[TeamAsk, re.Pattern[str]], ...]:
    return tuple(
        (ask, _pattern(template))
        for ask in TeamAsk
        for language in LANGUAGES
        for template in table(language, "teams")[ask]
    )


def _pattern(template: str) -> re.Pattern[str]:
    spelled = re.escape(template).replace(r"\ ", r"\s+").replace(r"\{a\}", r"\s*(?P<a>.+?)\s*")
    return re.compile(spelled.replace(r"\{b\}", r"\s*(?P<b>.+?)\s*"), re.IGNORECASE)

"""Has somebody else read a message, too, where it tells something."""

from collections.abc import Awaitable, Callable

from handlers.heard import Command, Heard, Query
from understanding.directory import Directory
from understanding.findings import Findings, Moment
from understanding.small_talk import is_small_talk
from understanding.spelling import is_han

Consult = Callable[[str, Moment, Directory, Findings], Awaitable[Findings]]
"""From a message and what was found in it to the same findings, less sure where somebody reads it otherwise."""

_SHORTEST = 4
"""Fewer Chinese characters are a name or a yes."""


def is_worth_it(heard: Heard, text: str, found: Findings) -> bool:
    """Commands, answers, codes, small talk and questions to the bot are nobody else's business."""
    if isinstance(heard.what, Command | Query) or is_small_talk(text):
        return False
    told = found.entries or found.follow_ups or found.facts or found.fields or found.agreements
    return bool(told or not found.ask) and (len(text.split()) > 1 or sum(map(is_han, text)) >= _SHORTEST)

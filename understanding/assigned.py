"""Reads an action that begins with who is to do it: "Anna should call them", 让Anna打电话."""

import re
from dataclasses import dataclass
from functools import cache

from understanding.lexicon.shelf import table


@dataclass(frozen=True, slots=True)
class Assigned:
    """A name that may be a colleague's, and what is left of the action. Only who knows the colleagues can tell."""

    who: str
    action: str


def assigned(action: str) -> Assigned | None:
    for pattern in _patterns():
        if found := pattern.fullmatch(action.strip()):
            return Assigned(found["who"], found["rest"])
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    english, chinese = table("en", "who"), table("zh", "who")
    return (
        re.compile(rf"(?P<who>[^\W\d_][\w'’-]*),? (?i:{english['obliged']}) (?P<rest>.+)", re.DOTALL),
        re.compile(rf"(?:{chinese['ask']})(?P<who>[A-Za-z][\w'’-]*?)\s*(?=[^\x00-\x7f])(?P<rest>.+)", re.DOTALL),
    )

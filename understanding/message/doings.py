"""Words a wish for a thing as our doing: "they want a quote" is "send quote", 要样品 is 寄样品."""

import re
from collections.abc import Iterator
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table


def doing(told: str) -> str | None:
    """The doing that a wish asks for; None if it is no wish for a thing that we know how to give."""
    for verb, pattern in _wishes():
        found = pattern.match(told)
        if found:
            thing = told[found.start("thing") :]
            return verb + (thing[0].lower() + thing[1:] if thing[1:2].islower() else thing)
    return None


@cache
def _wishes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((verb, re.compile(pattern, re.IGNORECASE)) for verb, pattern in _written())


def _written() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        told = table(language, "actions")
        end = r"\b" if language == "en" else ""
        for verb, things in told["doings"].items():
            yield verb, rf"{told['wish']}(?P<thing>{told['described']}(?:{things}){end})"
            yield verb, rf"{told['bare']}(?P<thing>{told['bare_described']}(?:{things}){end}{told['bare_ends']})"

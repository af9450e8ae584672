"""Takes out of a message the days that were said by mistake: "yesterday, no wait, it was Friday"."""

from collections.abc import Collection, Iterable

from understanding.dates.finding import DatePhrase
from understanding.dates.sides import sides
from understanding.dates.when import Frame
from understanding.message.corrections import Mistaken, mistaken

Unsaid = tuple[str, str, frozenset[int]]
"""The text and its plain spelling without them, and where days stand that took the place of a day behind."""


def unsaid(
    text: str, spelled: str, timed: Collection[DatePhrase], kept: Collection[DatePhrase], frame: Frame
) -> Unsaid:
    slips = [one for one in mistaken(spelled, list(timed)) if one.right in kept]
    behind = frozenset(one.right.start for one in slips if _is_behind(spelled, one, frame))
    return _without(text, slips), _without(spelled, slips), behind


def _is_behind(spelled: str, one: Mistaken[DatePhrase], frame: Frame) -> bool:
    return sides(one.wrong, frame).way == "back" or " was " in spelled[one.sign : one.right.start]


def _without(words: str, slips: Iterable[Mistaken[DatePhrase]]) -> str:
    """Every other place stays."""
    for one in slips:
        for start, end in ((one.wrong.start, one.wrong.end), (one.sign, one.right.start)):
            words = words[:start] + " " * (end - start) + words[end:]
    return words

"""Tells whether a message asks the bot something, and what."""

from collections import Counter

from sales.kinds import Ask
from understanding.message.cues import Cue, cue_words, cues

_WEIGHTS = {"question": 0.0}


def whole(spelled: str) -> Ask | None:
    """A message that is nothing but a phrase of a question."""
    names = [name for name in cue_words("asks").get(spelled.strip(" .!?/"), ()) if name != "question"]
    return Ask(names[0]) if names else None


def scores(spelled: str) -> dict[str, float]:
    """How much speaks for each question: longer phrases say more; a question mark or word must stand by."""
    found = cues(spelled, "asks")
    totals: Counter[str] = Counter()
    for cue in _longest(found):
        totals[cue.name] += cue.end - cue.start if spelled[cue.start].isascii() else 3 * (cue.end - cue.start)
    return dict(totals)


def put(spelled: str) -> bool:
    """Whether there is a question mark or a question word at all."""
    return any(cue.name == "question" for cue in cues(spelled, "asks"))


def _longest(found: list[Cue]) -> list[Cue]:
    """Without those within a longer phrase of the same class."""
    kept: list[Cue] = []
    reach: dict[str, tuple[int, int]] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        start, end = reach.get(one.name, (-1, -1))
        if one.end > end:
            reach[one.name] = (one.start, one.end)
        if one.end > end or (one.start, one.end) == (start, end):
            kept.append(one)
    return kept


ASKS = tuple(Ask)

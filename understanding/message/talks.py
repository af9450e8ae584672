"""Tells what a visit or a call was about; that somebody was met is told by its kind."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING

from understanding.lexicon.shelf import table
from understanding.message.actions import MARKS
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.scenes import Scene

if TYPE_CHECKING:
    from understanding.message.corrections import Placed

_FEWEST = 2
_PIECE = re.compile(r"[^|]+")


def subject(noticed: Noticed, scene: Scene, own: Clause, others: Collection[Clause]) -> str:
    """What was talked about, in the clause of the meeting or in one that tells nothing else; else what else it says."""
    free = [own, *(clause for clause in scene.clauses if not any(clause is one for one in (own, *others)))]
    told = (_topic(noticed, clause) for clause in free)
    return next((topic for topic in told if topic), "") or _rest(noticed, own, others)


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{table('en', 'talks')['topic']})(?![a-z])|(?:{table('zh', 'talks')['topic']})")


def _topic(noticed: Noticed, clause: Clause) -> str:
    found = _topics().search(noticed.spelled, clause.start, clause.end)
    if not found:
        return ""
    ends = [one.start for one in clause.dates if one.end >= clause.end - 1 and one.start > found.end()]
    return _clear(noticed.text[found.end() : min([*ends, clause.end])])


def _clear(said: str) -> str:
    told = " ".join(said.split()).strip(MARKS)
    return told if len(told) >= _FEWEST and _trimmed(told) else ""


def _rest(noticed: Noticed, clause: Clause, others: Collection[Clause]) -> str:
    """The longest piece beside the names, the days and the words of meeting and calling, if nothing else tells it."""
    if any(clause is one for one in others):
        return ""
    pieces = [_trimmed(piece) for piece in _pieces(noticed, clause)]
    return max((piece for piece in pieces if " " in piece or not piece.isascii()), key=len, default="")


def _pieces(noticed: Noticed, clause: Clause) -> Iterator[str]:
    masked = noticed.text
    verbs = [cue for cue in clause.cues if cue.name in ("visit", "call")]
    gone: list[Placed] = [*clause.named, *clause.dates, *noticed.people, *verbs]
    for one in gone:
        masked = f"{masked[: one.start]}{'|' * (one.end - one.start)}{masked[one.end :]}"
    return (found[0] for found in _PIECE.finditer(masked[clause.start : clause.end]))


@cache
def _idle() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(map(re.escape, table("en", "talks")["idle"].split()))
    signs = "|".join(sorted(table("zh", "talks")["idle"].split(), key=len, reverse=True))
    one = rf"(?:(?<![A-Za-z])(?i:{words})(?![A-Za-z])|{signs}|[\s{re.escape(MARKS)}'\"]|’s|'s)"
    return re.compile(rf"^{one}+"), re.compile(rf"{one}+$")


def _trimmed(piece: str) -> str:
    """Without idle words at its ends; what is a letter or two tells nothing."""
    first, last = _idle()
    told = last.sub("", first.sub("", piece))
    return told if len(told) >= _FEWEST else ""

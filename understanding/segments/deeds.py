"""Reads what was done at customers or not, and since when: not visited this month, 30天没下单."""

import re
from functools import cache

from sales.segments import Condition, Deed, Done, Has, Sign, Silent
from sales.since import Ever, Since, Stretch, This
from understanding.segments.board import Board
from understanding.segments.times import TIME, Times
from understanding.segments.words import either, meaning, one_of, said

_GAP = r"[\s,]*"
_DONE = r"(?:过|了|过了)?"


def deeds(board: Board, times: Times) -> None:
    """What was not done first: "not visited" has "visited" in it."""
    board.read(_silent(), lambda found: _silence(found, times))
    board.read(_timed(), lambda found: _doing(found, times))
    board.read(_bare(), lambda found: Done(Deed(meaning("done")[found["deed"]]), Ever()))


def birthdays(board: Board, times: Times) -> None:
    """Those of this month; of other times we do not know."""
    birthday = either("signs", "birthday")
    pattern = re.compile(rf"{birthday}{_GAP}(?P<after>{TIME})|(?P<before>{TIME}){_GAP}{birthday}")
    board.read(pattern, lambda found: _birthday(_since(found, times)))


def _birthday(since: Since | None) -> Condition | None:
    return Has(Sign.BIRTHDAY) if since == This(Stretch.MONTH) else None


def _silence(found: re.Match[str], times: Times) -> Condition | None:
    since = _since(found, times) if found["before"] or found["after"] else Ever()
    return Silent(Deed(meaning("deeds")[found["deed"]]), since) if since else None


def _doing(found: re.Match[str], times: Times) -> Condition | None:
    since = _since(found, times)
    return Done(Deed(meaning("deeds")[found["deed"]]), since) if since else None


def _since(found: re.Match[str], times: Times) -> Since | None:
    """Two times say more than we know: left out."""
    if found["before"] and found["after"]:
        return None
    return times.get(found.start("before" if found["before"] else "after"))


@cache
def _silent() -> re.Pattern[str]:
    deed = rf"{either('around', 'not')}\s*(?:{either('around', 'auxiliary')}\s*)*(?P<deed>{_deed()}){_DONE}"
    return re.compile(rf"(?:(?P<before>{TIME}){_GAP})?{deed}(?:{_GAP}(?P<after>{TIME}))?")


@cache
def _timed() -> re.Pattern[str]:
    deed = rf"(?:{either('around', 'auxiliary')}\s*)*(?P<deed>{_deed()}){_DONE}"
    # Two alternatives would need a name each for the deed.
    return re.compile(rf"(?:(?P<before>{TIME}){_GAP})?{deed}(?(before)|{_GAP}(?P<after>{TIME}))")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?P<deed>{one_of(meaning('done'))}){_DONE}")


@cache
def _deed() -> str:
    return one_of([*meaning("deeds"), *(word for deed in Deed for word in said("done", deed))])

"""Sees days that have just gone by: nobody plans for the 3rd of March when it was last week."""

from datetime import timedelta

from understanding.dates.sides import Sides
from understanding.message.notice import Noticed
from understanding.message.weighing import Weighed

_JUST, _FAR = timedelta(days=45), timedelta(days=270)
_LIKELY = 0.6


def gone_by(noticed: Noticed, one: Weighed) -> bool:
    """Such a day is not due; something happened on it. Says whether there is one."""
    found = False
    for start in one.due:
        if start in noticed.gone or (start in noticed.sides and _has_gone_by(noticed, noticed.sides[start])):
            found = True
            one.due[start] = 0.0
            one.on[start] = {kind: max(chance, _LIKELY) for kind, chance in one.on[start].items()}
    return found


def _has_gone_by(noticed: Noticed, seen: Sides) -> bool:
    today = noticed.frame.today
    if seen.back is None or seen.ahead is None or seen.back.start == seen.ahead.start:
        return False
    return timedelta() < today - seen.back.start <= _JUST and seen.ahead.start - today >= _FAR

"""Sees that somebody asks to be reminded, or plans again and again: then there is something to be done."""

import re
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.recurring import recurrence
from understanding.message.weighing import Weighed

_SURE, _EVEN = 0.95, 0.5


def asked(noticed: Noticed, one: Weighed) -> float:
    """How likely something without a date is to be done; dates beside the words are due, in `one.due`."""
    nothing_else = max(one.kinds.values()) < _EVEN
    asking = [
        clause
        for clause in one.scene.clauses
        if _asks(noticed, clause) or (nothing_else and recurrence(noticed, clause) is not None)
    ]
    if not asking:
        return one.undated
    beside = [start for start in one.due if any(clause.start <= start < clause.end for clause in asking)]
    one.due.update(dict.fromkeys(beside, _SURE))
    return one.undated if beside else _SURE


def _asks(noticed: Noticed, clause: Clause) -> bool:
    return not clause.has("denied") and _reminds().search(noticed.spelled, clause.start, clause.end) is not None


@cache
def _reminds() -> re.Pattern[str]:
    return re.compile("|".join(table(language, "actions")["reminds"] for language in LANGUAGES))

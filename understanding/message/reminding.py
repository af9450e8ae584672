"""Sees that somebody asks to be reminded: then there is something to be done, however rare its words."""

import re
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.weighing import Weighed

_SURE = 0.95


def asked(noticed: Noticed, one: Weighed) -> float:
    """How likely something without a date is to be done; dates beside the words are due, in `one.due`."""
    asking = [clause for clause in one.scene.clauses if _asks(noticed, clause)]
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

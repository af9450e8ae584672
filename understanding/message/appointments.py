"""Sees meetings that lie ahead: "lunch with Padma on Friday" is an appointment, and no visit yet."""

import re
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed
from understanding.message.weighing import Weighed

_DUE = 0.5


def is_appointment(noticed: Noticed, one: Weighed) -> bool:
    """Whether all that is said of a customer begins with a meeting and has a day to come."""
    return bool(one.scene.clauses) and all(_lies_ahead(noticed, one, clause) for clause in one.scene.clauses)


def _lies_ahead(noticed: Noticed, one: Weighed, clause: Clause) -> bool:
    due = any(clause.start <= start < clause.end and chance >= _DUE for start, chance in one.due.items())
    return due and _meeting().match(noticed.spelled, clause.start, clause.end) is not None


@cache
def _meeting() -> re.Pattern[str]:
    named = "|".join(table(language, "actions")["appointments"] for language in LANGUAGES)
    return re.compile(rf"[\W_]*(?:(?:and|then|also|plus) )?(?:{named})")

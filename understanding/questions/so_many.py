"""Reads of how many at most one wants to hear: the top five customers, 前十名."""

import re
from functools import cache

from understanding.numbers import HAN_SMALL, SMALL, han
from understanding.questions.words import one_of, said


def so_many(text: str) -> int:
    """0: nothing is said of it. The first three months are none."""
    found = _limit().search(text)
    if not found:
        return 0
    number = found["han"] or found["ranked"]
    if number.isdecimal():
        return int(number)
    return SMALL.get(number) or int(han(number) or 0)


@cache
def _limit() -> re.Pattern[str]:
    ranks, number = one_of(said("groups", "ranks")), rf"\d{{1,3}}|{'|'.join(SMALL)}"
    return re.compile(
        rf"前\s?(?P<han>\d{{1,3}}|[{HAN_SMALL}]{{1,3}})(?!\d|个?(?:月|季|周|星期|天|日|年))"
        rf"|{ranks}\s(?P<ranked>{number})\b(?!\s(?:days?|weeks?|months?|quarters?|years?))"
    )

"""Which items a customer who used to buy them again and again has not reordered for long."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from sales.scores.outlook import LATE

# A comma between figures belongs to a size: "pipe 1,5 m".
_JOINED = re.compile(r"\s*(?:[;；，、]|,(?!\d)|(?<!\d),|\s[+&]\s)\s*")
OFTEN = 3
"""Bought on fewer days an item shows no rhythm."""


@dataclass(frozen=True, slots=True)
class OverdueItem:
    """Reordered every `gap` days as a rule, last on the day `last`."""

    item: str
    gap: int
    last: date


def overdue_items(bought: Iterable[tuple[str, date]], today: date) -> list[OverdueItem]:
    """The one that is late by the most of its own gaps first; days to come are left out."""
    found = (_overdue(item, days, today) for item, days in _by_item(bought, today).items())
    return sorted(filter(None, found), key=lambda one: (-(today - one.last).days / one.gap, one.item))


def _by_item(bought: Iterable[tuple[str, date]], today: date) -> Mapping[str, set[date]]:
    """Of "pump, hose" each for itself. Capitals and spaces make no other; the spelling that comes first names it."""
    named: dict[str, str] = {}
    days: dict[str, set[date]] = {}
    for item, day in ((one, day) for line, day in bought for one in _JOINED.split(line)):
        words = " ".join(item.split())
        if words and day <= today:
            days.setdefault(named.setdefault(words.casefold(), words), set()).add(day)
    return days


def _overdue(item: str, days: set[date], today: date) -> OverdueItem | None:
    if len(days) < OFTEN:
        return None
    gap = max(1, round(median((later - before).days for before, later in pairwise(sorted(days)))))
    last = max(days)
    return OverdueItem(item, gap, last) if (today - last).days > LATE * gap else None

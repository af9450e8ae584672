"""Sums that were told and not taken, since nobody orders or pays less than nothing: the echo says so and asks."""

from dataclasses import replace

from sales.kinds import Kind
from sales.tellings import Entry
from sales.views import Echo, Part, RefusedSum
from understanding.sums.below_zero import below_zero

SUMMED = frozenset({Kind.ORDER, Kind.PAYMENT})
"""What is counted by its sum."""


def with_refused(view: Echo) -> Echo:
    """The echo with the first sum that is still missing."""
    return replace(view, refused=next((one for part in view.parts if (one := refused_sum(part))), None))


def refused_sum(part: Part) -> RefusedSum | None:
    said = "" if part.undone else below_zero(part.said)
    slot = next((place for place, entry in enumerate(part.told.entries) if said and _lacks_sum(entry)), None)
    return None if slot is None else RefusedSum(part.telling, f"e{slot}", said)


def _lacks_sum(entry: Entry | None) -> bool:
    return entry is not None and entry.kind in SUMMED and entry.amount is None and "amount" not in entry.by_hand

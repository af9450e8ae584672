"""Tells how likely a whole reading is right, from how near its choices were to going the other way."""

import math
from collections.abc import Iterable
from dataclasses import replace

from sales.kinds import SUMS, Kind
from understanding.findings import Doubt, Findings
from understanding.lexicon.shelf import shared
from understanding.message.notice import NEW, Noticed
from understanding.message.weighing import Weighed

ASK_BELOW = 0.5
"""A reading that is right less often than this is not taken without asking."""
_LONG = 50
"""Characters by which the length of a message is counted."""
_LEAST = 0.05
_ABOUT = {
    "kinds": Doubt.KINDS,
    "category": Doubt.KINDS,
    "sums": Doubt.SUMS,
    "due": Doubt.PLANS,
    "undated": Doubt.PLANS,
    "customer": Doubt.CUSTOMERS,
    "more customers": Doubt.CUSTOMERS,
}
"""What a rep is asked about when that doubt is the gravest."""


def judged(noticed: Noticed, some: list[Weighed], found: Findings) -> Findings:
    """The findings with the calibrated chance that a rep would have nothing to correct, and what is to be asked."""
    weights = shared("confidence")["weights"]
    costs = {name: weights[name] * value for name, value in doubts(noticed, some, found).items()}
    sure = round(1 / (1 + math.exp(-weights["bias"] - sum(costs.values()))), 3)
    if sure >= ASK_BELOW or not (found.entries or found.follow_ups):
        return replace(found, sure=sure)
    gravest = min(_ABOUT, key=lambda name: costs[name])
    return replace(found, sure=sure, doubts=found.doubts | {_ABOUT[gravest]})


def doubts(noticed: Noticed, some: list[Weighed], found: Findings) -> dict[str, float]:
    """Each kind of doubt, in nats where it is of chances; nothing is 0."""
    kinds = {entry.kind for entry in found.entries}
    return {
        "kinds": _nats(chance for one in some for chance in one.kinds.values()),
        "due": _nats(chance for one in some for chance in one.due.values()),
        "undated": _nats(one.undated for one in some),
        "on": _nats(max(on[kind] for on in one.on.values()) for one in some for kind in kinds if one.on),
        "sums": _nats(max(of[kind] for of in one.sums.values()) for one in some for kind in kinds & SUMS if one.sums),
        "people": _nats(chance for one in some for chance in one.person.values()) if kinds else 0.0,
        "category": sum(-math.log(one.sure_category) for one in some if one.kinds[Kind.COMPLAINT] > 1 / 2),
        "customer": sum(-math.log(max(one.sure, _LEAST)) for one in noticed.mentions.values() if one.key is not None),
        "new customer": float(NEW in noticed.mentions),
        "more customers": float(max(0, len(some) - 1)),
        "two days": float(sum(len(one.days) > 1 for one in found.follow_ups)),
        "long": len(noticed.text) / _LONG,
        "found": math.log1p(len(found.entries) + len(found.follow_ups)),
    }


def _nats(chances: Iterable[float]) -> float:
    return sum(-math.log(max(chance, 1 - chance)) for chance in chances)

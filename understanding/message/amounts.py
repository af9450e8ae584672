"""Tells which sum belongs to which entry of a customer."""

import re
from collections.abc import Iterable
from functools import cache

from sales.kinds import SUMS, Category, Kind
from understanding.lexicon.shelf import table
from understanding.message.competing import prices_of_competitors
from understanding.message.money import Sum
from understanding.message.notice import Noticed
from understanding.message.weighing import Weighed

LEVEL = 0.5
ONLY_SUM = 0.25
"""The only sum of a message belongs to a sale sooner than to nothing."""
_LEFT_OVER = 0.005
"""A sum that is nobody's belongs to an entry that lacks one, however little speaks for it, ..."""
_LEFT_TO_COMPLAINT = 0.05
"""... but what is complained of need not be money, unless it is an invoice or a price."""
_OF_MONEY = frozenset({Category.BILLING, Category.PRICE})
_NEAR = 24
_PLAINLY, _PERHAPS = 2, 0.2
Offered = list[Sum]


def amounts(noticed: Noticed, weighed: Weighed, kinds: Iterable[Kind]) -> dict[Kind, Sum]:
    """The sum of each kind: what most likely is its own, else what is left over."""
    offered = _offered(noticed, weighed)
    carrying = [kind for kind in kinds if kind in SUMS]
    wholes = _wholes(noticed, offered)
    parts = [one for one in offered if one.start not in wholes]
    likely = ((kind, _likeliest(weighed, kind, parts if kind is Kind.PAYMENT else offered)) for kind in carrying)
    found = {kind: one for kind, one in likely if one and _chance(weighed, one, kind) >= _level(kind, offered)}
    return found | _left_over(weighed, [kind for kind in carrying if kind not in found], _left(weighed, offered, found))


def sold(noticed: Noticed, weighed: Weighed, kinds: Iterable[Kind]) -> Kind | None:
    """What a plain sum tells beside these kinds, none of which could carry it: nobody tells a sum for nothing."""
    if SUMS.intersection(kinds):
        return None
    plain = [one for one in _left(weighed, _offered(noticed, weighed), {}) if one.strength >= _PLAINLY]
    some = [kind for kind in SUMS if any(_chance(weighed, one, kind) >= LEVEL for one in plain)]
    best = max(some, key=lambda kind: weighed.kinds[kind], default=None)
    return best if best and weighed.kinds[best] >= _PERHAPS else None


def _offered(noticed: Noticed, weighed: Weighed) -> Offered:
    every = [one for clause in noticed.clauses for one in clause.sums if one.start in weighed.sums and not one.spent]
    others = prices_of_competitors(noticed) if every else ()
    return [one for one in every if one.start not in others]


def _wholes(noticed: Noticed, offered: Offered) -> set[int]:
    """Of what only a part was paid, where the part is told: "4,000 of the 10,000"."""
    found = {one.start for one in offered if _whole().search(noticed.spelled, max(0, one.start - _NEAR), one.start)}
    return found if len(found) < len(offered) else set()


@cache
def _whole() -> re.Pattern[str]:
    words = "|".join(table("en", "money")["wholes"]["before"])
    return re.compile(rf"(?:{words})\s?(?![\s\S])")


def _level(kind: Kind, offered: Offered) -> float:
    return ONLY_SUM if len(offered) == 1 and kind is not Kind.COMPLAINT else LEVEL


def _likeliest(weighed: Weighed, kind: Kind, some: Offered) -> Sum | None:
    return max(some, key=lambda one: _chance(weighed, one, kind), default=None)


def _chance(weighed: Weighed, one: Sum, kind: Kind) -> float:
    return weighed.sums[one.start][kind]


def _left(weighed: Weighed, offered: Offered, found: dict[Kind, Sum]) -> Offered:
    """The sums of the customer's own clauses that no entry has taken."""
    taken = {one.start for one in found.values()}
    own = {one.start for clause in weighed.scene.clauses for one in clause.sums}
    return [one for one in offered if one.start in own - taken]


def _left_over(weighed: Weighed, lacking: list[Kind], left: Offered) -> dict[Kind, Sum]:
    """One sum for one entry: where there are more, nobody knows which is whose."""
    if len(lacking) != 1 or len(left) != 1:
        return {}
    [kind], [one] = lacking, left
    doubted = kind is Kind.COMPLAINT and weighed.category not in _OF_MONEY
    level = _LEFT_TO_COMPLAINT if doubted else _LEFT_OVER
    return {kind: one} if _chance(weighed, one, kind) >= level else {}

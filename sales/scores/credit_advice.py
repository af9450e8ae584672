"""What to do about a customer's credit, from what is overdue, how the limit is used, how they pay and what they buy.

| rule, the first that fits | advice |
| --- | --- |
| something is overdue for more than 60 days | deliver only against payment |
| something is overdue for more than 14 days | grant no more until it is paid |
| what they owe is over the limit | grant no more until it is paid |
| they buy a third less than a year ago, or fell silent, and owe something | watch |
| no limit is set, and they buy | set one |
| 80 % of the limit is used, nothing is overdue, 95 % of six invoices or more came in time, they buy no less | raise |
| they buy | keep |
| else | nothing to advise |

The limit that is proposed is what they buy within their payment terms, and a quarter more; never more than double.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sales.credit import Owed, late
from sales.money import Money
from sales.scores.track_record import Punctuality

_LONG, _SHORT = 60, 14
_LESS, _SAME = 2 / 3, 1.0
_USED = 0.8
_PUNCTUAL = 5
_INVOICES = 6
_ROOM = 1.25
_MOST = 2
_YEAR = 365
_USUAL_TERMS = 30
_SIGNS = 2


class Advice(StrEnum):
    """What to do, the strictest first."""

    PREPAY = "prepay"
    HOLD = "hold"
    WATCH = "watch"
    SET = "set"
    RAISE = "raise"
    KEEP = "keep"
    NOTHING = "nothing"


class Ground(StrEnum):
    """Which rule gave the advice."""

    LONG_OVERDUE = "long_overdue"
    OVERDUE = "overdue"
    OVER_LIMIT = "over_limit"
    BUYS_LESS = "buys_less"
    NO_LIMIT = "no_limit"
    OUTGROWN = "outgrown"
    ALL_WELL = "all_well"
    NOTHING_KNOWN = "nothing_known"


@dataclass(frozen=True, slots=True)
class Debt:
    """What a customer owes, in one currency; `days`: for how long the oldest of it is overdue."""

    owed: Money
    overdue: Money
    days: int = 0


def debt(owed: Iterable[Owed], today: date, currency: str) -> Debt:
    """What is owed in that currency; sums in others say nothing about a limit in this one."""
    here = [one for one in owed if one.sum.currency == currency and one.sum.minor > 0]
    overdue = sum(one.sum.minor for one in late(here, today))
    days = max(((today - one.due).days for one in here if one.due is not None), default=0)
    return Debt(Money(sum(one.sum.minor for one in here), currency), Money(overdue, currency), max(days, 0))


@dataclass(frozen=True, slots=True)
class Credit:
    """What is to be known; debt and limit are in one currency. `year`: bought in twelve months; `terms` in days.

    `growth`: purchases of twelve months by those of the twelve before, None: not known. `slipping`: silent for long.
    """

    debt: Debt
    limit: Money | None
    year: Money
    terms: int | None = None
    growth: float | None = None
    slipping: bool = False
    pays: Punctuality | None = None

    @property
    def used(self) -> float | None:
        """Of the limit; None: there is none."""
        return self.debt.owed.minor / self.limit.minor if self.limit and self.limit.minor > 0 else None

    @property
    def is_over(self) -> bool:
        return self.limit is not None and self.debt.owed.minor > max(self.limit.minor, 0)


@dataclass(frozen=True, slots=True)
class CreditAdvice:
    """What to do and why. `proposed`: the limit that their purchases speak for, of SET and RAISE."""

    advice: Advice
    ground: Ground
    credit: Credit
    proposed: Money | None = None


def credit_advice(credit: Credit) -> CreditAdvice:
    found = _trouble(credit) or _limit(credit)
    if found:
        return found
    if credit.year.minor > 0 and credit.limit is not None:
        return CreditAdvice(Advice.KEEP, Ground.ALL_WELL, credit)
    return CreditAdvice(Advice.NOTHING, Ground.NOTHING_KNOWN, credit)


def _trouble(credit: Credit) -> CreditAdvice | None:
    less = credit.slipping or (credit.growth is not None and credit.growth <= _LESS)
    owes = credit.debt.overdue.minor > 0
    rules = (
        (owes and credit.debt.days > _LONG, Advice.PREPAY, Ground.LONG_OVERDUE),
        (owes and credit.debt.days > _SHORT, Advice.HOLD, Ground.OVERDUE),
        (credit.is_over, Advice.HOLD, Ground.OVER_LIMIT),
        (less and credit.debt.owed.minor > 0, Advice.WATCH, Ground.BUYS_LESS),
    )
    return next((CreditAdvice(advice, ground, credit) for fits, advice, ground in rules if fits), None)


def _limit(credit: Credit) -> CreditAdvice | None:
    proposed = _proposed(credit)
    if proposed is None:
        return None
    if credit.limit is None:
        return CreditAdvice(Advice.SET, Ground.NO_LIMIT, credit, proposed)
    if _outgrown(credit) and proposed.minor > credit.limit.minor:
        return CreditAdvice(Advice.RAISE, Ground.OUTGROWN, credit, proposed)
    return None


def _outgrown(credit: Credit) -> bool:
    pays = credit.pays is not None and credit.pays.value >= _PUNCTUAL and credit.pays.invoices >= _INVOICES
    buys = credit.growth is not None and credit.growth >= _SAME
    return pays and buys and credit.debt.overdue.minor <= 0 and (credit.used or 0) >= _USED


def _proposed(credit: Credit) -> Money | None:
    """What they buy within their terms and a quarter more, in two figures; None: nothing, or in another currency."""
    if credit.limit is not None and credit.limit.currency != credit.year.currency:
        return None
    terms = credit.terms if credit.terms and credit.terms > 0 else _USUAL_TERMS
    room = round(max(credit.year.minor, 0) * min(terms, _YEAR) / _YEAR * _ROOM)
    if credit.limit is not None:
        room = min(room, _MOST * credit.limit.minor)
    unit = 10 ** max(len(str(room)) - _SIGNS, 0)
    return Money(room // unit * unit, credit.year.currency) if room > 0 else None

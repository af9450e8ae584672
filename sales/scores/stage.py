"""Where each customer stands in their life with us, by rules of which the first that fits decides.

| rule | stage |
| --- | --- |
| somebody said that they are lost, and no order came since | lost |
| never ordered | prospect |
| silent for twice as long as an order was to be expected, and p(no order) is at least 90 % | lost |
| silent for longer than an order was to be expected, and p(no order) is at least 50 % | slipping |
| were lost, and ordered again within the last 180 days | won back |
| first ordered within the last 90 days | new |
| bought at least 20 % more in twelve months than, by the day, in the twelve before | growing |
| else | active |

The silence is measured by the customer's own rhythm, so a yearly buyer is not slipping in spring. Where the rhythm is
not known (fewer than three orders) 180 days stand for it; where no probability is known the silence alone decides.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sales.scores.amounts import Flags, Floats, Ints, bought, ratio
from sales.scores.stage_reasons import STAGE_OF, LossCause, ReturnCause, StageReason, Why

_YEAR = 365
_HALF_YEAR = 182


@dataclass(frozen=True, slots=True)
class StageRules:
    """The numbers in the rules; days and fractions."""

    patience: int = 180
    slipping: float = 0.5
    lost: float = 0.9
    lost_after: float = 2.0
    won_back: int = 180
    new: int = 90
    growing: float = 1.2


@dataclass(frozen=True, slots=True)
class Lives:
    """What is to be known of all customers, arrays of one length; days count back from today, nan: never.

    `first` and `last`: first and last order. `expected`: days after the last order by which the next one was to be
    expected at the latest; nan: not known. `lost`: p(no order), nan: not known. `year` and `before`: bought in the last
    twelve months and in the twelve before. `said_lost`: since when somebody says that they are lost. `back`: the first
    order after having been lost.
    """

    first: Floats
    last: Floats
    expected: Floats
    lost: Floats
    year: Floats
    before: Floats
    said_lost: Floats
    back: Floats


@dataclass(frozen=True, slots=True)
class Stages:
    """The rule that placed each customer, as places in WHYS, with what they were placed by."""

    why: Ints
    lives: Lives
    growth: Floats
    rules: StageRules

    def reason(self, place: int, cause: LossCause | ReturnCause | None = None) -> StageReason:
        """Of one customer; `cause` is what somebody who knows has said of it."""
        why, lives = WHYS[self.why[place]], self.lives
        return StageReason(
            STAGE_OF[why],
            why,
            silent=_days(lives.last[place]),
            expected=_days(lives.expected[place]),
            patience=self.rules.patience,
            lost=_known(lives.lost[place]),
            began=_days(lives.first[place]),
            came_back=_days(lives.back[place]),
            growth=_known(self.growth[place]),
            cause=cause or _CAUSES.get(why),
        )


WHYS = tuple(Why)
_CAUSES: dict[Why, LossCause | ReturnCause] = {
    Why.SILENT_FOR_LONG: LossCause.SILENT,
    Why.SAID_LOST: LossCause.OTHER,
    Why.CAME_BACK: ReturnCause.BY_THEMSELVES,
}


def stages(lives: Lives, rules: StageRules | None = None) -> Stages:
    """The stage of each customer. A day in the future counts as today's."""
    look = _Look(lives, rules or StageRules(), growth(lives))
    fits = [_RULES[one](look) for one in WHYS]
    why = np.select(fits, list(range(len(WHYS))), default=WHYS.index(Why.IN_RHYTHM))
    return Stages(why.astype(np.int64), lives, look.growth, look.rules)


def growth(lives: Lives) -> Floats:
    """Purchases a day of these twelve months by those of the time before, from half a year of it on; else nan."""
    covered = np.clip(lives.first - _YEAR, 0, _YEAR)
    enough = covered >= _HALF_YEAR
    return ratio(bought(lives.year) / _YEAR, np.where(enough, bought(lives.before) / np.maximum(covered, 1), 0))


@dataclass(frozen=True, slots=True)
class _Look:
    """What a rule sees."""

    lives: Lives
    rules: StageRules
    growth: Floats

    def silent(self, times: float) -> Flags:
        """For so many times as long as an order was to be expected."""
        expected = np.where(np.isfinite(self.lives.expected), self.lives.expected, self.rules.patience)
        return np.greater(self.lives.last, times * expected)

    def likely(self, least: float) -> Flags:
        """What is not known does not speak against it."""
        return np.logical_not(np.less(self.lives.lost, least))


def _said_lost(look: _Look) -> Flags:
    """An order of the same day does not speak against it: it may have been the one at which they said so."""
    said = look.lives.said_lost
    return np.isfinite(said) & ~np.less(look.lives.last, said)


def _never_ordered(look: _Look) -> Flags:
    return np.isnan(look.lives.last)


def _silent_for_long(look: _Look) -> Flags:
    return look.silent(look.rules.lost_after) & look.likely(look.rules.lost)


def _overdue(look: _Look) -> Flags:
    return look.silent(1.0) & look.likely(look.rules.slipping)


def _came_back(look: _Look) -> Flags:
    return np.less_equal(look.lives.back, look.rules.won_back)


def _just_began(look: _Look) -> Flags:
    return np.less_equal(look.lives.first, look.rules.new)


def _buys_more(look: _Look) -> Flags:
    return np.greater_equal(look.growth, look.rules.growing)


def _in_rhythm(look: _Look) -> Flags:
    return ~np.isnan(look.lives.last)


_RULES: dict[Why, Callable[[_Look], Flags]] = {
    Why.SAID_LOST: _said_lost,
    Why.NEVER_ORDERED: _never_ordered,
    Why.SILENT_FOR_LONG: _silent_for_long,
    Why.OVERDUE: _overdue,
    Why.CAME_BACK: _came_back,
    Why.JUST_BEGAN: _just_began,
    Why.BUYS_MORE: _buys_more,
    Why.IN_RHYTHM: _in_rhythm,
}


def _days(value: float) -> int | None:
    return max(int(value), 0) if np.isfinite(value) else None


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None

"""Figures as the explanations of scores tell them: percentages, points, and sums no finer than they are known."""

from sales.money import Money
from wording.voice import Voice

_FIGURES = 2
_HUNDREDTHS = 100


def percent(share: float, voice: Voice) -> str:
    """Whole percentages, rounded down; what is there is never called nothing."""
    whole = int(share * 100 + 1e-9)
    return voice.say("under %(share)s", share="1%") if share > 0 and not whole else f"{whole}%"


def points(score: int, voice: Voice, most: int = 100) -> str:
    """As in "67 of 100"."""
    return voice.say("%(score)s of %(most)s", score=score, most=most)


def roughly(minor: int, currency: str, voice: Voice) -> str:
    """The sum in two figures: a forecast knows no more."""
    return voice.money(Money(round(minor, _FIGURES - len(str(abs(minor)))), currency))


def whole(sum_: Money, voice: Voice) -> str:
    """The sum without its small change: in a list it only takes place."""
    return voice.money(Money.of(round(sum_.value), sum_.currency))


def trend(growth: float, voice: Voice) -> str:
    """Purchases of twelve months against those before."""
    if int(abs(growth - 1) * _HUNDREDTHS) == 0:
        return voice.say("Buys as much as the year before")
    if growth >= 1:
        return voice.say("Buys %(share)s more than the year before", share=percent(growth - 1, voice))
    return voice.say("Buys %(share)s less than the year before", share=percent(1 - growth, voice))

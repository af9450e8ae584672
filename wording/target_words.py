"""The words for what is to be reached: a measure, a target, and what is said when one is set."""

from enum import StrEnum

from sales.measures import MONEY, Measure
from sales.money import Money
from sales.targets import Span, Target
from wording.catalogue import sentence
from wording.voice import Voice

MEASURES = {
    Measure.VISITS: sentence("Visits made"),
    Measure.CALLS: sentence("Calls"),
    Measure.NEW_CUSTOMERS: sentence("New customers"),
    Measure.ORDERS: sentence("Number of orders"),
    Measure.ORDERED: sentence("Orders in money"),
    Measure.PAYMENTS: sentence("Number of payments"),
    Measure.PAID: sentence("Payments in money"),
}
_ASKS = {
    Measure.VISITS: sentence("How many visits is %(name)s to make?\nWrite 40, or 120 a quarter; 0 takes it off."),
    Measure.NEW_CUSTOMERS: sentence(
        "How many new customers is %(name)s to win?\nWrite 3, or 10 a quarter; 0 takes it off."
    ),
    Measure.ORDERS: sentence(
        "What is %(name)s to sell?\nWrite a sum like 200k, or a number of orders like 25 a quarter; 0 takes it off."
    ),
    Measure.PAYMENTS: sentence(
        "What is %(name)s to collect?\nWrite a sum like 200k, or a number of payments like 25; 0 takes it off."
    ),
}
_A_SPAN = {Span.MONTH: sentence("%(target)s a month"), Span.QUARTER: sentence("%(target)s a quarter")}


class TargetsSaid(StrEnum):
    """What is said of targets in a sentence."""

    HOW = sentence("I could not read a target in that.\nPlease write it like: /targets Anna visits 40 a month.")
    COUNT = sentence("That has to be a whole number.\nPlease write it like: /targets Anna visits 40 a month.")
    CURRENCY = sentence("You count in %(currency)s.\nPlease write the sum in %(currency)s.")
    NEWS = sentence("%(name)s set you a target: %(target)s.\n/me shows how you stand.")


_IN_SHORT = {
    Measure.VISITS: sentence("visits"),
    Measure.NEW_CUSTOMERS: sentence("new customers"),
    Measure.ORDERS: sentence("orders"),
    Measure.ORDERED: sentence("sales"),
    Measure.PAYMENTS: sentence("payments"),
    Measure.PAID: sentence("money in"),
}
_WHOLE = 100


def bar(percent: int, cells: int) -> str:
    """Full where it is reached, however far beyond."""
    full = min(max(percent, 0), _WHOLE) * cells // _WHOLE
    return "▰" * full + "▱" * (cells - full)


def measure_in_short(measure: Measure, voice: Voice) -> str:
    """Inside a sentence."""
    return voice.say(_IN_SHORT[measure])


def asks_for(measure: Measure) -> str:
    return _ASKS[measure]


def measure_words(measure: Measure, voice: Voice) -> str:
    return voice.say(MEASURES[measure])


def number_words(measure: Measure, number: int, currency: str, voice: Voice) -> str:
    return voice.money(Money(number, currency)) if measure in MONEY else str(number)


def target_words(target: Target, voice: Voice) -> str:
    """As in "Visits: 40 a month"."""
    number = number_words(target.measure, target.number, target.currency or "", voice)
    return voice.labelled(measure_words(target.measure, voice), voice.say(_A_SPAN[target.span], target=number))

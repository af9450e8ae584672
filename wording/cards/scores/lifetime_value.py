"""What a customer will probably buy in the years to come, how sure that is, and what it is made of."""

from collections.abc import Iterator

from sales.scores.lifetime_value import LifetimeReason
from wording.cards.scores.figures import percent, roughly
from wording.voice import Voice

_WHOLE = 1.0
_MANY = 10
"""From so many expected orders on a tenth of one says nothing."""


def lifetime_lines(reason: LifetimeReason, currency: str, voice: Voice) -> Iterator[str]:
    if reason.value is None:
        little = voice.say("too little data") if reason.orders else voice.say("Has not ordered yet")
        yield voice.labelled(voice.say("Lifetime value"), little)
        return
    value, low, high = (roughly(minor, currency, voice) for minor in (reason.value, reason.low, reason.high))
    yield voice.labelled(voice.say("Lifetime value"), voice.say("about %(sum)s", sum=value))
    yield voice.say("Eight of ten such customers come to between %(low)s and %(high)s.", low=low, high=high)
    each = roughly(reason.order, currency, voice)
    tenths = 1 if reason.expected < _MANY else 0
    orders = f"{reason.expected:.{tenths}f}".removesuffix(".0")
    yield voice.count(
        "Within %(count)s year %(orders)s orders are expected, %(each)s each.",
        "Within %(count)s years %(orders)s orders are expected, %(each)s each.",
        reason.years,
        orders=orders,
        each=each,
    )
    yield voice.count(
        "An order's worth is read off their own %(count)s order and off all others.",
        "An order's worth is read off their own %(count)s orders and off all others.",
        reason.orders,
    )
    yield from _terms(reason, voice)


def _terms(reason: LifetimeReason, voice: Voice) -> Iterator[str]:
    discount, margin = percent(reason.terms.discount, voice), percent(reason.terms.margin, voice)
    if reason.terms.discount > 0:
        yield voice.say("Later money counts less: %(discount)s a year.", discount=discount)
    if reason.terms.margin != _WHOLE:
        yield voice.say("Counted as margin: %(margin)s of sales.", margin=margin)

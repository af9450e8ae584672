"""What a customer's recency, frequency and amount are called, and what they are made of."""

from collections.abc import Iterator

from sales.money import Money
from sales.scores.rfm import QUINTILES, RfmReason, Segment
from wording.cards.scores.figures import points
from wording.catalogue import sentence
from wording.voice import Voice

SEGMENTS = {
    Segment.CHAMPIONS: sentence("Champions"),
    Segment.LOYAL: sentence("Loyal Customers"),
    Segment.POTENTIAL_LOYALIST: sentence("Potential Loyalists"),
    Segment.NEW: sentence("New Customers"),
    Segment.PROMISING: sentence("Promising"),
    Segment.NEED_ATTENTION: sentence("Need Attention"),
    Segment.ABOUT_TO_SLEEP: sentence("About to Sleep"),
    Segment.AT_RISK: sentence("At Risk"),
    Segment.CANT_LOSE: sentence("Can't Lose Them"),
    Segment.HIBERNATING: sentence("Hibernating"),
    Segment.LOST: sentence("Lost Customers"),
}


def rfm_lines(reason: RfmReason | None, currency: str, voice: Voice) -> Iterator[str]:
    """None: they never bought."""
    if reason is None:
        yield voice.labelled("RFM", voice.say("Has not ordered yet"))
        return
    yield voice.labelled("RFM", voice.say(SEGMENTS[reason.segment]))
    last = voice.count("Last order %(count)s day ago", "Last order %(count)s days ago", reason.days)
    yield voice.labelled(last, points(reason.recency, voice, QUINTILES))
    orders = voice.count("%(count)s order", "%(count)s orders", reason.orders)
    yield voice.labelled(orders, points(reason.frequency, voice, QUINTILES))
    amount = voice.say("Bought for %(sum)s", sum=voice.money(Money(reason.amount, currency)))
    yield voice.labelled(amount, points(reason.monetary, voice, QUINTILES))
    yield voice.say("5 is the best fifth of all buyers.")

"""The map of segments: who bought how recently, how often and for how much."""

from collections.abc import Iterator

from sales.cards import Button, Card
from sales.money import Money
from sales.pictures.facts import Segmented, SegmentSum
from sales.pictures.segment_map import Region, SegmentMap
from sales.scores.rfm import Segment
from wording.cards.scores.figures import percent
from wording.cards.scores.rfm import SEGMENTS
from wording.layout import lay_out
from wording.sums import in_short
from wording.voice import Voice


def map_card(view: Segmented | None, voice: Voice) -> Card:
    """What stands under the map."""
    if view is None or not view.sums:
        return lay_out([voice.say("No customer is scored yet."), not_scored(voice)])
    lines = [
        voice.say("Your customers on the map, as of %(day)s", day=voice.day(view.day)),
        *_worth_a_word(view, voice),
    ]
    return lay_out(lines, (Button(voice.say("Who may be lost"), "risks"),))


def not_scored(voice: Voice) -> str:
    return voice.say("That happens every night, as soon as there are orders on record.")


def _worth_a_word(view: Segmented, voice: Voice) -> Iterator[str]:
    """The best, and those of whom most would be lost."""
    total = sum(one.minor for one in view.sums)
    for one in view.sums:
        if one.segment in (Segment.CHAMPIONS, Segment.CANT_LOSE, Segment.AT_RISK) and total > 0:
            share = voice.say("%(share)s of purchases", share=percent(one.minor / total, voice))
            yield voice.labelled(voice.say(SEGMENTS[one.segment]), voice.join([_customers(one, voice), share]))


def segment_map(view: Segmented, voice: Voice) -> SegmentMap:
    known = {one.segment: one for one in view.sums}
    every = [known.get(segment, SegmentSum(segment, 0, 0)) for segment in Segment]
    customers = sum(one.customers for one in every)
    bought = in_short(Money(sum(one.minor for one in every), view.currency), voice.language)
    note = voice.say("purchases of twelve months: %(sum)s, as of %(day)s", sum=bought, day=voice.day(view.day))
    return SegmentMap(
        voice.count("%(count)s customer who bought", "%(count)s customers who bought", customers),
        note,
        voice.say("more often, for more"),
        voice.say("more recently"),
        tuple(_region(one, customers, view.currency, voice) for one in every),
    )


def _region(one: SegmentSum, of: int, currency: str, voice: Voice) -> Region:
    bought = in_short(Money(one.minor, currency), voice.language) if one.customers else ""
    name = voice.say(SEGMENTS[one.segment])
    return Region(one.segment, name, _customers(one, voice), bought, one.customers / of if of else 0.0)


def _customers(one: SegmentSum, voice: Voice) -> str:
    return voice.count("%(count)s customer", "%(count)s customers", one.customers)

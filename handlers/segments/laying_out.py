"""How the messages about segments read."""

from dataclasses import replace

from pydantic import ValidationError

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.segment_offers import condition_of, groups, values
from sales.segment_views import Adding, SegmentCard
from sales.segment_vocabulary import Vocabulary
from sales.segments import Segment
from storage.segments import saved
from storage.segments.bodies import SEGMENTS
from storage.segments.picking import page
from storage.segments.vocabulary import names_of, vocabulary
from wording.cards import segment as segment_card

PAGE = 8


def segment(reader: Reader, facts: Facts) -> Card | None:
    """None: its conditions were about somebody who is erased."""
    told = _segment(facts)
    if told is None:
        return None
    shown = page(reader.session, reader.member, told, reader.voice.today, PAGE)
    number = facts.get("saved")
    known = saved.find(reader.session, reader.member.id, int(number)) if number else None
    left_out = tuple(filter(None, str(facts.get("left_out") or "").split("\n")))
    return segment_card.segment(SegmentCard(told, shown, names_of(reader.session), known, left_out), reader.voice)


def adding(reader: Reader, facts: Facts) -> Card:
    """What a condition can be made of, with the values that stand on the reader's cards."""
    there, group = _choice(reader), str(facts.get("group") or "")
    offers = values(group, there) if group else groups(there)
    made = tuple(condition_of(group, value, there.currency) for value in offers) if group else ()
    return segment_card.adding(Adding(group, offers, made, names_of(reader.session)), reader.voice)


def _choice(reader: Reader) -> Vocabulary:
    """Whoever leads nobody has no use for the names of colleagues."""
    there = vocabulary(reader.session, reader.member)
    leads = reader.member.leads or reader.member.sees_all
    return there if leads else replace(there, people=())


def segments(reader: Reader, facts: Facts) -> Card:
    return segment_card.segments(saved.saved(reader.session, reader.member.id), reader.voice)


def _segment(facts: Facts) -> Segment | None:
    try:
        return SEGMENTS.read(str(facts.get("body") or ""))
    except ValidationError:
        return None

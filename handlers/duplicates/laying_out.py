"""How the messages about duplicates read: merges, shared numbers, and whose customer it is."""

from collections.abc import Iterator

from handlers.duplicates.merging import STOPPED
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.customers import bare_name
from sales.merging import What, read_choices
from storage.cards import customers
from storage.duplicates import merging, previews, reach, ruling_views, undoing
from storage.duplicates.merging import Obstacle, Two
from storage.duplicates.standing import standing
from storage.tables.access import RulingRow
from wording.cards import merging as merging_card
from wording.cards import ruling as ruling_card
from wording.cards.same_reach import same_reach as same_reach_card
from wording.layout import lay_out


def merge(reader: Reader, facts: Facts) -> Card:
    what, two = What(facts["what"]), Two(facts["one"], facts["two"])
    view = previews.preview(reader.session, reader.member, what, two, read_choices(facts["chosen"]))
    if view is None:
        stopped = merging.obstacle if what is What.CUSTOMER else merging.contact_obstacle
        why = stopped(reader.session, two) or Obstacle.GONE
        return lay_out(reader.voice.say(STOPPED[why]).splitlines())
    return merging_card.merge(view, reader.voice)


def merged(reader: Reader, facts: Facts) -> Card | None:
    change = facts.get("merge")
    if change is None:
        found = undoing.of_two(reader.session, facts["what"], facts["one"], facts["two"])
        change = found.change if found else 0
    view = previews.merged(reader.session, reader.member, int(change), now=reader.now)
    return merging_card.merged(view, reader.voice) if view else None


def merges(reader: Reader, facts: Facts) -> Card:
    return merging_card.merges(previews.recent(reader.session, reader.member, now=reader.now, limit=8), reader.voice)


def merge_pick(reader: Reader, facts: Facts) -> Card | None:
    customer = customers.customer(reader.session, reader.member, int(facts["customer"]))
    if customer is None:
        return None
    pairs = (*_like(reader, customer.id, str(facts["like"])), *_people(reader, customer.id))
    return merging_card.pick(customer.name, pairs, reader.voice)


def _like(reader: Reader, customer: int, like: str) -> Iterator[tuple[What, int, int, str]]:
    for one in standing(reader.session, reader.member, [int(number) for number in like.split(",") if number]):
        if one.seen and one.id != customer:
            yield What.CUSTOMER, customer, one.id, one.name


def _people(reader: Reader, customer: int) -> Iterator[tuple[What, int, int, str]]:
    """Pairs of whom one's name is a part of the other's: S. Lee and Sam Lee."""
    there = merging.people_of(reader.session, customer)
    for place, one in enumerate(there):
        for other in there[place + 1 :]:
            if _same_surname(one.name, other.name):
                yield What.CONTACT, one.id or 0, other.id or 0, reader.voice.join([one.name, other.name])


def _same_surname(one: str, other: str) -> bool:
    first, second = bare_name(one), bare_name(other)
    return bool(set(first.split()) & set(second.split())) or first[:1] == second[:1] > "\u2e80"


def same_reach(reader: Reader, facts: Facts) -> Card | None:
    """Nothing is said where the number stands on nobody else."""
    if "contact" in facts:
        found = reach.of_contact(reader.session, reader.member, int(facts["contact"]), facts.get("field"))
    else:
        found = reach.of_message(reader.session, reader.member, chat=int(facts["chat"]), message=int(facts["message"]))
    if found is None:
        return None
    one_customer = found.customer == found.other_customer
    one, other = (found.contact, found.other) if one_customer else (found.customer, found.other_customer)
    two = (What.CONTACT if one_customer else What.CUSTOMER, min(one, other), max(one, other))
    return same_reach_card((found.value, found.name, found.other_name, found.at), two, reader.voice)


def claim(reader: Reader, facts: Facts) -> Card | None:
    row = _ruling(reader, facts)
    view = ruling_views.for_claimant(reader.session, row, reader.member, asked=facts.get("asked")) if row else None
    return ruling_card.claim(view, reader.voice) if view else None


def claimed(reader: Reader, facts: Facts) -> Card | None:
    row = _ruling(reader, facts)
    view = ruling_views.for_owner(reader.session, row, reader.member, asked=facts.get("asked")) if row else None
    return ruling_card.claimed(view, reader.voice) if view else None


def ruling(reader: Reader, facts: Facts) -> Card | None:
    row = _ruling(reader, facts)
    view = ruling_views.for_manager(reader.session, row, reader.member) if row else None
    return ruling_card.ruling(view, reader.voice) if view else None


def _ruling(reader: Reader, facts: Facts) -> RulingRow | None:
    return ruling_views.find(
        reader.session, chat=int(facts["chat"]), message=int(facts["message"]), customer=int(facts["customer"])
    )

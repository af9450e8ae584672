"""The entries under which a manager thanks a rep or asks them: what they told last, there or at all."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import func
from sqlmodel import col, select

from sales.comments import EntryPlace
from sales.rights import Part
from sales.talk_card import LOOKED_BACK, RepTalk
from storage.bulk import in_parts
from storage.cards.visibility import visible
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow
from storage.talk_card.looking import Looking

_Places = dict[tuple[int, int], EntryPlace]


def with_places(look: Looking, reps: Iterable[RepTalk]) -> tuple[RepTalk, ...]:
    """What has no entry of its own is said under the last one of that customer; without a customer, under the last."""
    lines = tuple(reps)
    customers = {said.customer for one in lines for said in (one.praise, one.ask) if said and said.customer}
    places = _last_there(look, customers) | _last_of_all(look)
    return tuple(_placed(one, places) for one in lines)


def _placed(one: RepTalk, places: _Places) -> RepTalk:
    praise = one.praise and replace(one.praise, place=one.praise.place or places.get((one.member, one.praise.customer)))
    ask = one.ask and replace(one.ask, place=one.ask.place or places.get((one.member, one.ask.customer)))
    return replace(one, praise=praise, ask=ask)


def _last_there(look: Looking, customers: set[int]) -> _Places:
    found: _Places = {}
    for part in in_parts(sorted(customers)):
        rows = look.session.exec(
            select(EntryRow.member_id, EntryRow.customer_id, EntryRow.telling_id, EntryRow.slot)
            .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
            .where(visible(look.reader, Part.ENTRIES), col(CustomerRow.id).in_(part), col(EntryRow.live))
            .where(col(EntryRow.member_id).in_(look.whom), col(EntryRow.on_day) >= look.day - LOOKED_BACK)
            .order_by(col(EntryRow.on_day), col(EntryRow.id))
        )
        found |= {(member, customer or 0): EntryPlace(telling, slot) for member, customer, telling, slot in rows}
    return found


def _last_of_all(look: Looking) -> _Places:
    """Under customer 0."""
    last = (
        select(func.max(EntryRow.id))
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(visible(look.reader, Part.ENTRIES), col(EntryRow.live), col(EntryRow.member_id).in_(look.whom))
        .where(col(EntryRow.on_day) >= look.day - LOOKED_BACK)
        .group_by(col(EntryRow.member_id))
    )
    numbers = [number for number in look.session.exec(last) if number is not None]
    found: _Places = {}
    for part in in_parts(numbers):
        rows = select(EntryRow.member_id, EntryRow.telling_id, EntryRow.slot).where(col(EntryRow.id).in_(part))
        found |= {(member, 0): EntryPlace(telling, slot) for member, telling, slot in look.session.exec(rows)}
    return found

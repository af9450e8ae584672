"""What is said of the cards that need a look: how many, and the first of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session

from storage.care.planning.card_reviews import to_review
from storage.company import people
from storage.tables.care import ReminderRow
from storage.tables.people import MemberRow

_NAMED = 5


def review(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """As it stands now, by the week of the line; None: nothing is left to look at, or the reader leads nobody."""
    member = people.member(session, row.member_id) if row.member_id else None
    found = to_review(session, member, date.fromisoformat(row.occasion)) if member and member.leads else []
    if not found:
        return None
    owners = {card.owner: session.get_one(MemberRow, card.owner).name for card in found[:_NAMED]}
    named = [(card.customer, card.name, owners[card.owner], card.complaints, card.stale) for card in found[:_NAMED]]
    return {"count": len(found), "cards": named}

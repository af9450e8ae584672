"""What is said of the cards that need a look: how many, and whose."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session

from storage.card_reviews.waiting import waiting
from storage.company import people
from storage.tables.care import ReminderRow
from storage.tables.people import MemberRow

_NAMED = 5


def review(session: Session, row: ReminderRow) -> Mapping[str, Any] | None:
    """As it stands now, by the week of the line; None: nothing is left to look at, or the reader leads nobody."""
    member = people.member(session, row.member_id) if row.member_id else None
    found = waiting(session, member, date.fromisoformat(row.occasion)) if member and member.leads else None
    if not found:
        return None
    named = [(session.get_one(MemberRow, owner).name, count) for owner, count in found.most_common(_NAMED)]
    return {"count": found.total(), "reps": named}

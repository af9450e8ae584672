"""Whose cards still wait for a look this week, and whether that is urgent."""

from collections import Counter
from datetime import date

from sqlmodel import Session

from sales.card_reviews import Reason
from sales.moments import monday_of
from sales.people import Member
from storage.card_reviews.keeping import of_week
from storage.card_reviews.sampling import candidates, of_the_week


def is_needed(session: Session, reader: Member, today: date) -> bool:
    """Whether a card in need waits; who has no A customers gets to complaints and alerts by themselves."""
    drawn = of_week(session, reader.id, monday_of(today))
    if drawn:
        return any(row.verdict is None and row.reason != Reason.TURN for row in drawn)
    cards = candidates(session, reader, today)
    return any(card.is_a for card in cards) and any(card.reason is not Reason.TURN for card in cards)


def waiting(session: Session, reader: Member, today: date) -> Counter[int]:
    """How many of each owner; before they are drawn, those that would be."""
    drawn = of_week(session, reader.id, monday_of(today))
    if drawn:
        return Counter(row.owner_id for row in drawn if row.verdict is None)
    return Counter(card.owner for card in of_the_week(session, reader, today))

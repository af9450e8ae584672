"""Whose cards still wait for a look this week."""

from collections import Counter
from datetime import date

from sqlmodel import Session

from sales.people import Member
from storage.card_reviews.keeping import of_week
from storage.card_reviews.sampling import of_the_week, week_of


def waiting(session: Session, reader: Member, today: date) -> Counter[int]:
    """How many of each owner; before they are drawn, those that would be."""
    drawn = of_week(session, reader.id, week_of(today))
    if drawn:
        return Counter(row.owner_id for row in drawn if row.verdict is None)
    return Counter(card.owner for card in of_the_week(session, reader, today))

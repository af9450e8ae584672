"""Puts on record which cards a manager was to look at, and what they said of each."""

from datetime import date

from sqlmodel import Session, col, select

from sales.card_reviews import Candidate, Verdict
from sales.hands import Hand
from sales.moments import monday_of
from sales.people import Member
from storage.card_reviews.sampling import of_the_week
from storage.comments.keeping import find as comment_by
from storage.company.audit import Subject, note
from storage.insertion import InsertOnce
from storage.tables.card_reviews import CardReviewRow

_insert = InsertOnce(CardReviewRow.metadata.tables["card_review"])


def draw(session: Session, reader: Member, today: date) -> None:
    """Once a week: what was drawn stays, whatever becomes of the customers meanwhile."""
    if of_week(session, reader.id, monday_of(today)):
        return
    week = monday_of(today)
    _insert.many(session, [_values(reader.id, week, card) for card in of_the_week(session, reader, today)])


def _values(reviewer: int, week: date, card: Candidate) -> dict[str, object]:
    whose = {"reviewer_id": reviewer, "customer_id": card.customer, "owner_id": card.owner}
    return {**whose, "week": week, "reason": card.reason.value, "question": "", "answer": ""}


def of_week(session: Session, reviewer: int, week: date) -> list[CardReviewRow]:
    there = select(CardReviewRow).where(col(CardReviewRow.reviewer_id) == reviewer, col(CardReviewRow.week) == week)
    return list(session.exec(there.order_by(col(CardReviewRow.id))))


def find(session: Session, reviewer: int, review: int) -> CardReviewRow | None:
    """None: somebody else is to look at it."""
    row = session.get(CardReviewRow, review)
    return row if row and row.reviewer_id == reviewer else None


def asked_of(session: Session, owner: int, review: int) -> CardReviewRow | None:
    """A card of theirs about which something was asked."""
    row = session.get(CardReviewRow, review)
    return row if row and row.owner_id == owner and row.question else None


def note_good(session: Session, review: int, by: Hand) -> None:
    row = session.get_one(CardReviewRow, review)
    row.verdict, row.at = Verdict.GOOD, by.now
    session.flush()
    note(session, "customer.reviewed", Subject("customer", row.customer_id), by)


def take_back(session: Session, review: int, by: Hand) -> None:
    """Nothing was said of it, then, but what was asked."""
    row = session.get_one(CardReviewRow, review)
    row.verdict, row.at = (Verdict.ASKED if row.question or row.comment_id else None), None
    session.flush()
    note(session, "customer.review_undone", Subject("customer", row.customer_id), by)


def note_asked(session: Session, review: int, arrival: int, by: Hand) -> None:
    """About an entry: the comment came with that update."""
    comment = comment_by(session, arrival)
    session.get_one(CardReviewRow, review).comment_id = comment.id if comment else None
    _asked(session, review, by)


def note_question(session: Session, review: int, text: str, by: Hand) -> None:
    """About the card itself."""
    session.get_one(CardReviewRow, review).question = text
    _asked(session, review, by)


def _asked(session: Session, review: int, by: Hand) -> None:
    row = session.get_one(CardReviewRow, review)
    row.verdict, row.at = Verdict.ASKED, by.now
    session.flush()
    note(session, "customer.asked", Subject("customer", row.customer_id), by)


def note_answer(session: Session, review: int, text: str) -> None:
    session.get_one(CardReviewRow, review).answer = text
    session.flush()

"""Reads where managers stand in the questions of a rating."""

from datetime import date

from sqlmodel import Session

from sales.people import Member
from sales.rights import may_give_away
from sales.scores.evidence import NO_EVIDENCE
from sales.scores.rating import Answer, Asked, read_weights
from sales.scores.rating_round import RatingRound, last_answer
from storage.cards.customers import as_customer
from storage.cards.visibility import whose
from storage.company.company_settings import company_settings
from storage.foresight.evidence import evidence_of
from storage.tables.customers import CustomerRow


def rating_round(
    session: Session, member: Member, customer: int, *, today: date, asked: Asked | None
) -> RatingRound | None:
    """None: the member may not answer for this customer."""
    row = session.get(CustomerRow, customer)
    if row is None or row.withdrawn or not may_give_away(member, whose(row)):
        return None
    evidence = evidence_of(session, [customer], today).get(customer, NO_EVIDENCE)
    rated = evidence.rating(today, read_weights(company_settings(session).rating_weights))
    return RatingRound(as_customer(row), asked, rated, last_answer(asked, evidence.answers))


def answers_of(session: Session, customer: int, today: date) -> tuple[Answer, ...]:
    """Everything that managers tapped of this customer, the oldest first."""
    return evidence_of(session, [customer], today).get(customer, NO_EVIDENCE).answers

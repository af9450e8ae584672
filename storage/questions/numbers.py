"""Counts what a question asks for, compared with another period if it asks for that."""

from datetime import date

from sqlmodel import Session

from sales.measures import By, ranked
from sales.people import Member
from sales.question_views import Figure, Numbers
from sales.questions import Counting
from storage.cards.customer_list import found
from storage.figures.rates import reporting_currency
from storage.measures.counting import count

MOST_FIGURES = 8
MOST_DAYS = 14
_IN_TIME = frozenset({By.DAY, By.WEEK, By.MONTH})


def numbers(session: Session, member: Member, question: Counting, today: date) -> Numbers:
    figures = _figures(session, member, question, today)
    by = question.tally.by
    whole = Figure(None, sum(one.number for one in figures), _before(question, figures))
    currency = reporting_currency(session)
    if by is By.NOTHING:
        return Numbers(question, whole, currency)
    shown = figures[-MOST_DAYS:] if by in _IN_TIME else figures[:MOST_FIGURES]
    customers = _customers(session, member, shown) if by is By.CUSTOMER else None
    return Numbers(question, whole, currency, shown, len(figures), customers)


def _before(question: Counting, figures: tuple[Figure, ...]) -> int | None:
    return sum(one.before or 0 for one in figures) if question.against else None


def _figures(session: Session, member: Member, question: Counting, today: date) -> tuple[Figure, ...]:
    """Days in their order, the others by number; what was nothing then and now is left out."""
    now = ranked(count(session, member, question.tally, today))
    if question.before is None:
        told = tuple(Figure(one.key, one.number) for one in now)
    else:
        before = {one.key: one.number for one in ranked(count(session, member, question.before, today))}
        gone = [key for key in before if key not in {one.key for one in now}]
        both = [*((one.key, one.number) for one in now), *((key, 0) for key in gone)]
        told = tuple(Figure(key, number, before.get(key, 0)) for key, number in both)
    return tuple(sorted(told, key=lambda one: one.key or "")) if question.tally.by in _IN_TIME else told


def _customers(session: Session, member: Member, figures: tuple[Figure, ...]) -> dict[int, str]:
    numbers = [int(one.key) for one in figures if one.key]
    return {customer.id: customer.name for customer, _ in found(session, member, customers=numbers).lines}

"""Counts what a question asks for, compared with another period if it asks for that."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlmodel import Session

from sales.measures import IN_TIME, By, Counted, ranked
from sales.people import Member
from sales.question_views import Figure, Numbers
from sales.questions import Counting
from sales.ratios import RATIOS
from storage.cards.customer_list import found
from storage.figures.rates import reporting_currency
from storage.measures.counting import count_all

MOST_FIGURES = 8
MOST_DAYS = 14
MOST_DRAWN = 24
"""So many bars a picture shows."""


def numbers(
    session: Session,
    member: Member,
    question: Counting,
    today: date,
    *,
    most: tuple[int, int] = (MOST_FIGURES, MOST_DAYS),
) -> Numbers:
    """`most`: so many figures at most, and so many days, weeks or months."""
    now, whole = count_all(session, member, question.tally, today)
    before, was = count_all(session, member, question.before, today) if question.before else ([], None)
    figures = _figures(question, now, before)
    total = None if whole is None else Figure(None, whole, was)
    by, currency = question.tally.by, reporting_currency(session)
    if by is By.NOTHING:
        return Numbers(question, total, currency)
    many, late = most
    shown = figures[-late:] if by in IN_TIME else figures[: question.most or many][:MOST_DRAWN]
    customers = _customers(session, member, shown) if by is By.CUSTOMER else None
    return Numbers(question, total, currency, shown, len(figures), customers)


def _figures(question: Counting, now: list[Counted], before: list[Counted]) -> tuple[Figure, ...]:
    """Days in their order, the others by number; what was nothing then and now is left out."""
    told = tuple(Figure(one.key, one.number) for one in ranked(now))
    if question.against:
        then = {one.key: one.number for one in ranked(before)}
        told = tuple(_compared(ranked(now), then, rate=question.tally.measure in RATIOS))
    return tuple(sorted(told, key=lambda one: one.key or "")) if question.tally.by in IN_TIME else told


def _compared(now: Sequence[Counted], before: Mapping[str | None, int], *, rate: bool) -> Iterator[Figure]:
    """What is not there was nothing; a rate that is not there is no number."""
    yield from (Figure(one.key, one.number, before.get(one.key, None if rate else 0)) for one in now)
    if not rate:
        yield from (Figure(key, 0, number) for key, number in before.items() if key not in {one.key for one in now})


def _customers(session: Session, member: Member, figures: tuple[Figure, ...]) -> dict[int, str]:
    numbers = [int(one.key) for one in figures if one.key]
    return {customer.id: customer.name for customer, _ in found(session, member, customers=numbers).lines}

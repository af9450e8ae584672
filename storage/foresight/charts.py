"""Reads what pictures show: the course of one customer, and how all that a member may see stand."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlmodel import Session, col

from sales.customers import Stage
from sales.kinds import Kind
from sales.order_book import Occasion, occasions, purchases
from sales.people import Member
from sales.pictures.facts import AtRisk, CustomerCourse, Risks, Segmented, SegmentSum
from sales.rights import Part
from sales.scores.outlook import LATE, RHYTHM
from sales.scores.rfm import Segment, segment_of
from storage.bulk import table_of
from storage.cards.visibility import seen_of, visible
from storage.figures.orders import orders_of
from storage.figures.rates import exchange
from storage.foresight.quiet_reasons import quiet_reasons
from storage.foresight.summary import summary
from storage.tables.customers import CustomerRow
from storage.tables.foresight import CustomerFiguresRow, CustomerScoreRow
from storage.tables.tellings import EntryRow

_customer, _score, _figures = table_of(CustomerRow), table_of(CustomerScoreRow), table_of(CustomerFiguresRow)
LOOKED_BACK = timedelta(days=731)
NAMED = 8
WORTH_NAMING = 0.1
"""Who is lost with a smaller chance is a dot among others, however dear."""
MOST_POINTS = 5_000
"""More dots than anybody can tell apart; these are the dearest."""


def course(session: Session, member: Member, customer: int, *, today: date) -> CustomerCourse | None:
    """Of two years; None: the member may not see the customer."""
    row = session.get(CustomerRow, customer)
    parts = seen_of(member, row) if row else frozenset()
    if row is None or not parts:
        return None
    since, into = today - LOOKED_BACK, exchange(session)
    ordered = orders_of(session, [customer]).get(customer, []) if Part.MONEY in parts else []
    found = [one for one in occasions(ordered, into.worth) if one.is_purchase and one.day <= today]
    met = _contacts(session, customer, since, today) if Part.ENTRIES in parts else []
    return CustomerCourse(
        customer,
        row.name,
        into.into,
        since,
        tuple(one for one in found if one.day >= since),
        tuple(day for kind, day in met if kind == Kind.VISIT),
        tuple(day for kind, day in met if kind == Kind.CALL),
        _expected(session.get(CustomerScoreRow, customer), found),
    )


def _contacts(session: Session, customer: int, since: date, today: date) -> list[tuple[str, date]]:
    """What took place; an attempt did not."""
    met = select(col(EntryRow.kind), col(EntryRow.on_day)).where(
        col(EntryRow.customer_id) == customer,
        col(EntryRow.live),
        col(EntryRow.attempt).is_(False),
        col(EntryRow.kind).in_([Kind.VISIT, Kind.CALL]),
        col(EntryRow.on_day).between(since, today),
    )
    return [(kind, day) for kind, day in session.connection().execute(met.distinct().order_by(col(EntryRow.on_day)))]


def _expected(score: CustomerScoreRow | None, found: list[Occasion]) -> tuple[date, date] | None:
    """From when on until when: as far before the usual day as it may be after it, as multiples of the usual gap."""
    bought = purchases(found)
    if bought.last is None or bought.usual_gap is None or bought.orders < RHYTHM:
        return None
    late = LATE * max(bought.usual_gap, 1.0)
    if score and score.expected_on and bought.last <= score.scored_on and score.expected_on > bought.last:
        late = float((score.expected_on - bought.last).days)
    early = bought.last + timedelta(days=max(round(late / LATE**2), 1))
    return early, max(bought.last + timedelta(days=round(late)), early)


def segmented(session: Session, member: Member) -> Segmented | None:
    """None: nobody was scored yet."""
    night = summary(session)
    if night is None:
        return None
    its = _score.c
    quintiles = (its.recency, its.frequency, its.monetary)
    rows = (
        select(*quintiles, func.count(), func.sum(its.value_minor))
        .join(_customer, _customer.c.id == its.customer_id)
        .where(visible(member, Part.MONEY), its.recency.is_not(None), its.currency == night.currency)
        .group_by(*quintiles)
    )
    found: dict[Segment, tuple[int, int]] = {}
    for recency, frequency, monetary, customers, minor in session.connection().execute(rows):
        segment = segment_of(recency, frequency, monetary)
        before = found.get(segment, (0, 0))
        found[segment] = (before[0] + customers, before[1] + int(minor or 0))
    sums = tuple(SegmentSum(one, *found[one]) for one in Segment if one in found)
    return Segmented(night.day, night.currency, sums)


def risks(session: Session, member: Member, *, today: date) -> Risks | None:
    """None: nobody was scored yet. Who is known to be lost, or to be quiet for a reason, is none of them."""
    night = summary(session)
    if night is None:
        return None
    its, value = _score.c, good_year()
    columns = (_customer.c.id, _customer.c.name, its.lost, value, _figures.c.last_order, _customer.c.stage)
    dearest = _in_play(columns, member, night.currency).where(value > 0)
    dearest = dearest.order_by((its.lost * value).desc(), _customer.c.id).limit(MOST_POINTS)
    rows = session.connection().execute(dearest).all()
    known = quiet_reasons(session, [number for number, *_ in rows])
    found = [
        (AtRisk(number, name, chance, minor), stage)
        for number, name, chance, minor, last, stage in rows
        if number not in known or last is None or not known[number].holds(last, today)
    ]
    # Who orders once a year most likely orders nothing for now, and is not slipping away for all that.
    named = [one for one, stage in found if one.lost >= WORTH_NAMING and stage == Stage.SLIPPING]
    nothing = _in_play((func.count(),), member, night.currency).where(value <= 0)
    return Risks(
        night.day,
        night.currency,
        tuple(named[:NAMED]),
        tuple((one.lost, one.minor) for one, _ in found),
        session.connection().execute(nothing).scalar_one(),
    )


def good_year() -> ColumnElement[int]:
    """Who is slipping away bought little of late: the better of two years says what would be lost."""
    latest, before = _score.c.value_minor, _score.c.value_before_minor
    return case((latest > before, latest), else_=before)


def _in_play(columns: Sequence[ColumnElement[Any]], member: Member, currency: str) -> Select[Any]:
    its = _score.c
    return (
        select(*columns)
        .select_from(_customer)
        .join(_score, its.customer_id == _customer.c.id)
        .join(_figures, _figures.c.customer_id == _customer.c.id, isouter=True)
        .where(visible(member, Part.MONEY), its.lost.is_not(None), its.currency == currency)
        .where(_customer.c.stage != Stage.LOST)
    )

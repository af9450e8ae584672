"""Reads what is known of a customer and of the people there, of every field what counts."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from sales.kinds import Calendar
from sales.known import About, Known, counting
from sales.tellings import Source
from storage.cards.custom_fields import all_fields
from storage.tables.facts import FactRow

MOST = 400
"""More facts than that of one card are not read: the newest count."""


def known_of_card(session: Session, customer: int) -> tuple[Known, ...]:
    """What is known of the customer and of everybody there."""
    live = select(FactRow).where(col(FactRow.customer_id) == customer, col(FactRow.live))
    newest_first = live.order_by(col(FactRow.at).desc(), col(FactRow.id).desc()).limit(MOST)
    return _counting(session, session.exec(newest_first).all())


def known(session: Session, of: About) -> tuple[Known, ...]:
    """What is known of the customer itself, or of the one person there."""
    about = col(FactRow.contact_id) == of.contact if of.contact else col(FactRow.contact_id).is_(None)
    live = select(FactRow).where(col(FactRow.customer_id) == of.customer, about, col(FactRow.live))
    newest_first = live.order_by(col(FactRow.at).desc(), col(FactRow.id).desc()).limit(MOST)
    return _counting(session, session.exec(newest_first).all())


def _counting(session: Session, rows: Sequence[FactRow]) -> tuple[Known, ...]:
    return counting(map(as_known, rows), all_fields(session))


def as_known(row: FactRow) -> Known:
    return Known(
        field=row.field,
        value=row.value,
        at=row.at,
        id=row.id,
        contact=row.contact_id,
        calendar=Calendar(row.calendar) if row.calendar else None,
        source=Source(row.source),
        member=row.member_id,
        confirmed_at=row.confirmed_at,
    )

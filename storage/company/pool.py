"""The pool: customers without owner, listed for those who may claim them, and claimed once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, col, select

from sales.hands import Hand
from sales.moments import local_day
from sales.people import Member
from sales.pool import PoolLine, PoolPage
from storage.cards.visibility import claimable
from storage.company.audit import Subject, note
from storage.tables.customers import CustomerRow
from storage.tables.events import EventRow
from storage.tables.facts import FactRow


def page(session: Session, member: Member, *, page: int, size: int) -> PoolPage:
    """A page by class and name; one beyond the end is the last."""
    total = session.exec(select(func.count()).select_from(CustomerRow).where(claimable(member))).one()
    pages = max(1, -(-total // size))
    shown = min(max(page, 1), pages)
    wanted = (
        select(CustomerRow)
        .where(claimable(member))
        .order_by(col(CustomerRow.grade).nulls_last(), func.lower(col(CustomerRow.name)), col(CustomerRow.id))
        .offset((shown - 1) * size)
        .limit(size)
    )
    return PoolPage(shown, pages, total, lines(session, session.exec(wanted).all()))


def names(session: Session, member: Member) -> list[tuple[int, str]]:
    """Every customer that the member may claim, by id and name."""
    found = session.exec(select(CustomerRow.id, CustomerRow.name).where(claimable(member)))
    return [(number or 0, name) for number, name in found]


def is_open(session: Session, member: Member, customer: int) -> bool:
    """Whether the member may claim it now."""
    wanted = select(CustomerRow.id).where(claimable(member), col(CustomerRow.id) == customer)
    return session.exec(wanted).first() is not None


def line(session: Session, customer: int) -> PoolLine | None:
    row = session.get(CustomerRow, customer)
    return next(iter(lines(session, [row])), None) if row and not row.withdrawn else None


def lines(session: Session, rows: Sequence[CustomerRow]) -> tuple[PoolLine, ...]:
    """These customers as the pool lists them."""
    regions = _regions(session, col(FactRow.customer_id).in_([row.id for row in rows]))
    return tuple(
        PoolLine(row.id or 0, row.name, row.grade, regions.get(row.id or 0, ""), row.touched_on, row.owner_id)
        for row in rows
    )


def _regions(session: Session, which: ColumnElement[bool]) -> dict[int, str]:
    told = select(FactRow.customer_id, FactRow.value).where(
        which, col(FactRow.field) == "region", col(FactRow.contact_id).is_(None), col(FactRow.live)
    )
    return dict(session.exec(told.order_by(col(FactRow.at), col(FactRow.id))).all())


def claims_since(session: Session, member: int, since: datetime) -> int:
    """How many customers the member has claimed since."""
    claims = select(func.count()).select_from(EventRow).where(col(EventRow.member_id) == member)
    return session.exec(claims.where(col(EventRow.action) == "customer.claimed", col(EventRow.at) >= since)).one()


def claim(session: Session, *, customer: int, member: Member, by: Hand) -> None:
    """It is the member's now. Who came second runs again, and is told so."""
    row = session.get_one(CustomerRow, customer)
    if row.owner_id is not None:
        raise StaleDataError("the customer was claimed a moment ago")
    row.owner_id, row.team_id = member.id, member.team or row.team_id
    row.owned_on, row.pool_warned_on = local_day(by.now, member.zone), None
    # Of two who claim at once, the one whose version is stale is stopped here.
    session.flush()
    note(session, "customer.claimed", Subject("customer", customer), by)

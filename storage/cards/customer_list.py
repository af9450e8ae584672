"""The list of the customers that a member may see, and the last thing that happened at each."""

from collections.abc import Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.kinds import Kind
from sales.people import Member
from sales.views import CustomerPage, Last
from storage.cards.customers import as_customer
from storage.cards.visibility import entry_visible, visible
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow


def page(session: Session, member: Member, *, page: int, size: int) -> CustomerPage:
    """A page of what the member sees, by name; a page beyond the end is the last one."""
    total = session.exec(select(func.count()).select_from(CustomerRow).where(visible(member))).one()
    pages = max(1, -(-total // size))
    shown = min(max(page, 1), pages)
    wanted = (
        select(CustomerRow)
        .where(visible(member))
        .order_by(func.lower(col(CustomerRow.name)), col(CustomerRow.id))
        .offset((shown - 1) * size)
        .limit(size)
    )
    rows = session.exec(wanted).all()
    latest = last_entries(session, member, [row.id or 0 for row in rows])
    return CustomerPage(shown, pages, total, tuple((as_customer(row), latest.get(row.id or 0)) for row in rows))


def found(session: Session, member: Member, *, customers: Sequence[int]) -> CustomerPage:
    """These customers, as far as the member sees them, in this order: those that a name may mean."""
    rows = session.exec(select(CustomerRow).where(visible(member), col(CustomerRow.id).in_(customers))).all()
    inorder = sorted(rows, key=lambda row: customers.index(row.id or 0))
    latest = last_entries(session, member, [row.id or 0 for row in inorder])
    return CustomerPage(1, 1, len(rows), tuple((as_customer(row), latest.get(row.id or 0)) for row in inorder))


def last_entries(session: Session, member: Member, customers: Sequence[int]) -> dict[int, Last]:
    """The latest entry of each of these customers that the member may see, each found by the index."""
    newest = (
        select(EntryRow.id)
        .where(col(EntryRow.customer_id) == col(CustomerRow.id), entry_visible(member), col(EntryRow.live))
        .order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
        .limit(1)
        .correlate(CustomerRow)
        .scalar_subquery()
    )
    latest = session.exec(select(newest).where(col(CustomerRow.id).in_(customers)).select_from(CustomerRow)).all()
    rows = session.exec(select(EntryRow).where(col(EntryRow.id).in_([number for number in latest if number])))
    return {row.customer_id or 0: Last(Kind(row.kind), row.on_day, row.text) for row in rows}

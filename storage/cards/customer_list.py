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


def last_entries(session: Session, member: Member, customers: Sequence[int]) -> dict[int, Last]:
    """The latest entry of each of these customers that the member may see."""
    place = func.row_number().over(
        partition_by=col(EntryRow.customer_id), order_by=(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    )
    ranked = (
        select(EntryRow.id, place.label("place"))
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(entry_visible(member), col(EntryRow.customer_id).in_(customers), col(EntryRow.live))
        .subquery()
    )
    newest = select(EntryRow).join(ranked, (ranked.c.id == col(EntryRow.id)) & (ranked.c.place == 1))
    return {row.customer_id or 0: Last(Kind(row.kind), row.on_day, row.text) for row in session.exec(newest)}

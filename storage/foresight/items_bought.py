"""The items that a customer bought, with the days: as reps told them, and as the book-keeping has them."""

from datetime import date

from sqlmodel import Session, col, select

from sales.kinds import Kind
from storage.tables.dealings import BookedOrderRow
from storage.tables.tellings import EntryRow, ItemRow


def items_bought(session: Session, customer: int) -> list[tuple[str, date]]:
    """In the order of days."""
    told = (
        select(col(ItemRow.text), col(EntryRow.on_day))
        .join(EntryRow, col(EntryRow.id) == col(ItemRow.entry_id))
        .where(col(EntryRow.customer_id) == customer, col(EntryRow.kind) == Kind.ORDER)
        .where(col(EntryRow.live), col(EntryRow.attempt).is_(False))
    )
    booked = select(col(BookedOrderRow.item), col(BookedOrderRow.on_day)).where(
        col(BookedOrderRow.customer_id) == customer, col(BookedOrderRow.live), col(BookedOrderRow.item) != ""
    )
    found = [(item, day) for wanted in (told, booked) for item, day in session.exec(wanted)]
    return sorted(found, key=lambda one: (one[1], one[0]))

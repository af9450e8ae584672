"""What a question about a card can be asked under."""

from sqlmodel import Session, col, select

from sales.comments import EntryPlace
from sales.people import Member
from storage.cards.visibility import entry_visible
from storage.tables.card_reviews import CardReviewRow
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow


def latest_of_owner(session: Session, reader: Member, review: CardReviewRow) -> EntryPlace | None:
    """What the owner told last of that customer; None: nothing yet."""
    told = (
        select(EntryRow)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(entry_visible(reader), col(EntryRow.live), col(EntryRow.customer_id) == review.customer_id)
        .where(col(EntryRow.member_id) == review.owner_id)
        .order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
    )
    row = session.exec(told.limit(1)).first()
    return EntryPlace(row.telling_id, row.slot) if row else None

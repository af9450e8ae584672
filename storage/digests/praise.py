"""The order behind a digest's line of praise, so that one tap thanks for it."""

from sqlmodel import Session, col, select

from sales.comments import EntryPlace
from sales.kinds import Kind
from sales.measures import Period
from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.company.people import answers_for
from storage.tables.customers import CustomerRow
from storage.tables.tellings import EntryRow


def order_of(session: Session, reader: Member, period: Period, customer: int) -> EntryPlace | None:
    """The last that was told of these days; None where only the books tell of it, or whoever did is not led."""
    told = (
        select(EntryRow)
        .join(CustomerRow, col(CustomerRow.id) == col(EntryRow.customer_id))
        .where(visible(reader, Part.MONEY), col(EntryRow.customer_id) == customer, col(EntryRow.live))
        .where(col(EntryRow.kind) == Kind.ORDER, col(EntryRow.attempt).is_(False))
        .where(col(EntryRow.on_day).between(period.first, period.last), col(EntryRow.member_id) != reader.id)
        .order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc())
        .limit(1)
    )
    row = session.exec(told).first()
    if row is None or not answers_for(session, reader, row.member_id):
        return None
    return EntryPlace(row.telling_id, row.slot)

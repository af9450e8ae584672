"""What the three who have to do with a ruling are shown of it."""

from sqlmodel import Session, col, select

from sales.people import Member
from sales.rulings import Ruling, RulingState
from storage.cards.living import living
from storage.company.company_settings import company_settings
from storage.duplicates.rulings import may_rule, telling_of
from storage.tables.access import RulingRow
from storage.tables.customers import CustomerRow
from storage.tables.people import MemberRow
from storage.tables.tellings import TellingRow


def find(session: Session, *, chat: int, message: int, customer: int) -> RulingRow | None:
    """The ruling that a message asked for; the customer by the id that it had then or has now."""
    told = telling_of(session, chat, message)
    asked = (
        select(RulingRow).where(col(RulingRow.telling_id) == (told.id if told else None)).order_by(col(RulingRow.id))
    )
    rows = session.exec(asked).all()
    return next((row for row in rows if living(session, row.customer_id) == living(session, customer)), None)


def for_claimant(session: Session, row: RulingRow, reader: Member, *, asked: str | None) -> Ruling | None:
    return _view(session, row, asked) if reader.id == row.claimant_id else None


def for_owner(session: Session, row: RulingRow, reader: Member, *, asked: str | None) -> Ruling | None:
    """Whoever looks after the customer, or did until it was decided."""
    customer = session.get_one(CustomerRow, living(session, row.customer_id))
    return _view(session, row, asked) if reader.id == customer.owner_id or row.state != RulingState.OPEN else None


def for_manager(session: Session, row: RulingRow, reader: Member) -> Ruling | None:
    return _view(session, row, None) if may_rule(session, reader, row) else None


def _view(session: Session, row: RulingRow, asked: str | None) -> Ruling:
    customer = session.get_one(CustomerRow, living(session, row.customer_id))
    claimed = session.get(CustomerRow, row.claimed_id) if row.claimed_id else None
    told = session.get(TellingRow, row.telling_id) if row.telling_id else None
    return Ruling(
        id=row.id or 0,
        state=RulingState(row.state),
        customer=customer.name,
        claimed=claimed.name if claimed else customer.name,
        claimant=_name(session, row.claimant_id) or "",
        owner=_name(session, customer.owner_id),
        said=told.text if told else "",
        asked=asked,
        decided_by=_name(session, row.decided_by),
        owner_shown=company_settings(session).shows_owner,
    )


def _name(session: Session, member: int | None) -> str | None:
    row = session.get(MemberRow, member) if member else None
    return row.name if row else None

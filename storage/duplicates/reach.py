"""Numbers and addresses that stand on two people."""

from dataclasses import dataclass

from sqlalchemy import case
from sqlmodel import Session, col, select

from sales.people import Member
from sales.rights import Part
from storage.cards.visibility import visible
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.tables.tellings import TellingRow

REACHES = ("phone", "email")


@dataclass(frozen=True, slots=True)
class Shared:
    """A number or address of `contact`, that stands on `other`, too; `at` is where the other one is."""

    value: str
    contact: int
    name: str
    customer: int
    other: int
    other_name: str
    other_customer: int
    at: str


def of_message(session: Session, member: Member, *, chat: int, message: int) -> Shared | None:
    """The first that a message put on a person, as far as the member may see the other one."""
    told = (
        select(FactRow)
        .join(TellingRow, col(TellingRow.id) == col(FactRow.telling_id))
        .where(col(TellingRow.chat_id) == chat, col(TellingRow.message_id) == message)
        .where(col(FactRow.live), col(FactRow.field).in_(REACHES), col(FactRow.contact_id).is_not(None))
    )
    found = (_elsewhere(session, member, fact) for fact in session.exec(told.order_by(col(FactRow.id))).all())
    return next((shared for shared in found if shared), None)


def of_contact(session: Session, member: Member, contact: int, field: str | None = None) -> Shared | None:
    """The newest that this person shares with another one, in a field or in any."""
    told = select(FactRow).where(col(FactRow.contact_id) == contact, col(FactRow.live))
    told = told.where(col(FactRow.field).in_([field] if field else REACHES))
    newest = told.order_by(col(FactRow.at).desc(), col(FactRow.id).desc())
    found = (_elsewhere(session, member, fact) for fact in session.exec(newest).all())
    return next((shared for shared in found if shared), None)


def _elsewhere(session: Session, member: Member, fact: FactRow) -> Shared | None:
    twin = (
        select(FactRow, ContactRow, CustomerRow)
        .join(ContactRow, col(ContactRow.id) == col(FactRow.contact_id))
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(col(FactRow.field) == fact.field, col(FactRow.value) == fact.value, col(FactRow.live))
        .where(col(ContactRow.id) != fact.contact_id, col(ContactRow.withdrawn).is_(False))
        .where(visible(member, Part.CONTACTS))
    )
    # Somebody at the same customer is the likeliest to be the same person.
    here = case((col(ContactRow.customer_id) == fact.customer_id, 0), else_=1)
    found = session.exec(twin.order_by(here, col(FactRow.id))).first()
    person = session.get(ContactRow, fact.contact_id)
    if found is None or person is None or person.withdrawn:
        return None
    _, other, customer = found
    return Shared(
        fact.value,
        person.id or 0,
        person.name,
        person.customer_id,
        other.id or 0,
        other.name,
        other.customer_id,
        customer.name,
    )

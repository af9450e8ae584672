"""Puts people on customers' cards by hand, and takes them off."""

from sqlmodel import Session, col, select

from sales.customers import same_person
from sales.hands import Hand
from sales.known import About
from storage.company.audit import Subject, note
from storage.tables.customers import ContactRow


def add_person(session: Session, *, customer: int, name: str, by: Hand) -> int:
    """Put a person on record and return the id; somebody of that name who is (or was) there is that person."""
    row = _find(session, customer, name)
    if row is None:
        row = ContactRow(customer_id=customer, name=name)
        session.add(row)
        session.flush()
        note(session, "contact.added", Subject("contact", row.id), by, words=name)
    elif row.withdrawn:
        put_person(session, of=About(customer, row.id), there=True, by=by)
    return row.id or 0


def _find(session: Session, customer: int, name: str) -> ContactRow | None:
    """The person of that name (王总 and 王 are the same there), those who are on the card first."""
    there = select(ContactRow).where(col(ContactRow.customer_id) == customer, col(ContactRow.merged_into_id).is_(None))
    rows = session.exec(there.order_by(col(ContactRow.withdrawn), col(ContactRow.id)))
    return next((row for row in rows if same_person(row.name, name)), None)


def is_at(session: Session, *, of: About) -> bool:
    """Whether this person, on the card or off it, belongs to that customer."""
    row = session.get(ContactRow, of.contact) if of.contact else None
    return row is not None and row.customer_id == of.customer and row.merged_into_id is None


def put_person(session: Session, *, of: About, there: bool, by: Hand) -> bool:
    """Take a person off the card, or put them back; what is known of them stays. False: it is so already."""
    row = session.get_one(ContactRow, of.contact)
    if row.withdrawn is not there:
        return False
    row.withdrawn = not there
    session.add(row)
    session.flush()
    note(session, f"contact.{'restored' if there else 'removed'}", Subject("contact", row.id), by)
    return True

"""Single customers as a member may see them."""

from sqlmodel import Session, col, select

from sales.customers import Customer, LegalForm, Relation, Stage, short_code
from sales.people import Member
from sales.rights import Part, Tie, ties_of
from sales.tellings import Party
from storage.cards.visibility import seen_of, visible, whose
from storage.tables.customers import ContactRow, CustomerRow


def customer(session: Session, member: Member, customer_id: int) -> Customer | None:
    row = session.exec(select(CustomerRow).where(visible(member), col(CustomerRow.id) == customer_id)).first()
    return as_customer(row) if row else None


def parts(session: Session, member: Member, customer_id: int) -> frozenset[Part]:
    """The parts of the customer's card that the member may see; empty where there is nothing for them."""
    row = session.get(CustomerRow, customer_id)
    return seen_of(member, row) if row else frozenset()


def ties(session: Session, member: Member, subject: int, *, kind: str = "customer") -> frozenset[Tie]:
    """How the member stands to the customer, or (`kind` contact) to the one where the person is."""
    person = session.get(ContactRow, subject) if kind == "contact" else None
    row = session.get(CustomerRow, person.customer_id if person else subject)
    return ties_of(member, whose(row)) if row and not row.withdrawn else frozenset()


def party(session: Session, *, member: Member, customer: int) -> Party | None:
    """The customer as a telling names it."""
    row = session.exec(select(CustomerRow).where(visible(member), col(CustomerRow.id) == customer)).first()
    return Party(row.name, row.id) if row else None


def as_customer(row: CustomerRow) -> Customer:
    return Customer(
        id=row.id or 0,
        code=short_code(row.id or 0),
        name=row.name,
        owner=row.owner_id,
        relation=Relation(row.relation),
        form=LegalForm(row.form),
        stage=Stage(row.stage),
    )

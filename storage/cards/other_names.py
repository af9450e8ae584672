"""The other names on a customer's card: seen, added and taken off by hand."""

from sqlmodel import Session, col, select

from sales.card_views import OtherNames
from sales.hands import Hand
from sales.known import About
from sales.people import Member
from storage.cards.changes import name_of
from storage.company.audit import Subject, note
from storage.tables.customers import AliasRow, CustomerRow


def other_names(
    session: Session, member: Member, customer: int, *, dropped: str = "", asks: bool = False
) -> OtherNames | None:
    """None: the customer is not the member's to change."""
    name = name_of(session, member, About(customer))
    if name is None:
        return None
    called = select(AliasRow.id, AliasRow.name).where(col(AliasRow.customer_id) == customer)
    names = tuple((number or 0, other) for number, other in session.exec(called.order_by(col(AliasRow.id))))
    return OtherNames(customer, name, names, dropped, asks)


def is_called(session: Session, customer: int, name: str) -> bool:
    """Whether the customer goes by this name already, in whatever case."""
    there = session.exec(select(AliasRow.name).where(col(AliasRow.customer_id) == customer)).all()
    return name.casefold() in {one.casefold() for one in (session.get_one(CustomerRow, customer).name, *there)}


def add_name(session: Session, *, customer: int, name: str, by: Hand) -> None:
    """Let the customer be found by one more name."""
    if not is_called(session, customer, name):
        session.add(AliasRow(customer_id=customer, name=name, member_id=by.member))
        session.flush()
        note(session, "customer.changed", Subject("customer", customer), by, words=f"alias: + {name}")


def drop_name(session: Session, *, customer: int, alias: int, by: Hand) -> None:
    """Let the customer be called so no more; twice does no harm."""
    row = session.get(AliasRow, alias)
    if row is not None and row.customer_id == customer:
        session.delete(row)
        session.flush()
        note(session, "customer.changed", Subject("customer", customer), by, words=f"alias: - {row.name}")

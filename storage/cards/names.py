"""The other names of customers: taught by members, and used to find them."""

from sqlalchemy import ColumnElement, true
from sqlmodel import Session, col, select

from sales.customers import Customer
from sales.people import Member
from storage.cards.customers import as_customer
from storage.cards.visibility import visible
from storage.tables.customers import AliasRow, CustomerRow


def by_name(session: Session, member: Member, name: str) -> list[Customer]:
    """The customers of that name or alias, in whatever case and spacing."""
    wanted = _plain(name)
    rows = session.exec(select(CustomerRow).where(visible(member)).order_by(col(CustomerRow.id))).all()
    called = aliases(session, member)
    return [as_customer(row) for row in rows if wanted in {_plain(row.name), *map(_plain, called.get(row.id or 0, ()))}]


def learn_alias(session: Session, member: Member, *, customer: int, name: str) -> bool:
    """Keep another name of a customer that the member sees; False if it was known or the customer is not theirs."""
    row = session.exec(select(CustomerRow).where(visible(member), col(CustomerRow.id) == customer)).first()
    name = " ".join(name.split())
    if row is None or not name or _plain(name) == _plain(row.name):
        return False
    there = session.exec(select(AliasRow.name).where(col(AliasRow.customer_id) == customer))
    if _plain(name) in map(_plain, there):
        return False
    session.add(AliasRow(customer_id=customer, name=name, member_id=member.id))
    session.flush()
    return True


_ALL = true()


def aliases(session: Session, member: Member, *, within: ColumnElement[bool] = _ALL) -> dict[int, list[str]]:
    """The other names of every customer that the member sees, or of these among them."""
    pairs = (
        select(AliasRow.customer_id, AliasRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(AliasRow.customer_id))
        .where(visible(member), within)
        .order_by(col(AliasRow.id))
    )
    called: dict[int, list[str]] = {}
    for key, name in session.exec(pairs):
        called.setdefault(key, []).append(name)
    return called


def aliases_of(session: Session, row: CustomerRow) -> tuple[str, ...]:
    """The other names of a customer that the caller has found."""
    called = select(AliasRow.name).where(col(AliasRow.customer_id) == row.id).order_by(col(AliasRow.id))
    return tuple(session.exec(called))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()

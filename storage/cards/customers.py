"""Customers as a member may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy
from sqlalchemy import ColumnElement, Select, func, or_, true
from sqlmodel import Session, col, select

from sales.customers import Customer, LegalForm, Relation, Stage, short_code
from sales.people import Member, Role
from sales.tellings import Party
from storage.tables.customers import AliasRow, ContactRow, CustomerRow


@dataclass(frozen=True, slots=True)
class Listed:
    """A customer of a directory: all that it may be called by, and who is there."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


Stamp = tuple[int, ...]


def visible(member: Member) -> ColumnElement[bool]:
    """The one rule of who sees which customer; every query on customers and what hangs on them carries it.

    A rep sees their own; a manager those of the teams they lead and of all below; customer care and admins see all.
    What an undone message put on record is seen by nobody.
    """
    live = col(CustomerRow.withdrawn).is_(False)
    return live & _may_see(member)


def _may_see(member: Member) -> ColumnElement[bool]:
    if member.sees_all or Role.CARE in member.roles:
        return true()
    return or_(col(CustomerRow.owner_id) == member.id, col(CustomerRow.team_id).in_(sorted(member.leads)))


def customer(session: Session, member: Member, customer_id: int) -> Customer | None:
    row = session.exec(select(CustomerRow).where(visible(member), col(CustomerRow.id) == customer_id)).first()
    return as_customer(row) if row else None


def party(session: Session, *, member: Member, customer: int) -> Party | None:
    """The customer as a telling names it."""
    row = session.exec(select(CustomerRow).where(visible(member), col(CustomerRow.id) == customer)).first()
    return Party(row.name, row.id) if row else None


def by_name(session: Session, member: Member, name: str) -> list[Customer]:
    """The customers of that name or alias, in whatever case and spacing."""
    wanted = _plain(name)
    rows = session.exec(select(CustomerRow).where(visible(member)).order_by(col(CustomerRow.id))).all()
    called = _aliases(session, member)
    return [as_customer(row) for row in rows if wanted in {_plain(row.name), *map(_plain, called.get(row.id or 0, ()))}]


def directory(session: Session, member: Member) -> list[Listed]:
    """All that the member's words may be looked up in."""
    aliases, contacts = _aliases(session, member), _contacts(session, member)
    names = select(CustomerRow.id, CustomerRow.name).where(visible(member)).order_by(col(CustomerRow.id))
    return [
        Listed(key or 0, name, tuple(aliases.get(key or 0, ())), tuple(contacts.get(key or 0, ())))
        for key, name in session.exec(names)
    ]


def directory_stamp(session: Session, member: Member) -> Stamp:
    """Another value whenever the member's directory has changed; cheap, so that an index of it can be kept.

    Versions only count up and new rows have higher ids, so no change leaves all the sums as they were.
    """
    session.flush()
    found = session.connection().execute(_stamped(member)).one()
    return tuple(number or 0 for number in found)


@lru_cache(maxsize=1024)
def _stamped(member: Member) -> Select[*tuple[int, ...]]:
    """It is asked for with every message, so it is put together once for a member."""
    customers = select(func.count(), func.sum(CustomerRow.version), func.sum(CustomerRow.id)).where(visible(member))
    persons = (
        select(func.count(), func.sum(ContactRow.version))
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(visible(member))
    )
    aliases = (
        select(func.count(), func.max(AliasRow.id))
        .join(CustomerRow, col(CustomerRow.id) == col(AliasRow.customer_id))
        .where(visible(member))
    )
    counted, met, called = (part.subquery() for part in (customers, persons, aliases))
    one_row_each = counted.join(met, true()).join(called, true())
    return sqlalchemy.select(counted, met, called).select_from(one_row_each)


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


def _aliases(session: Session, member: Member) -> dict[int, list[str]]:
    pairs = (
        select(AliasRow.customer_id, AliasRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(AliasRow.customer_id))
        .where(visible(member))
        .order_by(col(AliasRow.id))
    )
    return _grouped(session.exec(pairs))


def _contacts(session: Session, member: Member) -> dict[int, list[str]]:
    pairs = (
        select(ContactRow.customer_id, ContactRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(visible(member), col(ContactRow.withdrawn).is_(False))
        .order_by(col(ContactRow.id))
    )
    return _grouped(session.exec(pairs))


def _grouped(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = {}
    for key, name in pairs:
        groups.setdefault(key, []).append(name)
    return groups


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()

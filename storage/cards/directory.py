"""The directory of a member: all names that their words may be looked up in, and whether it has changed."""

from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy
from sqlalchemy import BigInteger, ColumnElement, Select, cast, func, true
from sqlmodel import Session, col, select

from sales.people import Member
from sales.rights import Part
from storage.cards.names import aliases
from storage.cards.visibility import visible
from storage.tables.customers import AliasRow, ContactRow, CustomerRow


@dataclass(frozen=True, slots=True)
class Listed:
    """A customer of a directory: all that it may be called by, and who is there."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


Stamp = tuple[int, ...]


_ALL = true()


def directory(session: Session, member: Member, *, within: ColumnElement[bool] = _ALL) -> list[Listed]:
    """All that the member's words may be looked up in, or the part of it with these customers."""
    called, contacts = aliases(session, member, within=within), _contacts(session, member, within)
    names = select(CustomerRow.id, CustomerRow.name).where(visible(member), within).order_by(col(CustomerRow.id))
    return [
        Listed(key or 0, name, tuple(called.get(key or 0, ())), tuple(contacts.get(key or 0, ())))
        for key, name in session.exec(names)
    ]


def directory_stamp(session: Session, member: Member) -> Stamp:
    """Another value whenever the member's directory has changed; cheap, so that an index of it can be kept.

    Versions only count up and new rows have higher ids; where customers come and go by shares, covers and hand-overs,
    the squares of the ids tell one set of them from another.
    """
    session.flush()
    found = session.connection().execute(_stamped(member)).one()
    return tuple(int(number or 0) for number in found)


@lru_cache(maxsize=1024)
def _stamped(member: Member) -> Select[*tuple[int, ...]]:
    """It is asked for with every message, so it is put together once for a member."""
    key = cast(col(CustomerRow.id), BigInteger)
    customers = select(func.count(), func.sum(CustomerRow.version), func.sum(key), func.sum(key * key)).where(
        visible(member)
    )
    persons = (
        select(func.count(), func.sum(ContactRow.version))
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(visible(member, Part.CONTACTS))
    )
    others = (
        select(func.count(), func.max(AliasRow.id))
        .join(CustomerRow, col(CustomerRow.id) == col(AliasRow.customer_id))
        .where(visible(member))
    )
    counted, met, called = (part.subquery() for part in (customers, persons, others))
    one_row_each = counted.join(met, true()).join(called, true())
    return sqlalchemy.select(counted, met, called).select_from(one_row_each)


def _contacts(session: Session, member: Member, within: ColumnElement[bool]) -> dict[int, list[str]]:
    pairs = (
        select(ContactRow.customer_id, ContactRow.name)
        .join(CustomerRow, col(CustomerRow.id) == col(ContactRow.customer_id))
        .where(visible(member, Part.CONTACTS), col(ContactRow.withdrawn).is_(False), within)
        .order_by(col(ContactRow.id))
    )
    there: dict[int, list[str]] = {}
    for key, name in session.exec(pairs):
        there.setdefault(key, []).append(name)
    return there

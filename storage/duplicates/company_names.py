"""All names of the company's customers, and those that are new since a look before; seen by no member."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.tables.customers import AliasRow, CustomerRow
from storage.tables.facts import FactRow

_LATE = 100
"""A row may become visible after one with a higher id; so far back is looked again."""


@dataclass(frozen=True, slots=True)
class Names:
    """A customer, with all that it was ever called; whether that holds today has to be looked up."""

    customer: int
    name: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Up to which rows the names were read: customers, other names, new names."""

    customer: int = 0
    alias: int = 0
    fact: int = 0


NOTHING_READ = Mark()


def names_since(session: Session, mark: Mark) -> tuple[Sequence[Names], Mark]:
    """The customers of whom a name came since, and up to where the next look begins.

    Who was renamed has a fact that says so; who was merged lends a name to another. So nobody is listed twice.
    """
    now = _mark(session)
    if now == mark:
        return (), mark
    changed = None if mark == NOTHING_READ else _changed(session, mark)
    called = select(CustomerRow.id, CustomerRow.name).order_by(col(CustomerRow.id))
    others = select(AliasRow.customer_id, AliasRow.name).order_by(col(AliasRow.id))
    if changed is not None:
        called, others = (
            called.where(col(CustomerRow.id).in_(changed)),
            others.where(col(AliasRow.customer_id).in_(changed)),
        )
    known: dict[int, list[str]] = {}
    for customer, name in session.exec(others):
        known.setdefault(customer, []).append(name)
    return [Names(key or 0, name, tuple(known.get(key or 0, ()))) for key, name in session.exec(called)], now


def _mark(session: Session) -> Mark:
    newest = [session.exec(select(func.max(col(table.id)))).one() for table in (CustomerRow, AliasRow, FactRow)]
    return Mark(*(number or 0 for number in newest))


def _changed(session: Session, mark: Mark) -> list[int]:
    made = select(CustomerRow.id).where(col(CustomerRow.id) > mark.customer - _LATE)
    called = select(AliasRow.customer_id).where(col(AliasRow.id) > mark.alias - _LATE)
    renamed = select(FactRow.customer_id).where(col(FactRow.field) == "name", col(FactRow.id) > mark.fact - _LATE)
    return sorted({number for query in (made, called, renamed) for number in session.exec(query) if number})

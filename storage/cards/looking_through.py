"""The customers that a member sees, searched and filtered, a page at a time by name."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select, tuple_
from sqlmodel import Session, col
from sqlmodel import select as rows_of

from sales.customers import number_of_code
from sales.page_views import CustomerLine, CustomersFound, Place, Search
from sales.people import Member
from sales.rights import Part
from storage.cards.customers import as_customer
from storage.cards.visibility import seen_of
from storage.segments.picking import holds
from storage.tables.customers import AliasRow, CustomerRow
from storage.tables.foresight import CustomerFiguresRow
from storage.tables.people import MemberRow

PAGE = 50
_MOST_WORDS = 5
_BY_NAME = (func.lower(col(CustomerRow.name)), col(CustomerRow.id))


def looked_through(session: Session, member: Member, search: Search, today: date) -> CustomersFound:
    asked = [*holds(session, member, search.segment, today), *_called(search.words)]
    total = session.exec(rows_of(func.count()).select_from(CustomerRow).where(*asked)).one()
    # The name as the database folds it goes along: it knows other capitals than Python does.
    wanted = rows_of(CustomerRow, _BY_NAME[0]).where(*asked, *_after(search.after)).order_by(*_BY_NAME).limit(PAGE + 1)
    rows = session.exec(wanted).all()
    last, folded = rows[PAGE - 1] if len(rows) > PAGE else (None, "")
    more = Place(folded, last.id or 0) if last else None
    return CustomersFound(total, _lines(session, member, [row for row, _ in rows[:PAGE]]), more)


def _called(words: str) -> list[ColumnElement[bool]]:
    """All words stand in the name, or in one of the other names; or it is the customer's code."""
    if not (said := words.lower().split()[:_MOST_WORDS]):
        return []
    names = [func.lower(col(CustomerRow.name)).contains(word, autoescape=True) for word in said]
    others = [func.lower(col(AliasRow.name)).contains(word, autoescape=True) for word in said]
    called = col(CustomerRow.id).in_(select(col(AliasRow.customer_id)).where(*others))
    either = [_all(names), called]
    code = number_of_code(words)
    return [or_(*either, *([col(CustomerRow.id) == code] if code is not None else []))]


def _all(conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    first, *rest = conditions
    for one in rest:
        first &= one
    return first


def _after(place: Place | None) -> list[ColumnElement[bool]]:
    """Where the last page ended, however many were added or taken away before it since."""
    return [tuple_(*_BY_NAME) > tuple_(place.name, place.customer)] if place else []


def _lines(session: Session, member: Member, rows: Sequence[CustomerRow]) -> tuple[CustomerLine, ...]:
    ids = [row.id for row in rows]
    figures = session.exec(rows_of(CustomerFiguresRow).where(col(CustomerFiguresRow.customer_id).in_(ids)))
    ordered = {row.customer_id: row.last_order for row in figures}
    wanted = {row.owner_id for row in rows if row.owner_id}
    owners = dict(session.exec(rows_of(MemberRow.id, MemberRow.name).where(col(MemberRow.id).in_(wanted))).all())
    return tuple(
        _line(row, seen_of(member, row), owners.get(row.owner_id, ""), ordered.get(row.id or 0)) for row in rows
    )


def _line(row: CustomerRow, parts: frozenset[Part], owner: str, ordered: date | None) -> CustomerLine:
    customer, knows = as_customer(row), Part.FACTS in parts
    return CustomerLine(
        customer,
        owner,
        row.grade if knows else None,
        customer.stage if knows else None,
        row.touched_on if Part.ENTRIES in parts else None,
        ordered if Part.MONEY in parts else None,
    )

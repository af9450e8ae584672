"""The columns of customers and contacts that show the newest fact of a field, so that queries can sort by it."""

from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from sales.fields import Field, Of
from sales.kinds import Calendar
from sales.known import About
from sales.tellings import Source
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow

_BLANK = {"relation": "direct", "form": "company", "stage": "prospect", "greetings": True}
"""What a column says when nothing is known; the others are empty then."""


def newest(session: Session, of: About, field: str) -> FactRow | None:
    """The fact that counts of a field with one value; an empty value is one, too."""
    live = select(FactRow).where(is_about(of), col(FactRow.field) == field, col(FactRow.live))
    return session.exec(live.order_by(col(FactRow.at).desc(), col(FactRow.id).desc()).limit(1)).first()


def is_about(of: About) -> ColumnElement[bool]:
    if of.contact:
        return col(FactRow.contact_id) == of.contact
    return (col(FactRow.customer_id) == of.customer) & col(FactRow.contact_id).is_(None)


def keep_what_stands(session: Session, row: CustomerRow | ContactRow, field: Field) -> None:
    """What a row says without a fact of its own becomes one, so that it comes back when a newer one is taken back."""
    of, column = _about(row), _column(row, field)
    if column is None or getattr(row, column) in (None, "", _BLANK.get(column)):
        return
    told = select(FactRow.id).where(is_about(of), col(FactRow.field) == field.name)
    if session.exec(told.limit(1)).first() is None:
        value = _as_text(getattr(row, column))
        calendar = row.calendar if isinstance(row, ContactRow) and field.name == "birthday" else None
        session.add(
            FactRow(
                customer_id=of.customer,
                contact_id=of.contact,
                field=field.name,
                value=value,
                calendar=calendar,
                source=Source.IMPORT,
                at=_made_at(session, row),
            )
        )
        session.flush()


def _column(row: CustomerRow | ContactRow, field: Field) -> str | None:
    """A customer's own number or address, told of no person, has no column there."""
    foreign = field.of is Of.CONTACT and isinstance(row, CustomerRow)
    return None if foreign else field.column


def _about(row: CustomerRow | ContactRow) -> About:
    return About(row.customer_id, row.id) if isinstance(row, ContactRow) else About(row.id or 0)


def _as_text(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _made_at(session: Session, row: CustomerRow | ContactRow) -> datetime:
    customer = session.get_one(CustomerRow, row.customer_id) if isinstance(row, ContactRow) else row
    return customer.created_at


def show(session: Session, row: CustomerRow | ContactRow, field: Field) -> None:
    """The row shows the newest live value of a field that has a column there."""
    session.flush()
    column = _column(row, field)
    if column is None:
        return
    fact = newest(session, _about(row), field.name)
    shown = fact.value if fact and fact.value else _BLANK.get(column)
    if column == "greetings":
        shown = shown not in ("no", False)
    setattr(row, column, shown)
    if field.name == "birthday" and isinstance(row, ContactRow):
        row.calendar = (fact.calendar or Calendar.SOLAR) if fact and fact.value else None
    session.add(row)
    session.flush()

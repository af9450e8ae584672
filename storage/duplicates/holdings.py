"""What is known of each of two rows, field by field, and where they differ."""

from datetime import datetime

from sqlmodel import Session, col, select

from sales.fields import NAMES, Field, Of
from sales.kinds import Calendar
from sales.merging import OWNER, Difference, Held
from storage.cards.custom_fields import all_fields
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow

Row = CustomerRow | ContactRow
Holdings = dict[str, Held]


def single_fields(session: Session, row: Row) -> dict[str, Field]:
    """The fields with one value that such a row may have, its name among them."""
    of = Of.CONTACT if isinstance(row, ContactRow) else Of.CUSTOMER
    every = {**NAMES, **all_fields(session)}
    return {name: field for name, field in every.items() if field.of is of and not field.many}


def holdings(session: Session, row: Row) -> Holdings:
    """The value of each such field that something is known of: what the row shows, else the newest fact."""
    told = _told(session, row)
    found: Holdings = {}
    for name, field in single_fields(session, row).items():
        held = _shown(session, row, field, told.get(name)) if field.column else told.get(name)
        if held is not None and held.value:
            found[name] = held
    if isinstance(row, CustomerRow) and row.owner_id is not None:
        found[OWNER] = Held(str(row.owner_id), row.created_at)
    return found


def differences(session: Session, one: Row, other: Row) -> tuple[Difference, ...]:
    """The fields of which both know something else."""
    first, second = holdings(session, one), holdings(session, other)
    both = [name for name in first if name in second]
    return tuple(
        Difference(name, first[name], second[name]) for name in both if first[name].value != second[name].value
    )


def _told(session: Session, row: Row) -> Holdings:
    facts = select(FactRow).where(col(FactRow.live)).order_by(col(FactRow.at), col(FactRow.id))
    if isinstance(row, ContactRow):
        facts = facts.where(col(FactRow.contact_id) == row.id)
    else:
        facts = facts.where(col(FactRow.customer_id) == row.id, col(FactRow.contact_id).is_(None))
    return {fact.field: Held(fact.value, fact.at, _calendar(fact.calendar)) for fact in session.exec(facts)}


def _shown(session: Session, row: Row, field: Field, told: Held | None) -> Held | None:
    value = as_text(getattr(row, field.column or ""))
    if value == as_text(type(row).model_fields[field.column or ""].default):
        return None
    calendar = _calendar(row.calendar) if isinstance(row, ContactRow) and field.name == "birthday" else None
    return Held(value, told.at if told else _since(session, row), calendar)


def _since(session: Session, row: Row) -> datetime:
    customer = session.get_one(CustomerRow, row.customer_id) if isinstance(row, ContactRow) else row
    return customer.created_at


def _calendar(written: str | None) -> Calendar | None:
    return Calendar(written) if written else None


def as_text(value: object) -> str:
    """What a column holds, as a fact says it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)

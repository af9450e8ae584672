"""Puts everything on record that may hang on a customer, and reads whole tables to compare them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel

from sales.hands import Hand
from sales.known import About
from storage.tables.access import ShareRow
from storage.tables.customers import AliasRow, ContactRow
from storage.tables.dealings import AgreementRow, BookedOrderRow, OpportunityRow, ReceivableRow
from storage.tables.facts import FactAskedRow, FactRow
from storage.tables.followups import FollowUpRow
from storage.tables.tellings import ComplaintRow, EntryContactRow, EntryRow, TellingRow
from tests.people.company import NOON, Company

DAY = date(2026, 3, 1)
HISTORY = {"change_set", "row_change", "event", "event_detail"}
"""Tables that remember what happened, and so are not what they were."""


def hand(company: Company, name: str = "Boris", *, days: int = 0) -> Hand:
    return Hand(company[name].id, NOON + timedelta(days=days))


def tables(session: Session) -> Mapping[str, list[dict[str, Any]]]:
    """Every row of every table, without its version."""
    session.flush()
    return {
        table.name: [
            {name: value for name, value in row.items() if name != "version"}
            for row in session.connection().execute(select(table).order_by(*table.primary_key)).mappings()
        ]
        for table in SQLModel.metadata.sorted_tables
        if table.name not in HISTORY
    }


def put(session: Session, row: SQLModel) -> int:
    session.add(row)
    session.flush()
    return getattr(row, "id", None) or 0


def telling(session: Session, company: Company, number: int, *, by: str = "Anna") -> int:
    member = company[by]
    row = TellingRow(
        chat_id=member.chat or 0,
        message_id=number,
        member_id=member.id,
        said_at=NOON,
        zone="Asia/Shanghai",
        text="…",
    )
    return put(session, row)


def contact(session: Session, customer: int, name: str, **columns: Any) -> int:  # noqa: ANN401 - columns of a row
    return put(session, ContactRow(customer_id=customer, name=name, **columns))


def fact(session: Session, of: About, field: str, value: str, *, days: int = 0) -> int:
    at = NOON + timedelta(days=days)
    row = FactRow(customer_id=of.customer, contact_id=of.contact, field=field, value=value, source="text", at=at)
    return put(session, row)


def everything(session: Session, company: Company, customer: int, number: int) -> None:
    """One of each that may hang on a customer; `number` tells one customer's from another's."""
    told, anna = telling(session, company, number), company["Anna"].id
    lee = contact(session, customer, "S. Lee", phone=f"+65655500{number:02}")
    own = contact(session, customer, f"Mr Tan {number}")
    fact(session, About(customer), "industry", f"steel {number}", days=-number)
    fact(session, About(customer, lee), "phone", f"+65655500{number:02}")
    fact(session, About(customer, lee), "title", f"Buyer {number}")
    entry = EntryRow(
        telling_id=told,
        slot=0,
        member_id=anna,
        customer_id=customer,
        kind="complaint",
        on_day=DAY,
        moment=NOON,
        zone="UTC",
        text="…",
    )
    put(session, entry)
    session.add_all(EntryContactRow(entry_id=entry.id or 0, contact_id=person) for person in (lee, own))
    put(session, ComplaintRow(entry_id=entry.id or 0, customer_id=customer))
    put(session, FollowUpRow(telling_id=told, slot=0, customer_id=customer, owner_id=anna, action="call"))
    put(session, AliasRow(customer_id=customer, name=f"the yellow shed {number}"))
    put(session, AliasRow(customer_id=customer, name="the shed"))
    put(session, FactAskedRow(customer_id=customer, contact_id=lee, member_id=anna, field="title", at=NOON))
    put(session, OpportunityRow(customer_id=customer, member_id=anna, title="pumps", stage="lead", opened_at=NOON))
    put(session, AgreementRow(customer_id=customer, kind="quote", on_day=DAY))
    for name in ("R-0", f"R-{number}"):
        put(session, ReceivableRow(customer_id=customer, number=name, open_minor=number, currency="SGD"))
        put(session, BookedOrderRow(customer_id=customer, number=name, on_day=DAY, amount_minor=9, currency="SGD"))
    session.add(ShareRow(customer_id=customer, member_id=company["Rita"].id, at=NOON))
    session.flush()

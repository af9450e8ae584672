"""Puts everything on record that may hang on a customer, and reads whole tables to compare them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel

from sales.hands import Hand
from sales.known import About
from storage.change_sets import ChangeKind, alter, begin
from storage.tables.access import AbsenceRow, LookUpRow, RulingRow, ShareRow
from storage.tables.care import PauseRow, ReminderRow
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.dealings import AgreementRow, BookedOrderRow, DealAnswerRow, OpportunityRow, ReceivableRow
from storage.tables.facts import FactAskedRow, FactRow
from storage.tables.followups import FollowUpRow
from storage.tables.imports import ImportChunkRow, ImportRow
from storage.tables.tellings import ComplaintRow, EntryContactRow, EntryRow, TellingRow
from tests.people.company import NOON, Company

DAY = date(2026, 3, 1)
NOT_COMPARED = {"change_set", "row_change", "event", "event_detail", "customer_figures"}
"""Tables that remember what happened, and so are not what they were; figures, which tests/figures/ counts anew."""


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
        if table.name not in NOT_COMPARED
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
    dealings(session, customer, entry)
    read_in(session, company, customer)
    access(session, company, customer, told)
    for name in ("R-0", f"R-{number}"):
        put(session, ReceivableRow(customer_id=customer, number=name, open_minor=number, currency="SGD"))
        put(session, BookedOrderRow(customer_id=customer, number=name, on_day=DAY, amount_minor=9, currency="SGD"))
    planned = ReminderRow(kind="cadence", subject_id=customer, occasion="1", customer_id=customer, day=DAY, due_at=NOON)
    put(session, planned)
    put(session, PauseRow(member_id=anna, customer_id=customer))


def access(session: Session, company: Company, customer: int, told: int) -> None:
    """Who sees it beside its owner, stands in, looked at it and claims it."""
    anna, rita = company["Anna"].id, company["Rita"].id
    put(session, ShareRow(customer_id=customer, member_id=rita, at=NOON))
    put(session, AbsenceRow(member_id=anna, cover_id=company["Max"].id, first_day=DAY, last_day=DAY, asked_at=NOON))
    put(session, LookUpRow(member_id=anna, on_day=DAY, customer_id=customer))
    put(session, RulingRow(customer_id=customer, claimant_id=rita, telling_id=told, asked_at=NOON))


def dealings(session: Session, customer: int, entry: EntryRow) -> None:
    """A deal that was told twice and won by an order, a quote and a contract."""
    number, member = entry.id or 0, entry.member_id
    first = OpportunityRow(customer_id=customer, member_id=member, title="pumps", stage="lead", opened_at=NOON)
    put(session, first)
    again = OpportunityRow(
        customer_id=customer,
        member_id=member,
        entry_id=number,
        title="pumps",
        stage="negotiation",
        opened_at=NOON,
        joined_id=first.id,
    )
    put(session, again)
    first.state, first.won_by_entry_id = "won", number
    put(session, DealAnswerRow(entry_id=number, deal_id=first.id, member_id=member, at=NOON))
    for kind in ("quote", "contract"):
        put(session, AgreementRow(customer_id=customer, kind=kind, on_day=DAY, amount_minor=100, currency="SGD"))


def read_in(session: Session, company: Company, customer: int) -> None:
    """A list that was read in changed the customer, and can still be taken back."""
    by = hand(company, "Anna")
    change = begin(session, ChangeKind.IMPORT, by, undo_for=timedelta(hours=24), facts={})
    alter(session, change, session.get_one(CustomerRow, customer), grade="B")
    run = ImportRow(member_id=by.member or 0, chat_id=1, file="f", name="list.xlsx", change_set_id=change, at=NOON)
    put(session, run)
    put(session, ImportChunkRow(import_id=run.id or 0, number=1, lines=[{"name": "Acme"}]))

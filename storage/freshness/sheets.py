"""Reads of one customer what the rule of freshness needs to know, in three statements however long the history is."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from sales.fields import FIELDS, Of
from sales.freshness import MATTERING, Gap, Met, Weights, gaps, main_contact, weights
from sales.known import Known, counting
from storage.cards.known_facts import as_known
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow
from storage.tables.tellings import EntryContactRow, EntryRow

NAMES = tuple(field.name for field in MATTERING)
_MET = (
    select(func.max(col(EntryRow.on_day)))
    .join(EntryContactRow, col(EntryContactRow.entry_id) == col(EntryRow.id))
    .where(col(EntryContactRow.contact_id) == col(ContactRow.id), col(EntryRow.live))
    .correlate(ContactRow)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of a customer and of its main contact, as far as it matters."""

    facts: tuple[Known, ...]
    main: int | None

    def weights(self, today: date) -> Weights:
        return weights(self.facts, self.main, today)

    def gaps(self, today: date) -> tuple[Gap, ...]:
        return gaps(self.facts, self.main, today)


def sheet(session: Session, customer: int) -> Sheet:
    """Read the card of this customer."""
    row = session.get_one(CustomerRow, customer)
    there = select(ContactRow, _MET).where(col(ContactRow.customer_id) == customer)
    people = session.exec(there.where(col(ContactRow.withdrawn).is_(False))).all()
    main = main_contact(Met(person.id or 0, met) for person, met in people)
    facts = _facts(session, customer, main)
    told = {(fact.contact_id, fact.field) for fact in facts}
    person = next((person for person, _ in people if person.id == main), None)
    shown = [*_on_the_row(row, None, row.created_at), *(_on_the_row(person, main, row.created_at) if person else ())]
    counted = counting(map(as_known, facts), FIELDS)
    return Sheet((*counted, *(fact for fact in shown if (fact.contact, fact.field) not in told)), main)


def _facts(session: Session, customer: int, main: int | None) -> list[FactRow]:
    whose = or_(col(FactRow.contact_id).is_(None), col(FactRow.contact_id) == main)
    live = select(FactRow).where(
        col(FactRow.customer_id) == customer, col(FactRow.field).in_(NAMES), col(FactRow.live), whose
    )
    return list(session.exec(live.order_by(col(FactRow.at).desc(), col(FactRow.id).desc())))


def _on_the_row(row: CustomerRow | ContactRow, contact: int | None, since: datetime) -> list[Known]:
    """What the row alone says counts as known since the customer is on record."""
    of = Of.CONTACT if contact else Of.CUSTOMER
    texts = {field.name: getattr(row, field.column) for field in MATTERING if field.of is of and field.column}
    return [Known(name, value, since, contact=contact) for name, value in texts.items() if value]

"""What the book-keeping says of the customers of an order: the limit, what is open, what is overdue."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlmodel import Session, col, select

from sales.credit import CreditNote, Owed, late, over_limit
from sales.field_values import money_of
from sales.kinds import Kind
from sales.known import About
from sales.money import Money
from sales.people import Member
from sales.rights import Part
from sales.scores.credit_advice import Advice, Credit, credit_advice, debt
from sales.tellings import Entry, Party, Telling
from storage.cards.customers import parts
from storage.cards.shown_columns import newest
from storage.tables.dealings import ReceivableRow


def credit_notes(session: Session, member: Member, told: Iterable[Telling], today: date) -> tuple[CreditNote, ...]:
    """Of each customer that ordered, for those who may see its money."""
    orders: dict[Party, list[Entry]] = {}
    for entry in (entry for telling in told for entry in telling.entries):
        if entry is not None and entry.kind is Kind.ORDER and entry.customer and entry.customer.id:
            orders.setdefault(entry.customer, []).append(entry)
    return tuple(_notes(session, member, orders, today))


def _notes(session: Session, member: Member, orders: dict[Party, list[Entry]], today: date) -> Iterator[CreditNote]:
    for party, entries in orders.items():
        customer = party.id or 0
        if Part.MONEY in parts(session, member, customer):
            owed = owed_on(session, customer, max(entry.on for entry in entries))
            sums = [entry.amount for entry in entries if entry.amount]
            limit = credit_limit(session, customer)
            note = CreditNote(party.name, over_limit(limit, owed, sums), late(owed, today), _advice(limit, owed, today))
            if note:
                yield note


def _advice(limit: Money | None, owed: list[Owed], today: date) -> str:
    """Only what stands in the way of an order; the rest is for the card of scores."""
    currencies = {limit.currency} if limit else {one.sum.currency for one in owed}
    advised = {
        credit_advice(Credit(debt(owed, today, currency), limit, Money(0, currency))).advice for currency in currencies
    }
    return next((one.value for one in (Advice.PREPAY, Advice.HOLD) if one in advised), "")


def credit_limit(session: Session, customer: int) -> Money | None:
    """As somebody said it last; None: none is set."""
    fact = newest(session, About(customer), "credit_limit")
    try:
        return money_of(fact.value) if fact and fact.value else None
    except ValueError:
        return None


def owed_on(session: Session, customer: int, until: date) -> list[Owed]:
    """What was open when the order came; its own invoice, which is written later, is none of it."""
    rows = select(ReceivableRow).where(
        col(ReceivableRow.customer_id) == customer, col(ReceivableRow.live), col(ReceivableRow.open_minor) > 0
    )
    issued = rows.where(col(ReceivableRow.issued_day).is_(None) | (col(ReceivableRow.issued_day) <= until))
    return [Owed(Money(row.open_minor, row.currency), row.due_day) for row in session.exec(issued)]

"""Names for what a telling keeps by id: the customers that are values of a field."""

from dataclasses import replace

from sqlmodel import Session

from sales.card_views import WholeCard
from sales.customers import short_code
from sales.fields import Field, FieldKind
from sales.known import Known
from sales.people import Member
from sales.tellings import Fact, Telling
from storage.cards.visibility import seen_of
from storage.tables.customers import CustomerRow

REFERRED_BY = "referred_by"


def with_names(session: Session, told: Telling) -> Telling:
    """As it is shown: who referred a customer stands there by name."""
    if not any(fact and fact.field == REFERRED_BY for fact in told.facts):
        return told
    return replace(told, facts=tuple(_named(session, fact) for fact in told.facts))


def _named(session: Session, fact: Fact | None) -> Fact | None:
    if fact is None or fact.field != REFERRED_BY:
        return fact
    return replace(fact, value=customer_name(session, fact.value))


def with_referrer(session: Session, member: Member, card: WholeCard) -> WholeCard:
    """The card with the name of whoever referred the customer; with the code of one whom the member may not see."""
    return replace(card, fields=tuple((field, by_name(session, member, field, known)) for field, known in card.fields))


def by_name(session: Session, member: Member, field: Field, values: tuple[Known, ...]) -> tuple[Known, ...]:
    """Values of a field that are customers by their names, or by the code of those whom the member may not see."""
    if field.kind is not FieldKind.CUSTOMER:
        return values
    return tuple(replace(known, value=_name_for(session, member, known.value)) for known in values)


def _name_for(session: Session, member: Member, value: str) -> str:
    row = session.get(CustomerRow, int(value)) if value.isdecimal() and value.isascii() else None
    if row is None:
        return value
    return row.name if seen_of(member, row) else short_code(row.id or 0)


def customer_name(session: Session, value: str) -> str:
    """The name of the customer with this id; a name that is on no record stays as it is."""
    row = session.get(CustomerRow, int(value)) if value.isdecimal() and value.isascii() else None
    return row.name if row else value

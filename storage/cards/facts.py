"""Sets, confirms and takes back what is known of customers and of the people there; the rows show the newest of it."""

from sqlmodel import Session, col, select

from sales.field_values import Customs, Refusal, read_value
from sales.fields import NAMES, Field
from sales.hands import Hand
from sales.kinds import Calendar
from sales.known import About, Statement
from sales.tellings import Source
from storage.cards.custom_fields import field_named
from storage.cards.shown_columns import is_about, keep_what_stands, newest, show
from storage.company.audit import Subject, note
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow

_CANONICAL = Customs("ZZ", "XXX")
"""What is canonical names its country and currency."""


class NoValueError(ValueError):
    """What was to be set is no canonical value of the field; `refusal` says why."""

    def __init__(self, field: str, refusal: Refusal) -> None:
        super().__init__(f"{field}: {refusal}")
        self.refusal = refusal


class NoFieldError(LookupError):
    """There is no such field."""


def set_fact(session: Session, said: Statement, *, of: About, by: Hand) -> int | None:
    """Put a canonical value on record and return the fact's id; None: it was known, and is confirmed now."""
    field, row = _field(session, said.field), _row(session, of)
    value, calendar = _checked(field, said)
    keep_what_stands(session, row, field)
    old, there = newest(session, of, field.name), _same(session, of, field, value)
    if there is not None and (field.many or there is old):
        there.confirmed_at = by.now
        session.add(there)
        session.flush()
        return None
    if not value and old is None:
        return None
    fact = fact_row(of, Statement(field.name, value, calendar, said.source), by)
    session.add(fact)
    show(session, row, field)
    if said.source is Source.BUTTON:
        _note(session, of, by, f"{field.name}: {old.value if old else ''} → {value}")
    return fact.id


def _field(session: Session, name: str) -> Field:
    field = field_named(session, name)
    if field is None:
        raise NoFieldError(name)
    return field


def _row(session: Session, of: About) -> CustomerRow | ContactRow:
    return session.get_one(ContactRow, of.contact) if of.contact else session.get_one(CustomerRow, of.customer)


def _checked(field: Field, said: Statement) -> tuple[str, Calendar | None]:
    if not said.value and not field.many and field.name not in NAMES:
        return "", None
    read = read_value(field, said.value, _CANONICAL)
    if isinstance(read, Refusal):
        raise NoValueError(field.name, read)
    return read.text, said.calendar or read.calendar


def fact_row(of: About, said: Statement, by: Hand) -> FactRow:
    """The row of a value that is canonical already."""
    return FactRow(
        customer_id=of.customer,
        contact_id=of.contact,
        field=said.field,
        value=said.value,
        calendar=said.calendar,
        source=said.source,
        member_id=by.member,
        at=by.now,
    )


def _same(session: Session, of: About, field: Field, value: str) -> FactRow | None:
    said = select(FactRow).where(is_about(of), col(FactRow.field) == field.name, col(FactRow.live))
    same = said.where(col(FactRow.value) == value).order_by(col(FactRow.at).desc(), col(FactRow.id).desc())
    return session.exec(same.limit(1)).first()


def confirm(session: Session, field: str, *, of: About, by: Hand) -> bool:
    """It still holds; False: there is nothing to confirm."""
    keep_what_stands(session, _row(session, of), _field(session, field))
    fact = newest(session, of, field)
    if fact is None or not fact.value:
        return False
    fact.confirmed_at = by.now
    session.add(fact)
    session.flush()
    return True


def turn(session: Session, fact: int, *, live: bool, by: Hand) -> bool:
    """Take a fact back, or put it on record again, with all that say the same; False: it is so already."""
    row = session.get_one(FactRow, fact)
    if row.live is live:
        return False
    of, field = About(row.customer_id, row.contact_id), _field(session, row.field)
    for alike in _alike(session, row, field, of) if not live else (row,):
        alike.live = live
        session.add(alike)
    show(session, _row(session, of), field)
    _note(session, of, by, f"{field.name}: {'+' if live else '-'} {row.value}")
    return True


def _alike(session: Session, row: FactRow, field: Field, of: About) -> list[FactRow]:
    """Of a field with several values whoever takes one away means it, however often it was told."""
    if not field.many:
        return [row]
    said = select(FactRow).where(is_about(of), col(FactRow.field) == field.name, col(FactRow.live))
    return list(session.exec(said.where(col(FactRow.value) == row.value)))


def _note(session: Session, of: About, by: Hand, words: str) -> None:
    subject = Subject("contact", of.contact) if of.contact else Subject("customer", of.customer)
    note(session, f"{subject.kind}.changed", subject, by, words=words)


def keep_told(session: Session, of: About, name: str) -> None:
    """Before a message tells a field by other means than `set_fact`: what the row says without a fact is kept."""
    field = field_named(session, name)
    if field is not None:
        keep_what_stands(session, _row(session, of), field)


def show_field(session: Session, of: About, name: str) -> None:
    """After facts of a field were written by other means than `set_fact`: the row shows the newest of them."""
    field = field_named(session, name)
    if field is not None:
        show(session, _row(session, of), field)

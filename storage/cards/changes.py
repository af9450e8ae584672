"""What can be changed on a card, and the echo of what was changed by hand."""

from datetime import date

from sqlmodel import Session, col, select

from sales.birthdays import next_birthday
from sales.card_views import Change, Editing
from sales.fields import FIELDS, NAMES, Field, Of
from sales.known import About, Known
from sales.people import Member
from sales.rights import may_change, part_of_field, parts_of
from storage.cards.custom_fields import custom_fields, field_named
from storage.cards.known_facts import as_known, known
from storage.cards.shown_columns import is_about
from storage.cards.visibility import whose
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.facts import FactRow

_NAMES = {Of.CUSTOMER: NAMES["name"], Of.CONTACT: NAMES["contact_name"]}


def name_of(session: Session, member: Member, about: About) -> str | None:
    """What the customer or person is called; None: they are not the member's to change."""
    row = session.get(CustomerRow, about.customer)
    if row is None or row.withdrawn or not may_change(member, whose(row)):
        return None
    if about.contact is None:
        return row.name
    person = session.get(ContactRow, about.contact)
    return person.name if person and person.customer_id == row.id and not person.withdrawn else None


def editing(session: Session, member: Member, about: About, *, field: str | None = None) -> Editing | None:
    """The fields to choose from, or one with what is known of it; None: it is not the member's to change."""
    name = name_of(session, member, about)
    if name is None:
        return None
    fields = _fields(session, member, about)
    chosen = next((one for one in fields if one.name == field), None)
    if chosen is None:
        return Editing(about, name, fields)
    return Editing(about, name, fields, chosen, _values(session, about, chosen))


def _fields(session: Session, member: Member, about: About) -> tuple[Field, ...]:
    """Those whose part of the card the member may see, the name first and the company's own last."""
    row = session.get_one(CustomerRow, about.customer)
    parts = parts_of(member, whose(row))
    of = Of.CONTACT if about.contact else Of.CUSTOMER
    ours = [field for field in FIELDS.values() if field.of is of and part_of_field(field.name) in parts]
    own = custom_fields(session) if of is Of.CUSTOMER else ()
    return (_NAMES[of], *ours, *own)


def _values(session: Session, about: About, field: Field) -> tuple[Known, ...]:
    """What is known of it; what only stands on the row is shown, too, until a fact takes its place."""
    facts = tuple(fact for fact in known(session, about) if fact.field == field.name)
    if facts or field.column is None:
        return facts
    row = session.get_one(ContactRow, about.contact) if about.contact else session.get_one(CustomerRow, about.customer)
    shown = getattr(row, field.column)
    value = {True: "yes", False: "no"}[shown] if isinstance(shown, bool) else shown
    since = session.get_one(CustomerRow, about.customer).created_at
    return (Known(field.name, str(value), since),) if value else ()


def newest_fact(session: Session, member: Member, about: About, *, field: str) -> int | None:
    """The fact of a field that was put on record last."""
    if name_of(session, member, about) is None:
        return None
    facts = select(FactRow.id).where(is_about(about), col(FactRow.field) == field)
    return session.exec(facts.order_by(col(FactRow.id).desc()).limit(1)).first()


def change(session: Session, member: Member, fact: int, *, today: date) -> Change | None:
    """The fact as the echo of a change by hand tells it; None: it is not the member's to see any more."""
    row = session.get(FactRow, fact)
    about = About(row.customer_id, row.contact_id) if row else None
    name = name_of(session, member, about) if about else None
    field = field_named(session, row.field) if row else None
    if row is None or about is None or name is None or field is None:
        return None
    calendar = as_known(row).calendar
    coming = next_birthday(row.value, calendar, today) if field.name == "birthday" and row.value else None
    before = None if field.many else _before(session, about, row)
    return Change(about, name, field, as_known(row), before, undone=not row.live, next=coming)


def _before(session: Session, about: About, fact: FactRow) -> Known | None:
    older = select(FactRow).where(
        is_about(about), col(FactRow.field) == fact.field, col(FactRow.live), col(FactRow.at) <= fact.at
    )
    newest = older.where(col(FactRow.id) != fact.id).order_by(col(FactRow.at).desc(), col(FactRow.id).desc())
    row = session.exec(newest.limit(1)).first()
    return as_known(row) if row and row.value else None

"""The people at a customer: the first few, a page of them, and one with all that is known."""

from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from sales.birthdays import next_birthday
from sales.card_views import People, PersonCard
from sales.customers import Contact, same_person
from sales.fields import FIELDS, Of
from sales.kinds import Calendar
from sales.known import About, Known
from sales.people import Member
from sales.rights import Part, may_change, part_of_field
from storage.cards.customers import as_customer
from storage.cards.known_facts import known
from storage.cards.visibility import seen_of, whose
from storage.tables.customers import ContactRow, CustomerRow


def first_of(session: Session, customer: int, *, most: int) -> tuple[tuple[Contact, ...], int]:
    """The first people of a customer that the caller has found, and how many there are."""
    return _page(session, customer, first=0, size=most)


def _page(session: Session, customer: int, *, first: int, size: int) -> tuple[tuple[Contact, ...], int]:
    there = select(ContactRow, func.count().over()).where(
        col(ContactRow.customer_id) == customer, col(ContactRow.withdrawn).is_(False)
    )
    rows = session.exec(there.order_by(col(ContactRow.id)).offset(first).limit(size)).all()
    return tuple(as_contact(row) for row, _ in rows), rows[0][1] if rows else 0


def as_contact(row: ContactRow) -> Contact:
    calendar = Calendar(row.calendar) if row.calendar else None
    return Contact(
        id=row.id or 0,
        name=row.name,
        phone=row.phone,
        email=row.email,
        birthday=row.birthday,
        calendar=calendar,
        title=row.title,
        role=row.role,
        greetings=row.greetings,
    )


def people(session: Session, member: Member, customer: int, *, page: int, size: int) -> People | None:
    """A page of the people there, as far as the member may see them."""
    row = session.get(CustomerRow, customer)
    if row is None or Part.CONTACTS not in seen_of(member, row):
        return None
    contacts, total = _page(session, customer, first=(page - 1) * size, size=size)
    if not contacts and page > 1:
        return people(session, member, customer, page=1, size=size)
    pages = max(1, -(-total // size))
    return People(as_customer(row), page, pages, total, contacts, changes=may_change(member, whose(row)))


def person(session: Session, member: Member, contact: int, *, today: date) -> PersonCard | None:
    """A person with all that is known of them, as far as the member may see it."""
    there = session.get(ContactRow, contact)
    row = session.get(CustomerRow, there.customer_id) if there and there.merged_into_id is None else None
    parts = seen_of(member, row) if row else frozenset()
    if there is None or row is None or Part.CONTACTS not in parts:
        return None
    facts = (*known(session, About(row.id or 0, contact)), *on_the_row(as_contact(there), since=row.created_at))
    fields = [field for field in FIELDS.values() if field.of is Of.CONTACT and part_of_field(field.name) in parts]
    filled = ((field, _values(facts, field.name, many=field.many)) for field in fields)
    shown = as_contact(there)
    return PersonCard(
        customer=as_customer(row),
        contact=shown,
        fields=tuple((field, values) for field, values in filled if values),
        next=next_birthday(shown.birthday, shown.calendar, today) if shown.birthday else None,
        changes=may_change(member, whose(row)),
        removed=there.withdrawn,
    )


def named(session: Session, member: Member, customer: int, *, name: str) -> int | None:
    """The number of the person of that name at a customer whose people the member may see."""
    row = session.get(CustomerRow, customer)
    if row is None or Part.CONTACTS not in seen_of(member, row):
        return None
    there = select(ContactRow).where(col(ContactRow.customer_id) == customer, col(ContactRow.withdrawn).is_(False))
    rows = session.exec(there.order_by(col(ContactRow.id))).all()
    return next((one.id for one in rows if same_person(one.name, name)), None)


def _values(facts: tuple[Known, ...], field: str, *, many: bool) -> tuple[Known, ...]:
    """What stands on the row counts where there is no fact that says the same."""
    found = [fact for fact in facts if fact.field == field]
    each = {fact.value: fact for fact in reversed(found)}
    return tuple(fact for fact in found if each[fact.value] is fact)[: None if many else 1]


def on_the_row(contact: Contact, *, since: datetime) -> tuple[Known, ...]:
    """What stands on a person's row, as facts that nobody told."""
    texts = {"title": contact.title, "phone": contact.phone, "email": contact.email, "birthday": contact.birthday}
    texts |= {"role": contact.role, "greetings": None if contact.greetings else "no"}
    return tuple(
        Known(name, value, since, contact=contact.id, calendar=contact.calendar if name == "birthday" else None)
        for name, value in texts.items()
        if value
    )

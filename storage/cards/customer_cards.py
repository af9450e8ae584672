"""The customer card: what it shows on one screen is read in a few statements, however much stands behind it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, text
from sqlmodel import Session, col, select

from sales.birthdays import next_birthday
from sales.card_views import CustomerCard, OpenComplaint, OrdersSoFar, Overdue, WholeCard
from sales.customers import Contact
from sales.fields import FIELDS, Of
from sales.freshness import Gap, gaps
from sales.kinds import Calendar, Kind
from sales.known import About, Known
from sales.money import Money
from sales.people import Member
from sales.rights import Part, may_change, part_of_field
from sales.tellings import Entry, Party
from sales.views import AgendaLine, BirthdayLine
from storage.cards import people_there
from storage.cards.custom_fields import all_fields
from storage.cards.customers import as_customer
from storage.cards.history import as_entry, latest
from storage.cards.known_facts import known, known_of_card
from storage.cards.names import aliases_of
from storage.cards.people_there import on_the_row
from storage.cards.visibility import seen_of, whose
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.dealings import ReceivableRow
from storage.tables.followups import FollowUpRow
from storage.tables.foresight import CustomerFiguresRow
from storage.tables.people import MemberRow
from storage.tables.tellings import ComplaintRow, EntryRow

ENTRIES, PEOPLE, PLANS = 5, 5, 5
"""How many of each the card shows."""
_MOST_BIRTHDAYS = 200
_RHYTHM = 3
"""Fewer orders show none."""
# Spelled out, so that SQLite sees that its indexes of what is open serve.
_OPEN_PLAN, _OPEN_COMPLAINT = text("follow_up.state = 'open'"), text("complaint.state <> 'closed'")


def card(session: Session, member: Member, customer_id: int, *, today: date | None = None) -> CustomerCard | None:
    """The customer as far as the member may see it; None: not at all."""
    row = session.get(CustomerRow, customer_id)
    parts = seen_of(member, row) if row else frozenset()
    if row is None or not parts:
        return None
    day = today or date.min
    owner = session.get(MemberRow, row.owner_id) if row.owner_id else None
    entries = latest(session, row, parts, size=ENTRIES)
    contacts, people = people_there.first_of(session, customer_id, most=PEOPLE) if Part.CONTACTS in parts else ((), 0)
    plans, planned = _plans(session, row) if Part.PLANS in parts else ((), 0)
    complaint, complaints = _complaint(session, row) if Part.COMPLAINTS in parts else (None, 0)
    return CustomerCard(
        customer=as_customer(row),
        owner=owner.name if owner else None,
        grade=row.grade if Part.FACTS in parts else None,
        contacts=contacts,
        people=people,
        entries=entries,
        ordered=_ordered(session, customer_id, entries) if Part.MONEY in parts else None,
        open=plans,
        plans=planned,
        complaint=complaint,
        complaints=complaints,
        overdue=_overdue(session, customer_id, day) if Part.MONEY in parts else (),
        birthday=_birthday(session, row, day) if Part.BIRTHDAYS in parts else None,
        gaps=_gaps(session, row, _main(contacts, entries), day) if Part.FACTS in parts else (),
        changes=may_change(member, whose(row)),
    )


def _plans(session: Session, customer: CustomerRow) -> tuple[tuple[AgendaLine, ...], int]:
    waiting = select(FollowUpRow, func.count().over()).where(col(FollowUpRow.customer_id) == customer.id, _OPEN_PLAN)
    soonest = waiting.order_by(col(FollowUpRow.day).nulls_last(), col(FollowUpRow.id)).limit(PLANS)
    rows = session.exec(soonest).all()
    lines = (AgendaLine(row.id or 0, customer.name, row.action, row.day, row.at) for row, _ in rows)
    return tuple(lines), rows[0][1] if rows else 0


def _complaint(session: Session, customer: CustomerRow) -> tuple[OpenComplaint | None, int]:
    standing = (
        select(ComplaintRow, EntryRow, func.count().over())
        .join(EntryRow, col(EntryRow.id) == col(ComplaintRow.entry_id))
        .where(col(ComplaintRow.customer_id) == customer.id, _OPEN_COMPLAINT, col(EntryRow.live))
    )
    waiting = standing.order_by(col(ComplaintRow.answer_by).is_(None), col(ComplaintRow.raised).desc())
    newest = waiting.order_by(col(EntryRow.on_day).desc(), col(EntryRow.id).desc()).limit(1)
    found = session.exec(newest).first()
    if found is None:
        return None, 0
    row, entry, count = found
    told = as_entry(session, entry, Party(customer.name, customer.id))
    late = row.answer_by if row.raised else None
    return OpenComplaint(told, row.promised_day, late, resolved=row.state == "resolved"), count


def _ordered(session: Session, customer: int, entries: Sequence[Entry]) -> OrdersSoFar | None:
    """Orders that only the books know, or that are older than what is shown."""
    figures = session.get(CustomerFiguresRow, customer)
    if figures is None or figures.last_order is None:
        return None
    if any(entry.kind is Kind.ORDER and entry.on == figures.last_order for entry in entries):
        return None
    rhythm = figures.usual_gap if figures.orders >= _RHYTHM else None
    return OrdersSoFar(figures.orders, figures.last_order, max(round(rhythm), 1) if rhythm else 0)


def _overdue(session: Session, customer: int, today: date) -> tuple[Overdue, ...]:
    late = (
        select(
            ReceivableRow.currency,
            func.sum(ReceivableRow.open_minor),
            func.count(),
            func.min(ReceivableRow.due_day),
        )
        .where(
            col(ReceivableRow.customer_id) == customer,
            col(ReceivableRow.due_day) < today,
            col(ReceivableRow.live),
            col(ReceivableRow.open_minor) > 0,
        )
        .group_by(col(ReceivableRow.currency))
        .order_by(col(ReceivableRow.currency))
    )
    return tuple(
        Overdue(Money(int(total), currency), invoices, since or today)
        for currency, total, invoices, since in session.exec(late)
    )


def _birthday(session: Session, customer: CustomerRow, today: date) -> BirthdayLine | None:
    """Whose birthday comes next, of those who want to be greeted."""
    told = select(ContactRow).where(
        col(ContactRow.customer_id) == customer.id,
        col(ContactRow.withdrawn).is_(False),
        col(ContactRow.birthday).is_not(None),
        col(ContactRow.greetings),
    )
    coming = [
        BirthdayLine(day, row.name, customer.name)
        for row in session.exec(told.limit(_MOST_BIRTHDAYS))
        if (day := next_birthday(row.birthday or "", Calendar(row.calendar) if row.calendar else None, today))
    ]
    return min(coming, key=lambda line: (line.day, line.name), default=None)


def _gaps(session: Session, row: CustomerRow, main: Contact | None, today: date) -> tuple[Gap, ...]:
    """`main` is the person that matters most."""
    person = on_the_row(main, since=row.created_at) if main else ()
    facts = (*_with_columns(row, known_of_card(session, row.id or 0)), *person)
    return gaps(facts, main.id if main else None, today)


def _main(contacts: Sequence[Contact], entries: Sequence[Entry]) -> Contact | None:
    """The one met last, as far as the card shows it; else the one on record first."""
    met = [name for entry in entries for name in entry.contacts]
    return next((one for name in met for one in contacts if one.name == name), next(iter(contacts), None))


def _with_columns(row: CustomerRow, facts: tuple[Known, ...]) -> tuple[Known, ...]:
    """What only stands on the customer's row is known, too."""
    told = {fact.field for fact in facts if fact.contact is None}
    columns = [field for field in FIELDS.values() if field.of is Of.CUSTOMER and field.column]
    silent = [field for field in columns if field.name not in told and getattr(row, field.column or "")]
    return (*facts, *(Known(field.name, getattr(row, field.column or ""), row.created_at) for field in silent))


def whole(session: Session, member: Member, customer_id: int) -> WholeCard | None:
    """Everything that is known of the customer itself, as far as the member may see it."""
    row = session.get(CustomerRow, customer_id)
    parts = seen_of(member, row) if row else frozenset()
    if row is None or not parts:
        return None
    facts = _with_columns(row, known(session, About(customer_id)))
    # What persons have is told of the customer itself, too: the number of its front desk.
    fields = [field for field in all_fields(session).values() if part_of_field(field.name) in parts]
    filled = ((field, tuple(fact for fact in facts if fact.field == field.name)) for field in fields)
    return WholeCard(
        as_customer(row),
        tuple((field, values) for field, values in filled if values),
        aliases_of(session, row),
        charted=not parts.isdisjoint({Part.MONEY, Part.ENTRIES}),
        changes=may_change(member, whose(row)),
        scores=Part.FACTS in parts,
    )

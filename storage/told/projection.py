"""Brings the rows on the cards in line with what a telling says: slot by slot, so that ids stay what they were."""

from dataclasses import replace
from datetime import datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from sales.care.recurrence import anchored
from sales.field_values import NUMBERS_OF, Customs, Value, read_value
from sales.kinds import CONTACTS
from sales.known import About
from sales.tellings import Entry, Fact, FollowUp, Source, Telling
from storage.cards.custom_fields import field_named
from storage.cards.facts import keep_told, show_field
from storage.cards.parties import contact_of
from storage.cards.touching import keep_touched
from storage.care.planning.visits import plan_visits
from storage.company.company_settings import phone_region
from storage.complaints.told import project_complaints
from storage.dealings.agreements import project_agreements
from storage.dealings.told_deals import project_deals
from storage.figures.keeping import COUNTED, keep_figures
from storage.plans.giving import give
from storage.tables.facts import FactRow
from storage.tables.followups import FollowUpRow
from storage.tables.people import MemberRow
from storage.tables.tellings import EntryContactRow, EntryRow, ItemRow, TellingRow

Row = TypeVar("Row", EntryRow, FollowUpRow, FactRow)


Moments = tuple[datetime, time | None]
"""Now, and the local time of reminders; None (undo, redo) leaves every planned moment as it was."""


def project(session: Session, row: TellingRow, told: Telling, *, before: Telling, at: Moments) -> None:
    """Write what is told now.

    `before` is the last state: a follow-up whose day did not change since keeps the moment to which it was snoozed.
    """
    now, remind_at = at
    _project_entries(session, row, told.entries)
    answers = project_complaints(session, row, told, now)
    _project_follow_ups(session, row, _without(told, answers), before, remind_at)
    _plan_visits(session, row, told, now)
    _project_facts(session, row, told.facts)
    project_agreements(session, row, told.agreements)
    project_deals(session, row, told.entries)
    session.flush()


def _slots(session: Session, kind: type[Row], row: TellingRow) -> dict[int, Row]:
    """The rows that the telling has already; one that was just made has none, and is not asked for them."""
    if row.is_new:
        return {}
    return {slot.slot or 0: slot for slot in session.exec(select(kind).where(col(kind.telling_id) == row.id))}


def _project_entries(session: Session, row: TellingRow, entries: tuple[Entry | None, ...]) -> None:
    rows = _slots(session, EntryRow, row)
    touched = {gone.customer_id for gone in rows.values()}
    for gone in rows.values():
        gone.live = False
    written = [
        (rows.get(slot) or _new_entry(row, slot, entry), entry)
        for slot, entry in enumerate(entries)
        if entry is not None
    ]
    fresh = {id(target) for target, _ in written if target.id is None}
    for target, entry in written:
        _write_entry(target, entry)
        session.add(target)
    session.flush()
    for target, entry in written:
        _write_around(session, row, target, entry, fresh=id(target) in fresh)
    told = {target.customer_id for target, entry in written if rows or entry.kind in CONTACTS}
    keep_touched(session, touched | told)
    counted = {target.customer_id for target, entry in written if rows or entry.kind in COUNTED}
    keep_figures(session, touched | counted)


def _new_entry(row: TellingRow, slot: int, entry: Entry) -> EntryRow:
    return EntryRow(
        telling_id=row.id or 0,
        slot=slot,
        member_id=row.member_id,
        kind=entry.kind,
        on_day=entry.on,
        moment=row.said_at,
        zone=row.zone,
        text=entry.text,
    )


def _write_entry(target: EntryRow, entry: Entry) -> None:
    target.kind, target.on_day, target.text, target.live = entry.kind, entry.on, entry.text, True
    target.customer_id = entry.customer.id if entry.customer else None
    target.amount_minor = entry.amount.minor if entry.amount else None
    target.currency = entry.amount.currency if entry.amount else None
    target.category, target.severity, target.sentiment = entry.category, entry.severity, entry.sentiment
    target.attempt = entry.attempt


def _write_around(session: Session, row: TellingRow, target: EntryRow, entry: Entry, *, fresh: bool) -> None:
    """People and items; around an entry that was just made there is nothing to look for."""
    if not fresh or entry.contacts:
        _write_people(session, row, target, entry, there={} if fresh else _took_part(session, target))
    if not fresh or entry.items:
        _write_items(session, target, entry)


def _took_part(session: Session, target: EntryRow) -> dict[int, EntryContactRow]:
    links = session.exec(select(EntryContactRow).where(col(EntryContactRow.entry_id) == target.id))
    return {link.contact_id: link for link in links}


def _write_people(
    session: Session, row: TellingRow, target: EntryRow, entry: Entry, *, there: dict[int, EntryContactRow]
) -> None:
    customer = target.customer_id
    names = entry.contacts if customer else ()
    wanted = {contact_of(session, customer or 0, name, telling=row.id or 0).id or 0 for name in names}
    for contact in there.keys() - wanted:
        session.delete(there[contact])
    session.add_all(EntryContactRow(entry_id=target.id or 0, contact_id=contact) for contact in wanted - there.keys())


def _write_items(session: Session, target: EntryRow, entry: Entry) -> None:
    for old in session.exec(select(ItemRow).where(col(ItemRow.entry_id) == target.id)):
        session.delete(old)
    session.add_all(
        ItemRow(entry_id=target.id or 0, text=item.text, quantity=item.quantity, unit=item.unit) for item in entry.items
    )


def _without(told: Telling, answers: frozenset[int]) -> Telling:
    """What is told, without the follow-ups that are promises of a complaint: these have a clock of their own."""
    if not answers:
        return told
    plans = tuple(None if slot in answers else plan for slot, plan in enumerate(told.follow_ups))
    return replace(told, follow_ups=plans)


def _project_follow_ups(
    session: Session, row: TellingRow, told: Telling, before: Telling, remind_at: time | None
) -> None:
    rows = _slots(session, FollowUpRow, row)
    wanted = {slot: follow_up for slot, follow_up in enumerate(told.follow_ups) if follow_up}
    for slot in rows.keys() - wanted.keys():
        rows[slot].state = "undone" if rows[slot].state == "open" else rows[slot].state
    for slot, follow_up in wanted.items():
        target = rows.get(slot) or FollowUpRow(
            telling_id=row.id or 0, slot=slot, owner_id=row.member_id, action=follow_up.action
        )
        named = target.who
        _write_follow_up(target, follow_up)
        if target.id is None or target.who != named:
            give(session, target, teller=row.member_id)
        if remind_at is not None and not _same_moment(before, slot, follow_up):
            target.day, target.at = follow_up.day, follow_up.at
            target.due_at = follow_up.due(ZoneInfo(row.zone), remind_at, row.said_at)
        session.add(target)


def _plan_visits(session: Session, row: TellingRow, told: Telling, now: datetime) -> None:
    if any(plan and plan.purpose for plan in told.follow_ups):
        visits = select(FollowUpRow).where(col(FollowUpRow.telling_id) == row.id).order_by(col(FollowUpRow.id))
        plan_visits(session, session.exec(visits).all(), now)


def _write_follow_up(target: FollowUpRow, follow_up: FollowUp) -> None:
    target.customer_id = follow_up.customer.id if follow_up.customer else None
    target.action, target.who = follow_up.action, follow_up.who
    target.contacts = ", ".join(follow_up.contacts)
    target.rule = anchored(follow_up.repeats, follow_up.day) if follow_up.repeats and follow_up.day else None
    target.purpose = follow_up.purpose
    target.state = "open" if target.state == "undone" else target.state


def _same_moment(before: Telling, slot: int, now: FollowUp) -> bool:
    old = before.follow_ups[slot] if slot < len(before.follow_ups) else None
    return old is not None and (old.day, old.at, old.repeats) == (now.day, now.at, now.repeats)


def _project_facts(session: Session, row: TellingRow, facts: tuple[Fact | None, ...]) -> None:
    rows = _slots(session, FactRow, row)
    touched = {(fact.customer_id, fact.contact_id, fact.field) for fact in rows.values()}
    for gone in rows.values():
        gone.live = False
    for slot, fact in enumerate(facts):
        if fact is not None and fact.customer and fact.customer.id:
            target = rows.get(slot) or _new_fact(row, slot, fact)
            _write_fact(session, row, target, fact)
            touched.add((target.customer_id, target.contact_id, target.field))
    for customer, contact, name in sorted(touched, key=str):
        show_field(session, About(customer, contact), name)


def _new_fact(row: TellingRow, slot: int, fact: Fact) -> FactRow:
    return FactRow(
        telling_id=row.id,
        slot=slot,
        customer_id=0,
        field=fact.field,
        value=fact.value,
        source=Source.TEXT,
        member_id=row.member_id,
        at=row.said_at,
    )


def _write_fact(session: Session, row: TellingRow, target: FactRow, fact: Fact) -> None:
    """What is no canonical value is kept as it was told: nothing of a message is lost."""
    customer = (fact.customer.id if fact.customer else None) or 0
    contact = contact_of(session, customer, fact.contact, telling=row.id or 0).id if fact.contact else None
    field = field_named(session, fact.field)
    read = read_value(field, fact.value, _customs(session, row)) if field else None
    keep_told(session, About(customer, contact), fact.field)
    target.customer_id, target.contact_id = customer, contact
    target.field, target.live = fact.field, True
    target.value = read.text if isinstance(read, Value) else fact.value
    target.calendar = fact.calendar or (read.calendar if isinstance(read, Value) else None)
    session.add(target)


def _customs(session: Session, row: TellingRow) -> Customs:
    language = session.get_one(MemberRow, row.member_id).language
    return Customs(phone_region(session, zone=row.zone), "XXX", also=NUMBERS_OF.get(language, ""))

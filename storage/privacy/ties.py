"""Which rows are about a person for certain: the messages that told of them, and what was made of these."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Table, false
from sqlmodel import Session, col, select

from storage.privacy.persons import Person, Who
from storage.tables.customers import ContactRow
from storage.tables.events import EventRow
from storage.tables.facts import FactRow
from storage.tables.followups import FollowUpRow
from storage.tables.queues import InboxRow, OutboxRow
from storage.tables.tellings import EntryContactRow, EntryRow, TellingRow

Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """Ids of rows by what they are."""

    contacts: Ids = ()
    members: Ids = ()
    tellings: Ids = ()
    entries: Ids = ()
    events: Ids = ()
    inbox: Ids = ()
    outbox: Ids = ()

    def within(self, others: "Ties") -> bool:
        """Whether the others have all of these."""
        return all(set(getattr(self, one.name)) <= set(getattr(others, one.name)) for one in fields(self))


def ties_of(session: Session, person: Person) -> Ties:
    if person.who is Who.MEMBER:
        return Ties(members=person.ids)
    tellings = _tellings(session, person)
    entries = session.exec(select(EntryRow.id).where(col(EntryRow.telling_id).in_(tellings))).all()
    of_them = (col(EventRow.subject) == "contact") & col(EventRow.subject_id).in_(person.ids)
    events = session.exec(select(EventRow.id).where(of_them)).all()
    told = select(TellingRow.chat_id, TellingRow.message_id).where(col(TellingRow.id).in_(tellings))
    messages = {(chat, message) for chat, message in session.exec(told)}
    return Ties(
        contacts=person.ids,
        tellings=tellings,
        entries=_numbers(entries),
        events=_numbers(events),
        inbox=_inbox(session, messages),
        outbox=_outbox(session, messages),
    )


def tied(table: Table, ties: Ties) -> ColumnElement[bool]:
    """Whether a row of the table is about the person for certain."""
    known = {
        "contact": ("id", ties.contacts),
        "member": ("id", ties.members),
        "fact": ("contact_id", ties.contacts),
        "telling": ("id", ties.tellings),
        "telling_revision": ("telling_id", ties.tellings),
        "entry": ("telling_id", ties.tellings),
        "entry_item": ("entry_id", ties.entries),
        "follow_up": ("telling_id", ties.tellings),
        "opportunity": ("entry_id", ties.entries),
        "agreement": ("telling_id", ties.tellings),
        "event_detail": ("event_id", ties.events),
        "inbox": ("id", ties.inbox),
        "outbox": ("id", ties.outbox),
    }
    column, ids = known.get(table.name, ("", ()))
    return table.c[column].in_(ids) if ids else false()


def _tellings(session: Session, person: Person) -> Ids:
    """Messages in which the person took part, or that told something of them."""
    met = (
        select(EntryRow.telling_id)
        .join(EntryContactRow, col(EntryContactRow.entry_id) == col(EntryRow.id))
        .where(col(EntryContactRow.contact_id).in_(person.ids))
    )
    known = select(FactRow.telling_id).where(col(FactRow.contact_id).in_(person.ids))
    made = select(ContactRow.telling_id).where(col(ContactRow.id).in_(person.ids))
    customers = select(ContactRow.customer_id).where(col(ContactRow.id).in_(person.ids))
    planned = select(FollowUpRow.telling_id, FollowUpRow.contacts).where(col(FollowUpRow.customer_id).in_(customers))
    names = set(person.traces.names)
    meant = [telling for telling, contacts in session.exec(planned) if names & set(contacts.split(", "))]
    return _numbers([*session.exec(met), *session.exec(known), *session.exec(made), *meant])


def _numbers(found: Iterable[int | None]) -> Ids:
    return tuple(sorted({number for number in found if number is not None}))


def _outbox(session: Session, messages: set[tuple[int, int]]) -> Ids:
    """What was sent about these messages: echoes, questions, complaints."""
    kept = session.exec(select(OutboxRow.id, OutboxRow.facts)).yield_per(1000) if messages else ()
    return _numbers(key for key, facts in kept if (facts.get("chat"), facts.get("message")) in messages)


def _inbox(session: Session, messages: set[tuple[int, int]]) -> Ids:
    lanes = {chat for chat, _ in messages}
    here = select(InboxRow.id, InboxRow.lane, InboxRow.payload).where(
        col(InboxRow.lane).in_(lanes), col(InboxRow.payload).is_not(None)
    )
    return _numbers(key for key, lane, payload in session.exec(here) if (lane, _message(payload)) in messages)


def _message(payload: str | None) -> int | None:
    try:
        update: Any = json.loads(payload or "")
    except ValueError:
        return None
    parts = update.values() if isinstance(update, dict) else ()
    return next((part["message_id"] for part in parts if isinstance(part, dict) and "message_id" in part), None)

"""Empties the rows that are a person's own, and those that mean nobody but them."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, Table, cast, delete, or_, select, update
from sqlmodel import Session, SQLModel, col

from sales.tellings import Telling
from storage.privacy.persons import Person
from storage.privacy.ties import Ties
from storage.queues.queue import State
from storage.tables.tellings import RevisionRow
from storage.told.bodies import TELLINGS

_tables = SQLModel.metadata.tables
_EMPTIED = "…"
_CHATS = (("telling", "chat_id"), ("draft", "chat_id"), ("import_run", "chat_id"))
_LANES = ("inbox", "outbox", "job", "lease")
_STAND_IN_CHATS = -(10**15)
"""Telegram knows no chats down there."""


def empty_contact(session: Session, person: Person, ties: Ties) -> Counter[str]:
    """Name, numbers, birthday and all facts go; what was dealt with them stays under the stand-in."""
    fact, telling, revision = _tables["fact"], _tables["telling"], _tables["telling_revision"]
    gone = dict.fromkeys(("phone", "email", "birthday", "calendar", "title", "role"))
    told = select(fact.c.telling_id).where(fact.c.contact_id.in_(ties.contacts))
    personal = [key for key in session.connection().execute(told).scalars() if key is not None]
    changed = Counter(
        contact=_set(session, "contact", ties.contacts, {"name": person.stand_in, "withdrawn": True, **gone}),
        telling=_run(session, update(telling).where(telling.c.id.in_(personal)).values(text=_EMPTIED)),
        telling_revision=_run(
            session, update(revision).where(revision.c.telling_id.in_(personal)).values(text=_EMPTIED)
        ),
        fact=_run(session, delete(fact).where(fact.c.contact_id.in_(ties.contacts))),
        event_detail=_remove(session, "event_detail", "event_id", ties.events),
        outbox=_set(session, "outbox", ties.outbox, {"text": None}),
    )
    changed["telling_revision"] += _drop_facts(session, person, ties)
    changed["row_change"] += _forget_changes(session, ties.contacts)
    return changed


def empty_member(session: Session, person: Person, now: datetime) -> Counter[str]:
    """They are nobody in Telegram any more: their account, chat and name are gone, what they did stays."""
    stand_in = _STAND_IN_CHATS - person.id
    away = {"name": person.stand_in, "telegram_id": None, "chat_id": None, "active": False, "reachable": False}
    changed = Counter(member=_set(session, "member", person.ids, away))
    invitation, code_try, asked = _tables["invitation"], _tables["code_try"], _tables["asked"]
    by_them = invitation.c.used_by.in_(person.traces.numbers)
    changed["invitation"] += _run(session, update(invitation).where(by_them).values(used_by=None))
    changed["code_try"] += _run(session, delete(code_try).where(code_try.c.telegram_id.in_(person.traces.numbers)))
    changed["asked"] += _run(session, delete(asked).where(asked.c.member_id.in_(person.ids)))
    _hold_back(session, person, now)
    for name, column in (*_CHATS, *((lane, "lane") for lane in _LANES)):
        table = _tables[name]
        theirs = table.c[column].in_(person.traces.numbers)
        changed[name] += _run(session, update(table).where(theirs).values({column: stand_in}))
    return changed


def _hold_back(session: Session, person: Person, now: datetime) -> None:
    """What waits for them is never sent."""
    outbox = _tables["outbox"]
    waiting = outbox.c.lane.in_(person.traces.numbers) & outbox.c.state.in_([State.PENDING, State.UNCERTAIN])
    _run(session, update(outbox).where(waiting).values(state=State.WITHDRAWN, settled_at=now))


def _drop_facts(session: Session, person: Person, ties: Ties) -> int:
    """A revision that is turned back to must not bring a birthday back."""
    rows = session.connection().execute(
        select(_tables["telling_revision"].c.id, _tables["telling_revision"].c.body).where(
            col(RevisionRow.telling_id).in_(ties.tellings)
        )
    )
    changed = 0
    for key, body in rows.all():
        told = TELLINGS.read(body)
        without = _without(told, person.stand_in)
        if without != told:
            changed += _set(session, "telling_revision", (key,), {"body": TELLINGS.write(without)})
    return changed


def _without(told: Telling, stand_in: str) -> Telling:
    facts = tuple(None if fact and fact.contact == stand_in else fact for fact in told.facts)
    return replace(told, facts=facts)


def _forget_changes(session: Session, contacts: Iterable[int]) -> int:
    """What their row and their facts were before a merge or an import is not to come back by undoing it."""
    table, wanted = _tables["row_change"], set(contacts)
    rows = session.connection().execute(select(table).where(_perhaps_of(table, wanted)))
    theirs = [row for row in rows.mappings() if _is_of(row["table_name"], row, wanted)]
    for row in theirs:
        values = {side: _numbers_only(row[side]) for side in ("before", "after")}
        _set(session, "row_change", (row["id"],), values)
    return len(theirs)


def _perhaps_of(table: Table, contacts: Iterable[int]) -> ColumnElement[bool]:
    """A list of thousands is not read as a whole: the database leaves out what cannot be theirs."""
    before = cast(table.c.before, String)
    keys = cast(table.c.row_key, String).in_([json.dumps([key]) for key in contacts])
    facts = or_(*(before.like(f'%"contact_id":%{key}%') for key in contacts))
    return (table.c.table_name == "contact") & keys | (table.c.table_name == "fact") & facts


def _is_of(table: str, row: Any, contacts: set[int]) -> bool:  # noqa: ANN401 - a row's mapping
    """A fact's change says whose it is only where the fact was removed."""
    if table == "contact":
        return row["row_key"][0] in contacts
    return (row["before"] or {}).get("contact_id") in contacts


def _numbers_only(columns: dict[str, Any] | None) -> dict[str, Any] | None:
    return columns and {name: None if isinstance(value, str) else value for name, value in columns.items()}


def _set(session: Session, name: str, keys: Iterable[int], values: dict[str, Any]) -> int:
    table = _tables[name]
    counted = {"version": table.c.version + 1} if "version" in table.c else {}
    return _run(session, update(table).where(_key(table).in_(tuple(keys))).values({**values, **counted}))


def _remove(session: Session, name: str, column: str, keys: Iterable[int]) -> int:
    table = _tables[name]
    return _run(session, delete(table).where(table.c[column].in_(tuple(keys))))


def _key(table: Table) -> ColumnElement[Any]:
    return next(iter(table.primary_key.columns))


def _run(session: Session, statement: Any) -> int:  # noqa: ANN401 - an update or a delete
    return int(session.connection().execute(statement).rowcount)

"""How long erasing a person takes among 500,000 messages of 100,000 customers, and how long others wait to write."""

import asyncio
import json
import random
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

from sqlalchemy import insert
from sqlmodel import SQLModel

from benchmarks.filled_store import measure_filled
from bot.erasing_in_steps import erase_in_steps
from sales.hands import Hand
from storage.bulk import in_parts, table_of
from storage.privacy.persons import Who, person
from storage.store import Session, Store
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.queues import OutboxRow
from storage.tables.tellings import EntryContactRow, EntryRow, RevisionRow, TellingRow
from tests.people.company import found_company

CUSTOMERS = 100_000
MESSAGES = 500_000
MOST_MS = 1_000
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
_PART = 20_000
Row = dict[str, Any]


class Waits:
    """Writes one small thing after the other for as long as the erasing takes: what everybody else would feel."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.longest = 0.0

    async def run(self) -> None:
        while True:
            start = perf_counter()
            await self._store.write(lambda session: session.get(CustomerRow, 1))
            self.longest = max(self.longest, perf_counter() - start)
            await asyncio.sleep(0.01)


def main() -> None:
    measure_filled(_fill, _measure)


async def _measure(store: Store) -> None:
    found = await store.read(lambda session: person(session, Who.CONTACT, 1))
    assert found is not None
    waits = Waits(store)
    others, start = asyncio.create_task(waits.run()), perf_counter()
    changed = await erase_in_steps(store, found, Hand(None, NOW))
    took, longest = perf_counter() - start, waits.longest * 1000
    others.cancel()
    print(f"{CUSTOMERS:,} customers, {MESSAGES:,} messages: erased from {changed.total()} places in {took:.1f} s")
    print(f"the longest that another write waited meanwhile: {longest:.0f} ms")
    assert longest < MOST_MS, f"others may wait {MOST_MS} ms at most"


def _fill(session: Session) -> None:
    company, chance = found_company(session), random.Random(1)  # noqa: S311 - invented messages
    anna, team = company.members["Anna"], company.teams["East"]
    names = [f"{_word(chance)} {_word(chance)} Ltd" for _ in range(CUSTOMERS)]
    people = ["Sarah Quincey", *(f"{_word(chance)} {_word(chance)}{n % 97}" for n in range(1, CUSTOMERS))]
    owned = {"owner_id": anna, "team_id": team, "created_at": NOW, "withdrawn": False, "version": 1}
    kinds = {"relation": "direct", "form": "company", "stage": "active"}
    _put(session, CustomerRow, ({"id": n, "name": name, **owned, **kinds} for n, name in enumerate(names, 1)))
    there = {"greetings": True, "withdrawn": False, "version": 1}
    rows = (
        {"id": n, "customer_id": n, "name": name, "phone": f"+659{n:07}", **there} for n, name in enumerate(people, 1)
    )
    _put(session, ContactRow, rows)
    for start in range(1, MESSAGES, _PART):
        said = [Message(number, chance.randrange(CUSTOMERS), anna) for number in range(start, start + _PART)]
        for kind, row in _ROWS.items():
            _put(session, kind, (row(one, names, people) for one in said))


class Message:
    """A visit told by Anna, of one customer and the person there; every thousandth of the one who is erased."""

    def __init__(self, number: int, whose: int, by: int) -> None:
        self.number, self.whose, self.by = number, whose if number % 1000 else 0, by
        self.at = NOW - timedelta(minutes=MESSAGES - number)


Names = list[str]


def _text(one: Message, names: Names, people: Names) -> str:
    return f"Visited {names[one.whose]}, met {people[one.whose]}, the price was a bit high; new quote by Friday"


def _telling(one: Message, names: Names, people: Names) -> Row:
    text = _text(one, names, people)
    told = {"chat_id": 1, "message_id": one.number, "member_id": one.by, "said_at": one.at, "zone": "UTC", "text": text}
    return {"id": one.number, "version": 1, "revision": 1, "undone": False, "card": f"echo:{one.number}", **told}


def _revision(one: Message, names: Names, people: Names) -> Row:
    text = _text(one, names, people)
    entry = {"kind": "visit", "customer": {"name": names[one.whose], "id": one.whose + 1}, "on": "2026-03-02"}
    body = {"entries": [{**entry, "text": text, "contacts": [people[one.whose]]}], "follow_ups": [], "facts": []}
    told = {"telling_id": one.number, "number": 1, "at": one.at, "member_id": one.by, "source": "text", "text": text}
    return {"id": one.number, "body": json.dumps(body), **told}


def _entry(one: Message, names: Names, people: Names) -> Row:
    what = {"kind": "visit", "on_day": one.at.date(), "moment": one.at, "zone": "UTC", "attempt": False, "live": True}
    whose = {"telling_id": one.number, "member_id": one.by, "customer_id": one.whose + 1}
    return {"id": one.number, "version": 1, "slot": 0, "text": _text(one, names, people), **what, **whose}


def _met(one: Message, names: Names, people: Names) -> Row:  # noqa: ARG001 - one shape for all kinds of rows
    return {"entry_id": one.number, "contact_id": one.whose + 1}


def _plan(one: Message, names: Names, people: Names) -> Row:  # noqa: ARG001 - as above
    whose = {"telling_id": one.number, "customer_id": one.whose + 1, "owner_id": one.by, "contacts": people[one.whose]}
    return {"id": one.number, "version": 1, "slot": 0, "action": "send the new quote", "state": "done", **whose}


def _echo(one: Message, names: Names, people: Names) -> Row:
    """Texts of what was sent are kept for ninety days: here for the last third."""
    text = _text(one, names, people) if one.number > MESSAGES * 2 // 3 else None
    sent = {"state": "sent", "settled_at": one.at, "due_at": one.at, "message_id": one.number, "tries": 1}
    facts = {"chat": 1, "message": one.number}
    return {
        "id": one.number,
        "key": f"echo:{one.number}",
        "lane": 1,
        "kind": "echo",
        "facts": facts,
        "text": text,
        **sent,
    }


_ROWS: dict[type[SQLModel], Callable[[Message, Names, Names], Row]] = {
    TellingRow: _telling,
    RevisionRow: _revision,
    EntryRow: _entry,
    EntryContactRow: _met,
    FollowUpRow: _plan,
    OutboxRow: _echo,
}


def _put(session: Session, kind: type[SQLModel], rows: Iterable[Row]) -> None:
    for part in in_parts(rows, _PART):
        session.connection().execute(insert(table_of(kind)), part)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bcdfghklmnprstvw") + chance.choice("aeiou") for _ in range(3)).capitalize()

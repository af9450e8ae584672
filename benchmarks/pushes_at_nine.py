"""Pushes that are all due at nine: they leave at Telegram's pace, urgent ones first, and none is refused.

A thousand really leave, through the whole delivery over HTTP; ten thousand in virtual time, by the rules of pace alone.
"""

import asyncio
import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from benchmarks.bots import PIPES, database, enrol, running
from delivery.pace import PUSHES_A_SECOND, History, earliest, may_send
from delivery.sending import CHATS_AT_ONCE
from sales.message_rules import Priority
from simulator import Simulator
from simulator.limits import Limiter
from simulator.phone import Person
from storage.queues import outbox
from storage.store import open_store
from tests.delivery.watched_limits import WatchedLimits
from tests.torture.loopback import TOKEN

REALLY, VIRTUALLY, URGENT = 1_000, 10_000, 50
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def main() -> None:
    asyncio.run(_really(int(os.environ.get("PUSHES", REALLY))))
    _virtually()


async def _really(many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        async with Simulator(token=TOKEN) as telegram:
            people = [telegram.person(f"rep {number}") for number in range(many)]
            enrol(home, {person.id: person.name for person in people})
            async with running(PIPES, telegram.api_url, home):
                await _greeted(telegram, people)
                watched = telegram.telegram.limiter = WatchedLimits()
                began = perf_counter()
                urgent = _put(home, [person.id for person in people])
                await telegram.until(lambda: len(watched.sent) == many, many / 10)
                took = perf_counter() - began
    among = max(place for place, chat in enumerate(watched.sent, start=1) if chat in urgent)
    print(f"{many:,} pushes really sent in {took:.0f} s: {many / took:.1f} a second, {len(watched.refused)} refused")
    print(f"  the {len(urgent)} urgent ones, put last, were among the first {among}")
    assert not watched.refused, "Telegram has refused pushes"
    assert among <= len(urgent) + CHATS_AT_ONCE, "urgent pushes have to leave first"


async def _greeted(telegram: Simulator, people: Sequence[Person]) -> None:
    """Before nine everybody has pressed Start, which Telegram asks for."""
    for person in people:
        person.say("/start")
    await telegram.until(lambda: all(person.received for person in people), 300)


def _put(home: Path, chats: Sequence[int]) -> set[int]:
    """All due at the same moment, the urgent ones put last."""
    now, urgent = NINE, set(chats[-URGENT:])
    store = open_store(database(home))
    with store.transaction() as session:
        for chat in chats:
            kind = "complaint" if chat in urgent else "follow_up"
            outbox.put(
                session, outbox.Sending(key=f"at nine:{chat}", chat=chat, kind=kind, facts={"text": "x"}, due_at=now)
            )
    store.close()
    return urgent


def _virtually() -> None:
    """By the clock of nobody: each leaves at the first moment at which the pace lets it."""
    now, refused = NINE, 0

    def tick() -> float:
        return now.timestamp()

    history, limiter = History(), Limiter(tick=tick, on=True)
    for chat in range(1, VIRTUALLY + 1):
        now = max(now, earliest(history, chat, Priority.REMINDER))
        assert may_send(history, chat, Priority.REMINDER, now)
        history.note_sent(chat, Priority.REMINDER, now)
        refused += limiter.wait(chat) > 0
        if chat % PUSHES_A_SECOND == 0:
            history.forget(now)
    took = now - NINE
    print(f"{VIRTUALLY:,} in virtual time: {took / timedelta(minutes=1):.1f} minutes, {refused} refused")
    assert not refused, "Telegram would have refused pushes"

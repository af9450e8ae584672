"""`@bot acme` over the wire: the asker's own cards, nothing for strangers, nothing private in what is passed on."""

from datetime import UTC, datetime
from typing import Any

from sqlmodel import col, select

from storage.store import Session
from storage.tables.access import LookUpRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.events import EventRow
from tests.conversations.script import read
from tests.conversations.stage import Stage

CAST, _ = read(
    "== Anna (rep, en), Ben (rep, en), Sam (stranger, en) | Asia/Singapore | SGD | Acme <Tools>, Acme Steel, Globex"
)


def _meet(session: Session) -> None:
    acme = session.exec(select(CustomerRow).where(col(CustomerRow.name) == "Acme <Tools>")).one()
    session.add(
        ContactRow(customer_id=acme.id or 0, name="S. Lee", phone="+6565550123", birthday="--03-12", greetings=False)
    )


async def _asked(stage: Stage, who: str, words: str, phones: dict[str, Any]) -> list[dict[str, Any]]:
    query = phones[who].inline(words)
    await stage.telegram.until(lambda: stage.telegram.telegram.inline_answers[query] is not None)
    answer: Any = stage.telegram.telegram.inline_answers[query]
    return list(answer["results"])


async def test_the_askers_own_cards_are_offered(sqlite_url: str) -> None:
    stage = Stage(sqlite_url)
    async with stage.set_up(CAST, datetime(2026, 3, 2, 10, tzinfo=UTC)) as phones:
        await stage.store.write(_meet)
        found = await _asked(stage, "Anna", "acme", phones)
        assert {one["title"] for one in found} == {"Acme <Tools>", "Acme Steel"}
        [passed_on] = [one["input_message_content"]["message_text"] for one in found if one["title"] == "Acme <Tools>"]
        assert passed_on == "Acme <Tools>\nS. Lee: +65 6555 0123"
        assert await _asked(stage, "Ben", "acme", phones) == []
        assert await _asked(stage, "Sam", "acme", phones) == []
        assert await _asked(stage, "Anna", "a", phones) == []


async def test_each_card_counts_and_is_noted_once_a_day(sqlite_url: str) -> None:
    stage = Stage(sqlite_url)
    async with stage.set_up(CAST, datetime(2026, 3, 2, 10, tzinfo=UTC)) as phones:
        for words in ("glo", "glob", "globex"):
            await _asked(stage, "Anna", words, phones)
        await stage.settled()
        looks = await stage.store.read(lambda session: len(session.exec(select(LookUpRow)).all()))
        noted = await stage.store.read(
            lambda session: len(session.exec(select(EventRow).where(col(EventRow.action) == "customer.seen")).all())
        )
    assert (looks, noted) == (1, 1)

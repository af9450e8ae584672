"""The whole bot hands out a calendar's address, which a phone reads at its port."""

from collections.abc import AsyncIterator

import aiohttp
import icalendar
import pytest

from bot.app import build
from bot.furnishing import furnish
from bot.settings import Settings
from simulator import Simulator
from simulator.phone import Person
from storage.store import open_store
from storage.tables.people import MemberRow
from tests.bot.test_webhook import free_port
from tests.reminders.office import hire


@pytest.fixture
def settings(settings: Settings) -> Settings:
    port = free_port()
    return settings.model_copy(update={"public_url": f"http://127.0.0.1:{port}", "port": port})


@pytest.fixture
async def anna(settings: Settings, telegram: Simulator) -> AsyncIterator[Person]:
    person = telegram.person("Anna")
    store = open_store(settings.database_url)
    with store.transaction() as session:
        row = session.get_one(MemberRow, hire(session, "Anna").id)
        row.telegram_id = row.chat_id = person.id
    store.close()
    async with build(settings, furnish):
        yield person


async def status_of(address: str) -> int:
    async with aiohttp.ClientSession() as phone, phone.get(address) as answer:
        if answer.status == 200:
            icalendar.Calendar.from_ical(await answer.read())
        return answer.status


def address_in(person: Person) -> str:
    return next((line for line in person.latest.text.splitlines() if line.endswith(".ics")), "")


async def test_an_address_is_handed_out_renewed_and_switched_off(telegram: Simulator, anna: Person) -> None:
    anna.say("/calendar")
    await telegram.until(lambda: bool(anna.received and address_in(anna)), 20)
    first = address_in(anna)
    before = await status_of(first)
    anna.press("New address")
    await telegram.until(lambda: address_in(anna) not in {"", first}, 20)
    second = address_in(anna)
    renewed = [await status_of(first), await status_of(second)]
    anna.press("Switch off")
    await telegram.until(lambda: not address_in(anna), 20)

    assert before == 200
    assert renewed == [404, 200]
    assert await status_of(second) == 404

"""From the card that hands out the address to what a phone gets there, over real HTTP."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta

import aiohttp
import icalendar
import pytest

from bot.calendar_feeds import CalendarFeeds
from handlers.showing import Showing
from papers.worker import Worker
from sales.cards import Card
from sales.message_rules import Priority
from sales.tellings import Party
from storage.queues.outbox import Message
from storage.store import Session, Store
from storage.tables.people import MemberRow
from tests.enclosed import content_of
from tests.people.company import NOON, Company, customer_of, found_company
from tests.reminders.office import promise
from web.calendars import calendar_route
from web.pages import Health, build_pages
from web.server import WebServer
from web.turnstile import Turnstile

HOUSE = "https://bot.example.com"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def message(member: int, kind: str = "calendar", new: int = 1) -> Message:
    return Message(
        id=1,
        key="k",
        chat=1001,
        kind=kind,
        facts={"new": new},
        due_at=NOON,
        priority=Priority.REPLY,
        member=member,
        reply_to=None,
        edits=None,
        deletes=None,
        doubts=0,
    )


def shown(session: Session, asked: Message, address: str = HOUSE) -> Card:
    card = Showing("rapport_bot", address).render(session, asked, NOON)
    assert card is not None
    return card


def filled(store: Store) -> Company:
    with store.transaction() as session:
        company = found_company(session)
        acme = customer_of(company, "Anna", "Acme Tools")
        day = (NOON + timedelta(days=4)).date()
        promise(session, company["Anna"], day, None, Party("Acme Tools", acme))
        return company


async def well() -> Health:
    return Health(well=True, facts={})


@asynccontextmanager
async def serving(store: Store, worker: Worker) -> AsyncIterator[aiohttp.ClientSession]:
    find = CalendarFeeds(store, worker, lambda: NOON, "rapport_bot").find
    pages = build_pages(well, None, calendar_route(find, Turnstile(lambda: NOON)))
    server = WebServer(pages, "127.0.0.1", 0)
    await server.start()
    async with aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as phone:
        yield phone
    await server.stop()


async def fetch(phone: aiohttp.ClientSession, path: str, known: str = "") -> tuple[int, bytes, str]:
    async with phone.get(path, headers={"If-None-Match": known}) as answer:
        return answer.status, await answer.read(), answer.headers.get("ETag", "")


def path_in(card: Card) -> str:
    line = next(line for line in card.text.splitlines() if line.startswith(HOUSE))
    assert line.endswith(".ics")
    return line.removeprefix(HOUSE)


async def test_a_phone_sees_what_is_planned_until_its_member_leaves(store: Store, worker: Worker) -> None:
    company = filled(store)
    with store.transaction() as session:
        path = path_in(shown(session, message(company.members["Anna"])))
    async with serving(store, worker) as phone:
        status, content, tag = await fetch(phone, path)
        again, nothing, _ = await fetch(phone, path, tag)
        with store.transaction() as session:
            session.get_one(MemberRow, company.members["Anna"]).active = False
        left, _, _ = await fetch(phone, path)

    (event,) = icalendar.Calendar.from_ical(content).events
    assert (status, again, nothing, left) == (200, 304, b"", 404)
    assert str(event["summary"]) == "Acme Tools: send the new quote"
    assert event.decoded("dtstart").isoformat() == "2026-03-06"


async def test_the_address_is_shown_once_and_a_new_one_ends_it(store: Store, worker: Worker) -> None:
    anna = filled(store).members["Anna"]
    with store.transaction() as session:
        old = path_in(shown(session, message(anna)))
        later = shown(session, message(anna, new=0)).text
        new = path_in(shown(session, message(anna)))
    async with serving(store, worker) as phone:
        found = [(await fetch(phone, path))[0] for path in (old, new)]

    assert HOUSE not in later
    assert found == [404, 200]


def test_where_nobody_reaches_the_house_no_address_is_made(store: Store) -> None:
    anna = filled(store).members["Anna"]
    with store.transaction() as session:
        card = shown(session, message(anna), "")
        enclosed = shown(session, message(anna, "calendar_file"), "")

    assert [[button.label for button in row if button] for row in card.rows] == [["As a file"]]
    assert len(list(icalendar.Calendar.from_ical(content_of(enclosed)).events)) == 1

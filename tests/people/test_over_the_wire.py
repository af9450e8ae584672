"""A company comes in over real HTTP: the first admin, a manager, a list of reps, a new code."""

from collections.abc import AsyncIterator, Callable
from functools import partial

import pytest
from pydantic import SecretStr
from sqlmodel import Session, col, select

from bot.app import build
from bot.commands.running import open_and_furnish
from bot.premises import Handling, Premises
from bot.settings import Settings
from papers.spreadsheets import read_rows
from simulator import Simulator
from simulator.phone import Person
from simulator.records import Message
from storage.store import Store
from storage.tables.queues import OutboxRow

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
Wait = Callable[[Person, str], object]


@pytest.fixture
async def telegram() -> AsyncIterator[Simulator]:
    async with Simulator(token=TOKEN) as simulator:
        yield simulator


@pytest.fixture
async def store(sqlite_url: str, telegram: Simulator, capsys: pytest.CaptureFixture[str]) -> AsyncIterator[Store]:
    """A bot at work; what it prints when it starts is there to be read."""
    assert capsys
    settings = Settings(token=SecretStr(TOKEN), api_url=telegram.api_url, database_url=sqlite_url, timezone="UTC")
    opened: list[Store] = []

    def furnish(premises: Premises) -> Handling:
        opened.append(premises.store)
        return open_and_furnish(premises, adopt=False)

    async with build(settings, furnish):
        yield opened[0]


async def told(telegram: Simulator, phone: Person, do: Callable[[], object], count: int = 1) -> list[Message]:
    """What the phone shows after this."""
    before = len(phone.received)
    do()
    await telegram.until(lambda: len(phone.received) >= before + count)
    return phone.received[before:]


def link_of(message: Message) -> str:
    return next(button.url for row in message.buttons for button in row if button.url)


def file_of(telegram: Simulator, message: Message) -> bytes:
    document = message.media["document"]
    assert isinstance(document, dict)
    return telegram.telegram.files.content(telegram.telegram.files.find(str(document["file_id"])))


async def test_a_company_comes_in(telegram: Simulator, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    ada, boris, anna = (telegram.person(name) for name in ("Ada", "Boris", "Anna"))
    first = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Link: "))
    (welcome,) = await told(telegram, ada, partial(ada.open, first.removeprefix("Link: ")))
    assert welcome.text.startswith("Welcome, Admin! You run this bot.")

    (card,) = await told(telegram, ada, partial(ada.say, "/invite Boris, manager, East"))
    assert card.text.startswith("Invitation for Boris")
    assert "photo" in card.media
    (welcome,) = await told(telegram, boris, partial(boris.open, link_of(card)))
    assert welcome.text.startswith("Welcome, Boris! You manage team East here.")

    (how,) = await told(telegram, boris, partial(boris.say, "/invite"))
    assert how.text.startswith("Whom shall I invite?")
    (sheet,) = await told(telegram, boris, partial(boris.say, "Anna, rep\n小李, 销售"))
    rows = read_rows(file_of(telegram, sheet))
    (welcome,) = await told(telegram, anna, partial(anna.open, rows[1][3]))
    assert welcome.text.startswith("Welcome, Anna! You are in team East.")

    assert await store.read(kept_words) == {""}


def kept_words(session: Session) -> set[str | None]:
    kinds = col(OutboxRow.kind).in_(["invitation", "invitations"])
    return set(session.exec(select(OutboxRow.text).where(kinds)))


async def test_a_new_code_takes_the_place_of_the_old_one(
    telegram: Simulator, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert store
    ada, eva = telegram.person("Ada"), telegram.person("Eva")
    link = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Link: "))
    await told(telegram, ada, partial(ada.open, link.removeprefix("Link: ")))
    (old,) = await told(telegram, ada, partial(ada.say, "/invite Eva, rep"))
    (new,) = await told(telegram, ada, partial(ada.press, "New code"))
    (refused,) = await told(telegram, eva, partial(eva.open, link_of(old)))
    (welcome,) = await told(telegram, eva, partial(eva.open, link_of(new)))
    assert refused.text.startswith("I don't know this code.")
    assert welcome.text.startswith("Welcome, Eva!")


async def test_a_stranger_learns_nothing(telegram: Simulator, store: Store) -> None:
    assert store
    stranger = telegram.person("Mallory")
    for words in ("/start", "/customers", "Visited Acme this morning"):
        (answer,) = await told(telegram, stranger, partial(stranger.say, words))
        assert answer.text.startswith("Hello! I only talk to people who were invited.")

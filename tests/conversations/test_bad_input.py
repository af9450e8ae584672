"""What a story on one line cannot show: odd updates, foreign and old buttons, many things at once."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from simulator.phone import Person
from simulator.records import Tap
from storage.store import Store
from storage.tables.tellings import EntryRow
from tests.conversations.script import Actor, Cast
from tests.conversations.stage import Stage

MONDAY = datetime(2026, 3, 2, 2, tzinfo=UTC)
TEAM = Cast(
    (Actor("Anna", "rep", "en"), Actor("Boris", "manager", "en")), ZoneInfo("Asia/Singapore"), "SGD", ("Acme Tools",)
)


class Scene:
    """A stage that is set, with two people on it."""

    def __init__(self, stage: Stage, phones: dict[str, Person]) -> None:
        self.stage = stage
        self.anna = phones["Anna"]
        self.boris = phones["Boris"]

    async def hears(self, words: str) -> str:
        self.anna.say(words)
        await self.stage.settled()
        return self.anna.latest.text

    async def toast(self, phone: Person, label: str) -> str:
        tap = phone.press(label)
        assert isinstance(tap, Tap)
        await self.stage.telegram.until(lambda: tap.answered)
        await self.stage.settled()
        return tap.text

    async def entries(self) -> list[EntryRow]:
        return await self.store.read(
            lambda session: list(session.exec(select(EntryRow).where(col(EntryRow.live)).order_by(col(EntryRow.id))))
        )

    @property
    def store(self) -> Store:
        return self.stage.store


@pytest.fixture
async def scene(sqlite_url: str) -> AsyncIterator[Scene]:
    stage = Stage(sqlite_url)
    async with stage.set_up(TEAM, MONDAY) as phones:
        yield Scene(stage, phones)


async def test_four_thousand_emojis_are_answered_like_any_small_talk(scene: Scene) -> None:
    assert "All right!" in await scene.hears("😀" * 4096)


async def test_a_customer_name_of_300_characters_does_not_break_the_card(scene: Scene) -> None:
    name = "Very Long Trading And Contracting " * 9
    await scene.hears(f"visited {name} today")
    assert len(scene.anna.latest.text) < 4096


async def test_html_in_a_name_stays_what_it_is(scene: Scene) -> None:
    await scene.hears("/visit")
    await scene.hears("<b>Globex</b> & <i>Sons")
    for _ in range(3):
        await scene.toast(scene.anna, "Skip")
    assert "<b>Globex</b> & <i>Sons" in scene.anna.latest.text
    assert all(entity["type"] != "italic" for entity in scene.anna.latest.entities)


async def test_somebody_elses_button_is_refused_and_nothing_happens(scene: Scene) -> None:
    await scene.hears("visited Acme")
    undo = next(button for row in scene.anna.latest.buttons for button in row if button.text == "Undo")
    scene.boris.say("hello")
    await scene.stage.settled()
    tap = scene.boris.tap(scene.boris.latest, str(undo.shape["callback_data"]))
    await scene.stage.telegram.until(lambda: tap.answered)
    assert tap.text == "This button is not meant for you."
    assert len(await scene.entries()) == 1


async def test_a_button_pressed_twice_does_it_once(scene: Scene) -> None:
    await scene.hears("visited Acme")
    undo = next(button for row in scene.anna.latest.buttons for button in row if button.text == "Undo")
    first = scene.anna.tap(scene.anna.latest, str(undo.shape["callback_data"]))
    second = scene.anna.tap(scene.anna.latest, str(undo.shape["callback_data"]))
    await scene.stage.telegram.until(lambda: first.answered and second.answered)
    await scene.stage.settled()
    assert {first.text, second.text} == {"Taken back.", "This button was pressed already."}
    assert await scene.entries() == []


async def test_a_tap_that_telegram_delivers_twice_does_it_once(scene: Scene) -> None:
    await scene.hears("visited Acme")
    scene.anna.press("Undo", deliveries=2)
    await scene.stage.settled()
    assert scene.anna.latest.text.startswith("Undone")


async def test_a_button_of_last_year_says_that_it_is_too_old(scene: Scene) -> None:
    await scene.hears("visited Acme")
    for days in range(0, 400, 100):
        await scene.stage.move_to(MONDAY + timedelta(days=days + 1))
        await scene.stage.settled()
    assert await scene.toast(scene.anna, "Undo") == "This button is too old. Please tell me in words."
    assert len(await scene.entries()) == 1


async def test_two_messages_at_once_are_both_kept_in_their_order(scene: Scene) -> None:
    scene.anna.say("visited Acme, all fine")
    scene.anna.say("called Acme, they ordered for 5k")
    await scene.stage.settled()
    kinds = [entry.kind for entry in await scene.entries()]
    assert kinds[0] == "visit"
    assert kinds[-1] == "order"


async def test_an_update_that_nobody_can_read_harms_nobody(scene: Scene) -> None:
    scene.stage.telegram.raw({"message": {"nonsense": 1}})
    assert (await scene.hears("visited Acme")).startswith("✓ Saved: Acme Tools")


async def test_a_message_without_words_is_answered_by_one_sentence(scene: Scene) -> None:
    anna = scene.anna.say("visited Acme")
    await scene.stage.settled()
    shape = scene.stage.telegram.telegram.world.shape(anna)
    scene.stage.telegram.raw({"message": {**shape, "message_id": 4_000, "text": "   "}})
    await scene.stage.settled()
    assert scene.anna.latest.text == "I saw no words in that message.\nPlease tell me in a sentence what happened."


async def test_an_open_question_does_not_stop_the_next_message(scene: Scene) -> None:
    await scene.hears("got an order for 8k")
    assert "Which customer" in scene.anna.latest.text
    assert (await scene.hears("visited Acme this morning")).startswith("✓ Saved: Acme Tools")
    await scene.hears("Acme")
    assert [entry.kind for entry in await scene.entries()] == ["visit", "order"]


async def test_a_group_is_told_nothing_unless_it_asks_and_then_only_where_to_ask(scene: Scene) -> None:
    group = scene.stage.telegram.group("East team", [scene.anna, scene.boris])
    scene.anna.say("visited Acme", to=group)
    await scene.stage.settled()
    assert [message.text for message in group.chat if message.from_bot] == []
    scene.anna.say(f"@{scene.stage.telegram.telegram.world.bot.username} visited Acme", to=group)
    await scene.stage.settled()
    assert [message.text.splitlines()[0] for message in group.chat if message.from_bot] == [
        "Please write to me in our private chat."
    ]
    assert await scene.entries() == []


async def test_nothing_is_taken_along_into_a_group(scene: Scene) -> None:
    group = scene.stage.telegram.group("East team", [scene.anna, scene.boris])
    bot = scene.stage.telegram.telegram.world.bot.username
    scene.anna.say(f"/export@{bot}", to=group)
    await scene.stage.settled()
    assert [message.text.splitlines()[0] for message in group.chat if message.from_bot] == [
        "Please write to me in our private chat."
    ]
    assert [message.media for message in group.chat if message.from_bot and message.media] == []


async def test_a_member_who_left_loses_access_at_the_next_message(scene: Scene) -> None:
    await scene.hears("visited Acme")
    await scene.stage.dismiss("Anna")
    assert "You are no longer signed in here." in await scene.hears("show me Acme")

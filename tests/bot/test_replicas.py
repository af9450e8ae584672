"""On PostgreSQL: a database that goes away and comes back, and replicas that stand in for each other."""

from datetime import timedelta

import pytest

from bot.app import build
from bot.settings import Settings
from simulator import Simulator
from tests.bot.stage import Stage
from tests.postgres import Postgres

PATIENCE = timedelta(seconds=1)
LONG = 20


@pytest.fixture
def settings(settings: Settings, postgres_url: str) -> Settings:
    return settings.model_copy(update={"database_url": postgres_url})


async def test_while_the_database_is_away_nothing_is_lost(
    settings: Settings, telegram: Simulator, postgres: Postgres
) -> None:
    anna = telegram.person("Anna")
    stage = Stage(telegram)
    async with build(settings, stage.furnish):
        anna.say("one")
        await telegram.until(lambda: anna.received)
        postgres.pause()
        anna.say("two")
        await stage.here.store.wake.wait("nothing", 1)
        postgres.resume()
        await telegram.until(lambda: len(anna.received) == 2, LONG)
        await stage.settled()
        assert [said for _, said in await stage.handled()] == ["one", "two"]


async def test_two_replicas_do_everything_once(settings: Settings, telegram: Simulator) -> None:
    people = [telegram.person(f"rep {number}") for number in range(20)]
    first, second = Stage(telegram), Stage(telegram)
    async with build(settings, first.furnish), build(settings, second.furnish):
        for number in range(3):
            for person in people:
                person.say(f"visit {number}")
        await telegram.until(lambda: all(len(person.received) >= 3 for person in people), LONG)
        await first.settled()
        handled = await first.handled()
    assert sorted(handled) == sorted((person.id, f"visit {number}") for person in people for number in range(3))
    assert all([message.text for message in person.received] == ["visit 0", "visit 1", "visit 2"] for person in people)


async def test_when_one_stops_the_other_goes_on(settings: Settings, telegram: Simulator) -> None:
    anna = telegram.person("Anna")
    first, second = Stage(telegram), Stage(telegram)
    async with build(settings, second.furnish, PATIENCE):
        async with build(settings, first.furnish, PATIENCE):
            anna.say("one")
            await telegram.until(lambda: anna.received, LONG)
        anna.say("two")
        await telegram.until(lambda: len(anna.received) == 2, LONG)
    assert [message.text for message in anna.received] == ["one", "two"]

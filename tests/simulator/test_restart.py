"""What is on disk: a simulator that is started again goes on where it was."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from simulator import Clock, ClockError, Simulator
from simulator.journal import HomeInUseError
from tests.simulator.caller import Caller
from tests.simulator.conftest import MORNING

TOKEN = "7001:secret"


def opened(home: Path) -> Simulator:
    return Simulator(home, token=TOKEN, key="k", clock=Clock(home / "clock.json", source=lambda: MORNING))


async def test_everything_survives(tmp_path: Path, session: aiohttp.ClientSession) -> None:
    async with opened(tmp_path) as before:
        anna = before.person("Anna", "zh")
        anna.say("/start")
        anna.say("visited Acme")
        anna.document("list.txt", b"Acme")
        api = Caller(before, session)
        first = (await api.updates())[0]
        await api.updates(offset=first["update_id"] + 1)
        await api("sendMessage", chat_id=anna.id, text="saved", reply_markup={"keyboard": [["Today"]]})
        await api("setMyCommands", commands=[{"command": "today", "description": "What is due"}])
        await api("setMyName", name="Sales assistant")
        before.clock.forward(timedelta(days=1, hours=-2))
    async with opened(tmp_path) as after:
        anna = after.person("Anna")
        api = Caller(after, session)
        updates = await api.updates()
        assert [update["update_id"] - first["update_id"] for update in updates] == [1, 2]
        assert [message.text for message in anna.chat] == ["/start", "visited Acme", "", "saved"]
        assert (anna.user.language, anna.keyboard[0][0].text) == ("zh", "Today")
        assert (await api("getMe")).result["first_name"] == "Sales assistant"
        assert (await api("getMyCommands")).result[0]["command"] == "today"
        assert after.clock.now() == MORNING + timedelta(days=1, hours=-2)
        file = (await api("getFile", file_id=updates[1]["message"]["document"]["file_id"])).result
        assert after.telegram.files.content(after.telegram.files.find(file["file_id"])) == b"Acme"
        assert anna.say("next").id > anna.chat[-2].id


async def test_a_webhook_survives(tmp_path: Path, session: aiohttp.ClientSession) -> None:
    async with opened(tmp_path) as before:
        await Caller(before, session)("setWebhook", url="http://127.0.0.1:9/hook", secret_token="s")
    async with opened(tmp_path) as after:
        info = (await Caller(after, session)("getWebhookInfo")).result
    assert info["url"] == "http://127.0.0.1:9/hook"


async def test_a_home_belongs_to_one_simulator(tmp_path: Path) -> None:
    async with opened(tmp_path):
        with pytest.raises(HomeInUseError, match="in use by another simulator"):
            opened(tmp_path)


async def test_the_address_is_written(tmp_path: Path) -> None:
    async with opened(tmp_path) as sim:
        assert sim.address == {
            "port": int(sim.api_url.rpartition(":")[2]),
            "token": TOKEN,
            "key": "k",
            "page": f"{sim.api_url}/k/",
            "api": sim.api_url,
        }
        assert (tmp_path / "address.json").exists()


def test_the_clock_never_goes_back(clock: Clock) -> None:
    with pytest.raises(ClockError, match="never goes back: it is already 2026-03-02 10:00 UTC"):
        clock.move_to(MORNING - timedelta(minutes=1))
    with pytest.raises(ClockError, match="never goes back"):
        clock.forward(timedelta(seconds=-1))
    with pytest.raises(ClockError, match="time zone"):
        clock.move_to(datetime(2027, 1, 1))  # noqa: DTZ001 - the mistake itself
    clock.move_to(datetime(2026, 3, 3, 9, tzinfo=UTC))
    assert clock.now() == datetime(2026, 3, 3, 9, tzinfo=UTC)


def test_the_machines_clock_may_go_back_but_ours_does_not() -> None:
    times = [MORNING, MORNING, MORNING - timedelta(hours=1)]
    clock = Clock(source=lambda: times.pop(0))
    assert (clock.now(), clock.now()) == (MORNING, MORNING)


def test_a_broken_clock_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "clock.json").write_text("[]")
    with pytest.raises(ClockError, match=r"clock\.json should hold"):
        Clock(tmp_path / "clock.json")


async def test_messages_carry_the_simulated_time(sim: Simulator) -> None:
    anna = sim.person("Anna")
    message = anna.say("one")
    sim.clock.forward(timedelta(hours=1))
    anna.edit(message, "two")
    assert (message.date, message.edited) == (int(MORNING.timestamp()), int(MORNING.timestamp()) + 3600)

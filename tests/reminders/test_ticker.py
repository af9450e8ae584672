"""The clockwork: it ticks on, whatever a sweep does, and tells the moment of a clock that may be moved."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from reminders.ticker import Ticker
from storage.errors import StoreAwayError
from storage.ticks import Tick
from tests.reminders.office import DAY, MONDAY

OFTEN = timedelta(milliseconds=20)
PATIENCE = 5


class MovableClock:
    """Stands still until somebody moves it."""

    def __init__(self) -> None:
        self.offset = timedelta()

    def now(self) -> datetime:
        return MONDAY + self.offset


class Listener:
    """A sweep that keeps the ticks; it may be told to fail, or to be at work until the gate opens."""

    name = "listener"

    def __init__(self, *, fails: bool = False) -> None:
        self.ticks: asyncio.Queue[Tick] = asyncio.Queue()
        self.gate = asyncio.Event()
        self.gate.set()
        self._fails = fails

    async def sweep(self, tick: Tick) -> None:
        self.ticks.put_nowait(tick)
        await self.gate.wait()
        if self._fails:
            raise RuntimeError("a broken sweep")

    async def heard(self, patience: float = PATIENCE) -> Tick:
        return await asyncio.wait_for(self.ticks.get(), patience)

    async def hears_nothing(self) -> bool:
        try:
            await self.heard(5 * OFTEN.total_seconds())
        except TimeoutError:
            return True
        return False


async def test_it_ticks_until_it_is_stopped() -> None:
    listener = Listener()
    ticker = Ticker(MovableClock(), [listener], OFTEN)
    await ticker.start()
    for _ in range(3):
        assert await listener.heard() == Tick(MONDAY, MONDAY)

    await ticker.stop()
    while not listener.ticks.empty():
        listener.ticks.get_nowait()
    assert await listener.hears_nothing()


async def test_a_sweep_that_fails_stops_neither_the_next_nor_the_next_tick(
    capsys: pytest.CaptureFixture[str],
) -> None:
    broken, sound = Listener(fails=True), Listener()
    ticker = Ticker(MovableClock(), [broken, sound], OFTEN)
    await ticker.start()
    for _ in range(3):
        await broken.heard()
        await sound.heard()
    await ticker.stop()
    assert "a sweep failed" in capsys.readouterr().out


async def test_a_moved_clock_is_seen_at_the_next_tick() -> None:
    clock, listener = MovableClock(), Listener()
    ticker = Ticker(clock, [listener], OFTEN)
    await ticker.start()
    await listener.heard()

    clock.offset = 4 * DAY
    while (tick := await listener.heard()).now == MONDAY:
        pass
    await ticker.stop()
    assert tick == Tick(MONDAY + 4 * DAY, MONDAY)


async def test_a_slow_sweep_is_not_asked_twice_at_once() -> None:
    slow = Listener()
    slow.gate.clear()
    ticker = Ticker(MovableClock(), [slow], OFTEN)
    await ticker.start()
    await slow.heard()
    assert await slow.hears_nothing()

    slow.gate.set()
    await slow.heard()
    await ticker.stop()


async def test_a_database_that_is_away_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    class Away(Listener):
        async def sweep(self, tick: Tick) -> None:
            await super().sweep(tick)
            raise StoreAwayError("gone")

    away = Away()
    ticker = Ticker(MovableClock(), [away], OFTEN)
    await ticker.start()
    for _ in range(3):
        await away.heard()
    await ticker.stop()
    assert "Traceback" not in capsys.readouterr().out


async def test_a_tick_that_is_cut_off_at_the_end_is_no_failure(caplog: pytest.LogCaptureFixture) -> None:
    listener = Listener()
    listener.gate.clear()
    ticker = Ticker(MovableClock(), [listener], OFTEN)
    await ticker.start()
    await listener.heard()
    await ticker.stop()
    assert await listener.hears_nothing()
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_stopping_what_never_ticked_does_no_harm() -> None:
    await Ticker(MovableClock(), [], OFTEN).stop()


def test_a_tick_measures_silence_by_the_worlds_clock() -> None:
    before = Tick(MONDAY, MONDAY)
    moved = Tick(MONDAY + 4 * DAY, MONDAY + timedelta(seconds=5))
    assert moved.since(before) == timedelta(seconds=5)
    assert before.real.tzinfo is UTC

"""A simulator in memory with a standing clock, a caller of its API, and Anna."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from simulator import Clock, Person, Simulator
from tests.simulator.caller import Caller

MORNING = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock.frozen(MORNING)


@pytest.fixture
async def sim(clock: Clock) -> AsyncIterator[Simulator]:
    async with Simulator(clock=clock, token="7001:secret") as simulator:
        yield simulator


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def api(sim: Simulator, session: aiohttp.ClientSession) -> Caller:
    return Caller(sim, session)


@pytest.fixture
def anna(sim: Simulator) -> Person:
    """Anna has pressed Start, and the bot has read it."""
    anna = sim.person("Anna")
    anna.say("/start")
    sim.telegram.feed.clear()
    return anna

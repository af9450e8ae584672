"""kill -9 under load: nothing is lost, nothing is done twice, every chat keeps its order."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bot.test_webhook import free_port
from tests.torture.loopback import TOKEN, Loopback, loopback
from tests.torture.ordeal import Findings, Load, Nursery, examine, lifetime, nursery

CHATS = 240
A_SECOND = 80


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Loopback]:
    async with loopback(tmp_path / "simulator") as running:
        yield running


def environment(telegram: Loopback, database: str, transport: str) -> dict[str, str]:
    port = str(free_port())
    by_webhook = {
        "RAPPORT_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "RAPPORT_WEBHOOK_SECRET": "s3cret",
        "RAPPORT_PORT": port,
    }
    here = {"RAPPORT_TOKEN": TOKEN, "RAPPORT_API_URL": telegram.api_url, "RAPPORT_DATABASE_URL": database}
    return here | (by_webhook if transport == "webhook" else {})


async def one_after_the_other(bots: Nursery, kills: int) -> None:
    """Who is killed is replaced; the last one lives."""
    for _ in range(kills):
        bot = await bots.bear()
        await lifetime(0.15, 0.7)
        bots.kill(bot)
    await bots.bear()


async def two_at_a_time(bots: Nursery, kills: int) -> None:
    """Each outlives the other: work goes to and fro between them."""
    living = [await bots.bear(), await bots.bear()]
    for _ in range(kills):
        await lifetime(0.2, 2.5)
        bots.kill(living.pop(0))
        living.append(await bots.bear())


@dataclass(frozen=True, slots=True)
class Trial:
    """Which way updates come, into which database, and how bots follow each other."""

    transport: str
    database: str
    kills: int
    follow: Callable[[Nursery, int], Awaitable[None]] = one_after_the_other


async def ordeal(telegram: Loopback, log: Path, trial: Trial) -> Findings:
    load = Load(telegram, await telegram.people(CHATS))
    async with nursery(log, environment(telegram, trial.database, trial.transport)) as bots:
        async with load.going_on(A_SECOND):
            await trial.follow(bots, trial.kills)
        # What piled up while bots were dead most of the time is said at one message a second and chat.
        findings = await examine(trial.database, load, seconds=60 + trial.kills)
    print(f"\n{trial.kills} kills by {trial.transport}: {findings}")  # noqa: T201  shown by `make torture`
    return findings


@pytest.mark.parametrize("transport", ["polling", "webhook"])
async def test_thirty_kills(telegram: Loopback, tmp_path: Path, transport: str) -> None:
    trial = Trial(transport, f"sqlite:///{tmp_path}/rapport.db", kills=30)
    findings = await ordeal(telegram, tmp_path / "bots.log", trial)
    assert findings.said > 500
    assert findings.well, findings


@pytest.mark.torture
@pytest.mark.parametrize("transport", ["polling", "webhook"])
async def test_three_hundred_kills(telegram: Loopback, tmp_path: Path, transport: str) -> None:
    trial = Trial(transport, f"sqlite:///{tmp_path}/rapport.db", kills=300)
    findings = await ordeal(telegram, tmp_path / "bots.log", trial)
    assert findings.said > 5000
    assert findings.well, findings


@pytest.mark.torture
async def test_two_replicas_on_postgresql(telegram: Loopback, tmp_path: Path, postgres_url: str) -> None:
    trial = Trial("polling", postgres_url, kills=100, follow=two_at_a_time)
    findings = await ordeal(telegram, tmp_path / "bots.log", trial)
    assert findings.said > 5000
    assert findings.well, findings

"""Updates a second: ours, which understands, stores durably and answers, against a stock echo bot."""

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks import spent
from benchmarks.bots import OURS, PIPES, STOCK, enrol, memory_mb, running
from tests.torture.loopback import Loopback, loopback

CHATS = 600
PROFILED = 200
WARM = 0.1
SAID = ("Visited Acme today, they liked the samples, call again on Friday", "Globex ordered 12 pumps for 3400 USD")


@dataclass(frozen=True, slots=True)
class Race:
    """Who runs, how long Telegram takes to answer, and how many messages wait for it."""

    program: tuple[str, ...]
    latency: float
    messages: int
    profile: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    rate: float
    peak_mb: float


def main() -> None:
    print(f"{CHATS} chats, a message each; every bot alone, on the same loopback Telegram")
    for latency, messages in ((0.05, 120), (0.0, CHATS)):
        stock = asyncio.run(_measure(Race(STOCK, latency, messages)))
        print(f"API latency {latency * 1000:.0f} ms\n  {_row('stock python-telegram-bot, echo', stock)}", flush=True)
        for name, program in (("our pipes alone, echo", PIPES), ("Rapport, whole", OURS)):
            ours = asyncio.run(_measure(Race(program, latency, CHATS)))
            print(f"  {_row(name, ours)}, {ours.rate / stock.rate:.1f} times stock", flush=True)
    asyncio.run(_measure(Race(OURS, 0.0, PROFILED, profile=True)))


def _row(name: str, result: Result) -> str:
    return f"{name:32} {result.rate:6.0f} updates/s, peak memory {result.peak_mb:4.0f} MB"


async def _measure(race: Race) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        async with loopback(home / "simulator") as telegram:
            people = await telegram.people(CHATS)
            enrol(home, await telegram.numbers(people))
            await _say(telegram, people, race.messages)
            await telegram.ask("pace", latency=race.latency)
            more = {"BENCH_PROFILE": str(home)} if race.profile else {}
            async with running(race.program, telegram.api_url, home, **more) as process:
                rate = await _rate(telegram, race.messages)
                result = Result(rate, memory_mb(process))
        if race.profile:
            spent.show(home)
    return result


async def _say(telegram: Loopback, people: list[str], messages: int) -> None:
    said = [(people[number % len(people)], SAID[number % len(SAID)]) for number in range(messages)]
    for start in range(0, messages, 100):
        await telegram.say(said[start : start + 100])


async def _rate(telegram: Loopback, messages: int) -> float:
    """Between the first tenth and the last, so that neither start nor stragglers count."""
    first, last = round(messages * WARM), round(messages * (1 - WARM))
    began = await _when(telegram, first)
    ended = await _when(telegram, last)
    return (ended[0] - began[0]) / (ended[1] - began[1])


async def _when(telegram: Loopback, answers: int) -> tuple[int, float]:
    async with asyncio.timeout(300):
        while (sent := await _answers(telegram)) < answers:  # noqa: ASYNC110  another process rings no bell here
            await asyncio.sleep(0.02)
    return sent, perf_counter()


async def _answers(telegram: Loopback) -> int:
    counts = (await telegram.ask("totals"))["counts"]
    return sum(counts.get(method, 0) for method in ("sendMessage", "editMessageText"))

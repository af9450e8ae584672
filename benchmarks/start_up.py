"""How long the bot takes from its start to its first question to Telegram."""

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.bots import OURS, enrol, memory_mb, running
from simulator import Simulator
from tests.torture.loopback import TOKEN

TIMES = 3


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        enrol(Path(folder), {})
        results = [asyncio.run(_once(Path(folder))) for _ in range(TIMES)]
    seconds, memory = min(results)
    print(f"start-up {seconds:.1f} s (best of {TIMES}), memory then {memory:.0f} MB")


async def _once(home: Path) -> tuple[float, float]:
    async with Simulator(token=TOKEN) as telegram:
        began = perf_counter()
        async with running(OURS, telegram.api_url, home) as process:
            await telegram.until(lambda: telegram.calls_of("getUpdates"), 30)
            return perf_counter() - began, memory_mb(process)

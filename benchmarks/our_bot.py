"""Our bot, whole, or (with the word "echo") its pipes alone; BENCH_PROFILE has it write where the CPU went."""

import cProfile
import os
import sys
import threading
import time
from collections.abc import Callable
from functools import partial

from bot.furnishing import furnish
from bot.running import run
from bot.settings import load_settings
from tests import echo


def main(words: list[str]) -> int:
    folder = os.environ.get("BENCH_PROFILE")
    work = partial(run, load_settings(None), echo.furnish if words == ["echo"] else furnish)
    return profiled(work, folder) if folder else work()


def profiled(work: Callable[[], int], folder: str) -> int:
    """A profiler sees its own thread only, so each thread gets one; it counts work, not waiting."""
    plain = threading.Thread.run

    def run_profiled(self: threading.Thread) -> None:
        profile = cProfile.Profile(time.thread_time)
        profile.runcall(plain, self)
        profile.dump_stats(f"{folder}/{self.name}.prof")

    # The measuring instrument, not the product.
    setattr(threading.Thread, "run", run_profiled)  # noqa: B010  an assignment would be a type error
    profile = cProfile.Profile(time.thread_time)
    code = profile.runcall(work)
    profile.dump_stats(f"{folder}/main.prof")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

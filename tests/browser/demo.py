"""`rapport run` without a token, as a newcomer starts it: in a folder of its own, on a day that never changes."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
DAY = "2026-11-24"
"""A Tuesday."""
PATIENCE = 30
_RAPPORT = (sys.executable, "-c", "from bot.command_line import main; main()")
_LEVELS = {"info", "warning"}
_WELL = {0, -signal.SIGTERM}


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the page is, and what the bot logs."""

    page: str
    log: Path

    @property
    def errors(self) -> list[str]:
        """What was logged as an error, and what is no log line at all: a traceback."""
        lines = self.log.read_text("utf-8").splitlines()
        return [line for line in lines if not line.startswith("{") or json.loads(line)["level"] not in _LEVELS]


def make_demo(folder: Path) -> None:
    """Write the demo's database into the folder; its clock begins on the day at eight."""
    subprocess.run([*_RAPPORT, "demo", "--day", DAY], cwd=folder, env=_surroundings(), check=True, capture_output=True)  # noqa: S603 - our own command


@contextmanager
def running(folder: Path) -> Iterator[Demo]:
    """Run it until the end of the block; it has to stop when told."""
    log = folder / "log.txt"
    with log.open("w") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*_RAPPORT, "run"], cwd=folder, env=_surroundings(), stdout=subprocess.PIPE, stderr=errors, text=True
        )
    try:
        yield Demo(_page(process, log), log)
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)
    assert process.returncode in _WELL


@contextmanager
def running_copy(made: Path, folder: Path) -> Iterator[Demo]:
    """What was made stays as it is for the next one."""
    shutil.copytree(made / "data", folder / "data")
    with running(folder) as demo:
        yield demo


def _page(process: subprocess.Popen[str], log: Path) -> str:
    """Stands in the first of the three lines."""
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", line)
    assert found, line or log.read_text("utf-8")
    return found[0]


def _surroundings() -> dict[str, str]:
    path = os.environ.get("PATH", os.defpath)
    return {"PATH": path, "PYTHONPATH": str(CHECKOUT), "RAPPORT_TIMEZONE": "Asia/Singapore", "RAPPORT_CURRENCY": "SGD"}

"""The command line: `python -m simulator --home DIR`."""

import argparse
import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from simulator.clock import Clock, ClockError
from simulator.simulator import Simulator

THREE = '[{"name": "Boris", "language": "en"}, {"name": "Anna", "language": "en"}, {"name": "小李", "language": "zh"}]'


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody on the command line: `about` stands beside the name, `says` is said once, when the phone is new."""

    name: str
    language: str = "en"
    about: str = ""
    says: str = ""


def read_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("simulator", description="Telegram on this machine. Nothing leaves it.")
    parser.add_argument("--home", type=Path, required=True, help="folder for its queue, files and address.json")
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument(
        "--token", default=os.environ.get("SIMULATOR_TOKEN", ""), help="else SIMULATOR_TOKEN, or random"
    )
    parser.add_argument("--key", default=os.environ.get("SIMULATOR_KEY", ""), help="else SIMULATOR_KEY, or random")
    parser.add_argument("--clock", type=Path, help="file for the clock's offset, which the bot reads")
    parser.add_argument("--people", default=THREE, help="JSON, or a file of it: whose phones there are")
    parser.add_argument("--zone", default="", help="the time zone that the page starts in; else the browser's")
    parser.add_argument("--limits", action=argparse.BooleanOptionalAction, default=False, help="flood limits")
    parser.add_argument("--attended", action="store_true", help="stop when standard input ends, not at Ctrl-C")
    return parser.parse_args(arguments)


def read_people(given: str) -> list[Newcomer]:
    text = given if given.lstrip().startswith("[") else Path(given).read_text("utf-8")
    return [Newcomer(**person) for person in json.loads(text)]


def hand_phone(simulator: Simulator, newcomer: Newcomer) -> None:
    is_new = newcomer.name not in {person.name for person in simulator.people}
    person = simulator.person(newcomer.name, newcomer.language, newcomer.about)
    if is_new and newcomer.says:
        person.say(newcomer.says)


def remembered(home: Path) -> tuple[str, str]:
    """Return the token and key of the last run: links and a stopped bot's settings should go on working."""
    try:
        address = json.loads((home / "address.json").read_text("utf-8"))
        return str(address["token"]), str(address["key"])
    except (OSError, ValueError, KeyError):
        return "", ""


async def run(arguments: argparse.Namespace) -> None:
    if arguments.attended:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    arguments.home.mkdir(parents=True, exist_ok=True)
    token, key = remembered(arguments.home)
    clock = Clock(arguments.clock or arguments.home / "clock.json")
    simulator = Simulator(arguments.home, token=arguments.token or token, key=arguments.key or key, clock=clock)
    simulator.telegram.limiter.on = arguments.limits
    simulator.telegram.world.zone = arguments.zone
    for newcomer in read_people(arguments.people):
        hand_phone(simulator, newcomer)
    await simulator.start(arguments.port)
    sys.stdout.write(f"Telegram on this machine: {simulator.page_url}\n")
    sys.stdout.flush()
    await until_stopped(attended=arguments.attended)
    await simulator.stop()


async def until_stopped(*, attended: bool) -> None:
    """Whoever attends decides about Ctrl-C, and holds the other end of our standard input: it ends when they die."""
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    # Windows has no such handlers; there Ctrl-C ends the process by itself.
    with suppress(NotImplementedError):
        loop.add_signal_handler(signal.SIGTERM, stopped.set)
        if attended:
            loop.add_reader(sys.stdin.fileno(), stopped.set)
        else:
            loop.add_signal_handler(signal.SIGINT, stopped.set)
    await stopped.wait()


def main() -> int:
    try:
        asyncio.run(run(read_arguments()))
    except (ClockError, OSError, ValueError, TypeError) as error:
        sys.stderr.write(f"simulator: {error}\n")
        return 1
    return 0

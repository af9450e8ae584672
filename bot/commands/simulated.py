"""The demo: the simulator as a process of its own, with phones for the people in the demo's database."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer
from pydantic import SecretStr

from bot.clock import Clock
from bot.commands.demo import DATABASE, make_demo_at
from bot.commands.errors import CommandError
from bot.demo.company import PHONES, Phone
from bot.settings import Settings

HOME = Path("data/simulator")
_LEAVES_WITHIN = 5


@dataclass(frozen=True, slots=True)
class Demo:
    """Where to click, and the settings by which the bot talks to the simulator."""

    page: str
    settings: Settings


def welcome(page: str) -> tuple[str, str, str]:
    return (
        f"Open {page} and write as Anna: Visited Acme this morning, met their buyer, they want a quote by Friday",
        "This is the demo: invented customers and a Telegram that lives on this machine; nothing leaves it.",
        "For real phones: get a token from @BotFather, put RAPPORT_TOKEN=… into .env and run this again.",
    )


@contextmanager
def demo_running(settings: Settings, home: Path = HOME, database: str = DATABASE) -> Iterator[Demo]:
    home.mkdir(parents=True, exist_ok=True)
    clock = home / "clock.json"
    with _simulator(home, clock, settings.timezone) as process:
        _await_address(process, home)
        demo = _demo(settings, home, clock, database)
        for line in welcome(demo.page):
            typer.echo(line)
        _make_once(database, Clock(clock), settings)
        yield demo


def _make_once(database: str, clock: Clock, settings: Settings) -> None:
    """The page can be opened meanwhile, and what is written there waits."""
    if not Path(database.removeprefix("sqlite:///")).exists():
        typer.echo("Only this once, for some seconds: making 25 customers and a year of what was told of them …")
        make_demo_at(database, clock.now(), settings, keep=True)
        typer.echo("Made. Whatever was written meanwhile is answered now.")


@contextmanager
def _simulator(home: Path, clock: Path, zone: str) -> Iterator[subprocess.Popen[str]]:
    people = json.dumps([_handed(phone) for phone in PHONES])
    places = ("--home", str(home), "--clock", str(clock), "--zone", zone, "--people", people, "--attended")
    command = [sys.executable, "-m", "simulator", *places]
    with (home / "errors.log").open("w") as log:
        # It leaves when its standard input ends, so with us, even if we are killed.
        process = subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
        )
    try:
        yield process
    finally:
        _stop(process)


def _handed(phone: Phone) -> dict[str, str]:
    """Whoever works there has pressed START long ago: the bot may write to them."""
    handed = {"name": phone.name, "language": phone.language, "about": phone.about}
    return handed | {"says": "/start"} if phone.places else handed


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.communicate(timeout=_LEAVES_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def _await_address(process: subprocess.Popen[str], home: Path) -> None:
    """Its first line says that it is there; none at all means that it has ended."""
    if process.stdout is None or not process.stdout.readline():
        process.wait()
        said = (home / "errors.log").read_text("utf-8").strip().splitlines()
        raise CommandError(f"The simulator did not start: {said[-1] if said else 'it said nothing'}")


def _pages(settings: Settings) -> dict[str, int | str]:
    """Where a browser on this machine finds the pages; the port that is set, or one that is free."""
    if settings.port and settings.public_url:
        return {}
    with socket.create_server(("127.0.0.1", settings.port or 0)) as found:
        port = int(found.getsockname()[1])
    return {"port": port, "public_url": f"http://127.0.0.1:{port}"}


def _demo(settings: Settings, home: Path, clock: Path, database: str) -> Demo:
    address = json.loads((home / "address.json").read_text("utf-8"))
    used = settings.model_copy(
        update={
            "token": SecretStr(address["token"]),
            "api_url": address["api"],
            "database_url": database,
            "clock_file": clock,
            "proxy": "",
            **_pages(settings),
        }
    )
    return Demo(address["page"], used)

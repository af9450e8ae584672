"""A folder of its own for each command, no settings but the test's, and a Telegram on the loopback."""

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import pytest
from typer.testing import CliRunner, Result

from bot.command_line import app
from simulator.simulator import Simulator
from storage.migrating import migrate
from storage.store import Store, open_store

Rapport = Callable[..., Result]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("RAPPORT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RAPPORT_TIMEZONE", "Asia/Shanghai")
    return tmp_path


@pytest.fixture
def rapport() -> Rapport:
    """Call the command line: rapport("doctor", RAPPORT_TOKEN="…")."""

    def call(*arguments: str, said: str | bytes | None = None, **environment: str) -> Result:
        return CliRunner().invoke(app, arguments, input=said, env=environment)

    return call


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """The store that the commands find when nothing is set."""
    url = f"sqlite:///{folder}/data/rapport.db"
    migrate(url)
    store = open_store(url)
    yield store
    store.close()


@dataclass(frozen=True)
class Loopback:
    """A Telegram that commands can reach, and the settings for it."""

    environment: dict[str, str]
    simulator: Simulator


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    """In a thread, because the commands start event loops of their own."""
    simulator, ready, over = Simulator(), Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with simulator:
            ready.set()
            await over.wait()

    thread = Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait(10)
    yield Loopback({"RAPPORT_TOKEN": simulator.token, "RAPPORT_API_URL": simulator.api_url}, simulator)
    loop.call_soon_threadsafe(over.set)
    thread.join()
    loop.close()

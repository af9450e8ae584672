"""`python -m simulator` as a process: it says where it is, stops when told, and remembers its token."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from simulator.command import Newcomer, main, read_arguments, read_people


@asynccontextmanager
async def running(home: Path, *arguments: str) -> AsyncIterator[str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--home", str(home), *arguments), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    yield (await process.stdout.readline()).decode()
    process.terminate()
    assert await process.wait() == 0


async def test_a_process_of_its_own(tmp_path: Path, session: aiohttp.ClientSession) -> None:
    people = '[{"name": "小李", "language": "zh"}]'
    async with running(tmp_path, "--token", "7001:secret", "--people", people) as line:
        address = json.loads((tmp_path / "address.json").read_text())
        assert line == f"Telegram on this machine: {address['page']}\n"
        said = {"person": "小李", "text": "你好"}
        await session.post(f"{address['page']}control/say", json=said)
    async with running(tmp_path, "--people", people):
        again = json.loads((tmp_path / "address.json").read_text())
        async with session.get(f"{again['api']}/bot7001:secret/getUpdates") as answer:
            updates = (await answer.json())["result"]
    assert (again["key"], updates[0]["message"]["text"]) == (address["key"], "你好")


async def test_an_attended_one_leaves_when_nobody_attends_to_it_any_more(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--home", str(tmp_path), "--attended"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    await process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.stdin.close()
    assert await process.wait() == 0


def test_secrets_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_TOKEN", "7001:secret")
    monkeypatch.setenv("SIMULATOR_KEY", "k")
    arguments = read_arguments(["--home", str(tmp_path)])
    assert (arguments.token, arguments.key, arguments.port, arguments.limits) == ("7001:secret", "k", 0, False)


def test_people_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text('[{"name": "Anna"}]')
    assert read_people(str(tmp_path / "people.json")) == [Newcomer("Anna", "en")]


def test_a_broken_clock_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clock.json").write_text("{}")
    monkeypatch.setattr(sys, "argv", ["simulator", "--home", str(tmp_path)])
    assert main() == 1
    assert capsys.readouterr().err.startswith("simulator: ")

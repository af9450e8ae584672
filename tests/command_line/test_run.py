"""`rapport run`, as a process of its own: what a newcomer and an operator see."""

import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage import binding
from storage.store import Store
from tests.command_line.conftest import Loopback

Start = Callable[..., subprocess.Popen[str]]
PATIENCE = 60


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Run `rapport run` in the test's folder; it is stopped at the end, however the test ends."""
    started: list[subprocess.Popen[str]] = []
    checkout = Path(__file__).parents[2]

    def begin(*arguments: str, **environment: str) -> subprocess.Popen[str]:
        surroundings = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(checkout), "RAPPORT_TIMEZONE": "Asia/Shanghai"}
        command = [sys.executable, "-c", "from bot.command_line import main; main()", "run", *arguments]
        process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=folder,
            env=surroundings | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def lines(process: subprocess.Popen[str], count: int) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _ in range(count)]


def stopped(process: subprocess.Popen[str]) -> int:
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=PATIENCE)
    return process.returncode


def refused(process: subprocess.Popen[str]) -> tuple[int, list[str]]:
    _, errors = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in errors
    return process.returncode, [line for line in errors.splitlines() if not line.startswith("{")]


def test_without_a_token_the_demo_says_in_three_lines_where_to_click(start: Start, folder: Path) -> None:
    process = start()
    where, what, how = lines(process, 3)
    page = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", where)
    assert page is not None
    with urllib.request.urlopen(page[0]) as answer:  # noqa: S310 - the loopback address just printed
        assert answer.status == 200
    assert what.startswith("This is the demo")
    assert "RAPPORT_TOKEN" in how
    assert stopped(process) in {0, -signal.SIGTERM}
    assert not (folder / "data" / "rapport.db").exists()


def test_the_first_start_prints_the_way_in(start: Start, loopback: Loopback) -> None:
    process = start(**loopback.environment)
    first, link, code, until = lines(process, 4)
    assert first.startswith("Nobody has enrolled yet.")
    assert link == f"Link: https://t.me/rapport_bot?start={code.removeprefix('Code: ')}"
    assert until.startswith("Good for one person until ")
    assert stopped(process) in {0, -signal.SIGTERM}


def test_a_wrong_token_is_said_and_ends_it(start: Start, loopback: Loopback) -> None:
    token = "123456789:" + "A" * 35
    code, said = refused(start(**loopback.environment | {"RAPPORT_TOKEN": token}))
    assert code == 3
    assert len(said) == 1
    assert "refuses RAPPORT_TOKEN" in said[0]
    assert token not in said[0]


def test_a_wrong_setting_is_said_and_ends_it(start: Start) -> None:
    code, said = refused(start(RAPPORT_PORT="99999"))
    assert (code, said) == (2, ["RAPPORT_PORT is '99999'; allowed: a number from 1 to 65535."])


def test_a_stopped_database_is_said_and_ends_it(start: Start, loopback: Loopback) -> None:
    environment = loopback.environment | {"RAPPORT_DATABASE_URL": "postgresql://me:secret@127.0.0.1:9/rapport"}
    code, said = refused(start(**environment))
    assert code == 3
    assert len(said) == 1
    assert "secret" not in said[0]


def test_a_database_of_another_bot_is_refused_until_it_is_handed_over(
    start: Start, store: Store, loopback: Loopback
) -> None:
    with store.transaction() as session:
        binding.bind(session, 7)
    code, said = refused(start(**loopback.environment))
    assert code == 3
    assert "belongs to bot 7" in said[0]
    process = start("--adopt", **loopback.environment)
    assert lines(process, 1)[0].startswith("Nobody has enrolled yet.")
    assert stopped(process) in {0, -signal.SIGTERM}

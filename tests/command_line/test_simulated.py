"""The demo's Telegram, as a process beside the bot."""

import urllib.request
from http import HTTPStatus
from pathlib import Path

import pytest

from bot.commands.errors import CommandError
from bot.commands.simulated import demo_running
from bot.settings import Settings


@pytest.fixture
def database(folder: Path) -> str:
    """One that is there already, so that none has to be written."""
    (folder / "demo.db").touch()
    return f"sqlite:///{folder}/demo.db"


def is_there(page: str) -> bool:
    try:
        with urllib.request.urlopen(page) as answer:  # noqa: S310 - the loopback address of our own process
            return bool(answer.status == HTTPStatus.OK)
    except OSError:
        return False


def test_it_runs_beside_the_bot_and_leaves_with_it(folder: Path, database: str) -> None:
    with demo_running(Settings(), folder / "simulator", database) as demo:
        assert demo.settings.database_url == database
        assert demo.settings.clock_file == folder / "simulator" / "clock.json"
        assert demo.settings.api_url.startswith("http://127.0.0.1:")
        assert is_there(demo.page)
    assert not is_there(demo.page)


def test_a_second_start_finds_the_same_token(folder: Path, database: str) -> None:
    with demo_running(Settings(), folder / "simulator", database) as first:
        pass
    with demo_running(Settings(), folder / "simulator", database) as second:
        assert second.settings.token == first.settings.token


def test_one_that_does_not_start_says_why(folder: Path, database: str) -> None:
    (folder / "simulator").mkdir()
    (folder / "simulator" / "clock.json").write_text("broken")
    with (
        pytest.raises(CommandError, match=r"The simulator did not start: simulator: .*clock\.json"),
        demo_running(Settings(), folder / "simulator", database),
    ):
        pass

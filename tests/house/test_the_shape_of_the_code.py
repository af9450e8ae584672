"""Rules of the house that no linter knows."""

from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
ROOMS = (
    *("bot", "web", "handlers", "reminders", "delivery", "storage"),
    *("second_opinion", "understanding", "wording", "papers", "sales"),
)
FILES = sorted(
    path
    for room in (*ROOMS, "simulator")
    for path in (HOUSE / room).rglob("*.py")
    if "versions" not in path.parts  # Alembic writes these
)
LONGEST = 300
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_file_is_short_and_its_name_says_what_it_is_for(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST
    assert path.stem not in SAY_NOTHING


def test_only_the_store_commits() -> None:
    committing = [str(path.relative_to(HOUSE)) for path in FILES if ".commit()" in path.read_text("utf-8")]
    assert [path for path in committing if not path.startswith("simulator/")] == ["storage/transactions.py"]


def test_only_one_module_reads_the_clock() -> None:
    reading = [
        str(path.relative_to(HOUSE))
        for path in FILES
        if path.parts[len(HOUSE.parts)] != "simulator" and "datetime.now(" in path.read_text("utf-8")
    ]
    assert reading == ["bot/clock.py"]

"""Faults put into a copy of the code on purpose: the virtual years find each of them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.care.faults import FAULTS, GUARDED, PAIRS
from tests.house.readme import HOUSE

YEARS = "60"
CHANGED = ("reminders", "storage")


def lived_with(folder: Path, migrated: Path, *names: str) -> str:
    """What the years in a process of their own say of the code with these faults; nothing: they saw none."""
    for room in CHANGED:
        shutil.copytree(HOUSE / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in names:
        fault = (FAULTS | GUARDED)[name]
        path = folder / fault.file
        before = path.read_text("utf-8")
        assert before.count(fault.right) == 1, f"{name}: {fault.file} does not read so any more"
        path.write_text(before.replace(fault.right, fault.wrong), "utf-8")
    shutil.copy(migrated, folder / "year.db")
    run = [sys.executable, "-m", "tests.care.lived", str(folder / "year.db"), YEARS]
    # The folder itself comes first: what was changed there is what is imported.
    environment = {**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(run, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode in (0, 1), done.stderr[-2000:]
    return done.stdout.strip()


@pytest.mark.parametrize("name", ["told early", "told again and again", "quiet hours are disturbed"])
def test_a_fault_is_found(tmp_path: Path, migrated_file: Path, name: str) -> None:
    assert "AssertionError" in lived_with(tmp_path, migrated_file, name)


@pytest.mark.torture
def test_without_a_fault_nothing_is_found(tmp_path: Path, migrated_file: Path) -> None:
    assert lived_with(tmp_path, migrated_file) == ""


@pytest.mark.torture
@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_found(tmp_path: Path, migrated_file: Path, name: str) -> None:
    assert "AssertionError" in lived_with(tmp_path, migrated_file, name)


@pytest.mark.torture
@pytest.mark.parametrize("names", PAIRS, ids=" and ".join)
def test_two_faults_do_not_hide_each_other(tmp_path: Path, migrated_file: Path, names: tuple[str, str]) -> None:
    assert "AssertionError" in lived_with(tmp_path, migrated_file, *names)

"""The clock runs ahead with the demo and never goes back."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock, begin_at


def set_offset(file: Path, seconds: float, tick: int) -> None:
    file.write_text(json.dumps({"offset": seconds}), "utf-8")
    os.utime(file, ns=(tick, tick))  # a coarse file system could otherwise hide two quick writes


def test_now_is_aware_utc() -> None:
    assert Clock().now().tzinfo is UTC


def test_the_demo_moves_time_while_the_bot_runs(tmp_path: Path) -> None:
    file = tmp_path / "clock.json"
    clock = Clock(file)
    before = clock.now()
    set_offset(file, 86_400, tick=1)
    assert timedelta(days=1) <= clock.now() - before < timedelta(days=1, minutes=1)


def test_time_never_goes_back(tmp_path: Path) -> None:
    file = tmp_path / "clock.json"
    set_offset(file, 3600, tick=1)
    clock = Clock(file)
    assert clock.offset == timedelta(hours=1)
    set_offset(file, 60, tick=2)
    assert clock.offset == timedelta(hours=1)
    file.unlink()
    assert clock.offset == timedelta(hours=1)


def test_a_demo_may_begin_on_a_day_that_is_over(tmp_path: Path) -> None:
    file = tmp_path / "simulator" / "clock.json"
    day = datetime(2026, 3, 2, 8, tzinfo=UTC)
    begin_at(file, day)
    assert timedelta() <= Clock(file).now() - day < timedelta(minutes=1)


@pytest.mark.parametrize("broken", ["", "{}", "[1]", '{"offset": "soon"}', '{"offset": null}', "\x00"])
def test_a_broken_file_means_real_time(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "clock.json"
    file.write_text(broken, "utf-8")
    assert Clock(file).offset == timedelta()

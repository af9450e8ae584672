"""The only reader of the clock: real time, plus the demo's offset."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """Tells the time. In the demo the simulator writes an offset into a file; time then runs ahead, never back."""

    def __init__(self, offset_file: Path | None = None) -> None:
        self._file = offset_file
        self._written = 0
        self._offset = timedelta()

    def now(self) -> datetime:
        self._look()
        return datetime.now(UTC) + self._offset  # noqa: TID251  this is the one place

    @property
    def offset(self) -> timedelta:
        """How far the demo's time runs ahead; nothing in real life."""
        self._look()
        return self._offset

    def _look(self) -> None:
        if self._file is None or (written := _changed_at(self._file)) == self._written:
            return
        offset = read_offset(self._file)
        # A demo may begin on a day that is over; from then on it only runs ahead.
        self._offset = max(self._offset, offset) if self._written else offset
        self._written = written


def begin_at(file: Path, moment: datetime) -> None:
    """Let the demo's time begin at this moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"offset": (moment - Clock().now()).total_seconds()}), "utf-8")


def _changed_at(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def read_offset(file: Path) -> timedelta:
    """Read what the simulator wrote; a missing or broken file means real time."""
    try:
        return timedelta(seconds=float(json.loads(file.read_text("utf-8"))["offset"]))
    except (OSError, ValueError, KeyError, TypeError):
        return timedelta()

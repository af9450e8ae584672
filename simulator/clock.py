"""Simulated time: the real time plus an offset that only grows."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.journal import write_whole


class ClockError(ValueError):
    """A moment that the clock cannot show."""


def real_time() -> datetime:
    """Read the machine's clock; a simulator beside the bot has to have a clock of its own."""
    return datetime.fromtimestamp(time.time_ns() / 1e9, UTC)


class Clock:
    """Never goes back, whatever the machine's clock or a caller asks; shared with the bot through a file."""

    def __init__(self, file: Path | None = None, source: Callable[[], datetime] = real_time) -> None:
        self._file = file
        self._source = source
        self._offset = timedelta(seconds=read_offset(file)) if file else timedelta()
        self._latest = source() + self._offset
        self._write()

    @classmethod
    def frozen(cls, moment: datetime) -> "Clock":
        """Stand still at this moment until moved: what tests want."""
        return cls(source=lambda: moment.astimezone(UTC))

    @property
    def offset(self) -> float:
        return self._offset.total_seconds()

    def now(self) -> datetime:
        self._latest = max(self._latest, self._source() + self._offset)
        return self._latest

    def unix(self) -> int:
        return int(self.now().timestamp())

    def forward(self, by: timedelta) -> None:
        if by < timedelta():
            raise ClockError("The clock never goes back.")
        self._offset += by
        self._write()

    def move_to(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ClockError("A moment needs its time zone.")
        if moment < self.now():
            raise ClockError(f"The clock never goes back: it is already {self.now():%Y-%m-%d %H:%M} UTC.")
        self.forward(moment - self.now())

    def _write(self) -> None:
        if self._file:
            write_whole(self._file, json.dumps({"offset": self.offset}))


def read_offset(file: Path) -> float:
    if not file.exists():
        return 0.0
    try:
        return float(json.loads(file.read_text("utf-8"))["offset"])
    except (ValueError, KeyError, TypeError) as error:
        raise ClockError(f'{file} should hold {{"offset": seconds}}; delete it to start at the real time.') from error

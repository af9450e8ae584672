"""A lock file beside a database that only one process may write."""

import sys
from pathlib import Path
from typing import IO, Self

from storage.errors import StoreInUseError


class ProcessLock:
    """Held for as long as the store is open; the system lets go of it when the process ends, however it ends."""

    def __init__(self, handle: IO[str]) -> None:
        self._handle = handle

    @classmethod
    def take(cls, database: Path) -> Self:
        handle = database.with_name(f"{database.name}.lock").open("a", encoding="utf-8")
        try:
            _lock(handle)
        except OSError as error:
            handle.close()
            raise StoreInUseError(
                f"{database} is open in another process; this SQLite build allows only one, so stop that one first"
            ) from error
        return cls(handle)

    def release(self) -> None:
        self._handle.close()


def _lock(handle: IO[str]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

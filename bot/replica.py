"""The name of this process among all that work on the database, and whether another's bearer still lives."""

import os
import secrets
import socket
from datetime import timedelta

from storage.leases import Replica

# So long may a replica be silent before others take over; it gives a sign of life three times as often.
PATIENCE = timedelta(seconds=6)
BEAT_SECONDS = PATIENCE.total_seconds() / 3


def this_process() -> Replica:
    return Replica(f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}", PATIENCE)


def is_gone(name: str, me: Replica) -> bool:
    """Only of a process on this machine can we tell."""
    host, pid, *_ = name.split("/") if name.count("/") == 2 else ("", "0")  # noqa: PLR2004  host, process, nonce
    if host != socket.gethostname() or name == me.name:
        return False
    return int(pid) == os.getpid() or not _runs(int(pid))


def _runs(pid: int) -> bool:
    if os.name == "nt":
        # There the signal 0 is Ctrl-C.
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

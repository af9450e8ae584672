"""The name of this process among all that work on the database, and whether another's bearer still lives."""

import os
import secrets
import socket
from datetime import timedelta

from storage.queues.leases import Replica

# So long may a replica be silent before others take over.
PATIENCE = timedelta(seconds=6)


def this_process(patience: timedelta = PATIENCE) -> Replica:
    return Replica(f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}", patience)


def beat_seconds(replica: Replica) -> float:
    """A sign of life that is late by one beat, or two, alarms nobody."""
    return replica.patience.total_seconds() / 3


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

"""How much memory this process takes, and has taken at most."""

from pathlib import Path


def most_memory() -> int:
    """In megabytes."""
    return _told("VmHWM")


def memory_now() -> int:
    return _told("VmRSS")


def _told(name: str) -> int:
    told = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith(name)) // 1024

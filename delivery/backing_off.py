"""How long to wait after a failure: a little at first, then longer."""

from dataclasses import dataclass

FIRST_SECONDS = 0.2
LONGEST_SECONDS = 20.0


@dataclass(slots=True)
class BackOff:
    """Doubles with every failure in a row."""

    longest: float = LONGEST_SECONDS
    failures: int = 0

    def next_seconds(self) -> float:
        self.failures += 1
        return float(min(self.longest, FIRST_SECONDS * 2 ** min(self.failures - 1, 16)))

    def reset(self) -> None:
        self.failures = 0

"""What a tick asks for: a sweep finds out what is due and puts it into the queues."""

from typing import Protocol

from storage.ticks import Tick


class Sweep(Protocol):
    """Asked at every tick. It may be asked twice, late or by two replicas at once, and queues everything once."""

    @property
    def name(self) -> str: ...

    async def sweep(self, tick: Tick) -> None: ...

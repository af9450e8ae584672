"""Telegram's own limits, as the simulator has them, and what they were asked."""

from simulator.limits import Limiter


class WatchedLimits(Limiter):
    """Keeps to which chats was sent, in that order, and which sends it refused."""

    def __init__(self) -> None:
        super().__init__(on=True)
        self.sent: list[int] = []
        self.refused: list[int] = []

    def wait(self, chat: int) -> int:
        seconds = super().wait(chat)
        (self.refused if seconds else self.sent).append(chat)
        return seconds

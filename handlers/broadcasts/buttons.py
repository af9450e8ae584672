"""The buttons under words to a team, each with the function that answers it."""

from collections.abc import Callable, Mapping

from handlers.broadcasts import reading, sending
from handlers.desk import Args, Desk
from handlers.outcome import Outcome

BROADCAST_BUTTONS: Mapping[str, Callable[[Desk, Args], Outcome]] = {
    "broadcast_team": sending.choose_team,
    "broadcast_send": sending.send,
    "broadcast_cancel": sending.cancel,
    "broadcast_remind": sending.remind,
    "broadcast_read": reading.read,
}

"""What the message shows that tells how long the bot was away."""

from dataclasses import dataclass
from datetime import datetime

from sales.care.views import CareView
from sales.views import Reminder


@dataclass(frozen=True, slots=True)
class LateBundle:
    """The reminders that came due while the bot was away, in one message; none where only messages may be missing.

    `others` are those that are no follow-ups.
    """

    since: datetime
    until: datetime
    reminders: tuple[Reminder, ...]
    others: tuple[CareView, ...] = ()

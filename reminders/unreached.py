"""Once a day: managers hear of what waits for those who blocked the bot or left."""

from datetime import datetime

from reminders.permitted import Firm, after_quiet_hours
from sales.moments import local_day
from storage.care import unreached
from storage.plans.due_followups import recipient
from storage.queues.outbox import Sending, put
from storage.store import Session


def tell_unreached(session: Session, now: datetime) -> None:
    """One list a day and person, to the nearest managers."""
    for member, managers in unreached.waiting(session, now=now):
        for manager in managers:
            to = recipient(session, manager)
            if to is not None:
                put(
                    session,
                    Sending(
                        key=f"unreached:{member}:{local_day(now, to.zone)}:{to.member}",
                        chat=to.chat,
                        kind="unreached",
                        due_at=after_quiet_hours(now, to, Firm.WORKING),
                        facts={"out_of_reach": member},
                        member=to.member,
                    ),
                )

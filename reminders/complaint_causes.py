"""On Monday mornings: what the week before came to in complaints, for customer care and managers."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from reminders.permitted import Firm, after_quiet_hours
from sales.moments import local_day
from sales.people import Role
from storage.company import people
from storage.company.teams import company_zone
from storage.plans.due_followups import recipient
from storage.queues.outbox import Sending, put
from storage.store import Session

_TOLD = frozenset({Role.CARE, Role.MANAGER})


def tell_causes(session: Session, now: datetime) -> None:
    """Where nothing happened that somebody may know of, nothing is sent to them."""
    today = local_day(now, ZoneInfo(company_zone(session) or "UTC"))
    if today.weekday():
        return
    monday = today - timedelta(days=7)
    for member in people.members(session):
        to = recipient(session, member)
        if to is not None and not _TOLD.isdisjoint(member.roles):
            put(
                session,
                Sending(
                    key=f"complaint_causes:{monday}:{member.id}",
                    chat=to.chat,
                    kind="complaint_causes",
                    due_at=after_quiet_hours(now, to, Firm.WORKING),
                    facts={"monday": monday.isoformat()},
                    member=member.id,
                ),
            )

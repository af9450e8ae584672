"""What was promised for the days of a period: how much of it was done in time, and to whom it was not."""

from datetime import date, datetime

from sqlalchemy import select
from sqlmodel import Session, col

from sales.digests import HOURS, Moved, Share
from sales.measures import Period
from sales.people import Member
from sales.promises import kept_in_time
from sales.rights import Part
from storage.cards.visibility import visible
from storage.digests.led import names_of
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow

_NAMED = 2


def promises(session: Session, reader: Member, period: Period, now: datetime) -> tuple[Share, Moved]:
    """How many were kept, and the customers with whose promises that is not so, whose waits for longest first."""
    running = _still_running(now.astimezone(reader.zone))
    columns = (col(FollowUpRow.day), col(FollowUpRow.state), col(FollowUpRow.closed_at), col(FollowUpRow.owner_id))
    rows = session.connection().execute(
        select(*columns, col(CustomerRow.name))
        .join(CustomerRow, col(CustomerRow.id) == col(FollowUpRow.customer_id))
        .where(visible(reader, Part.PLANS), col(FollowUpRow.state).in_(["open", "done"]))
        .where(col(FollowUpRow.day).between(period.first, period.last))
        .order_by(col(FollowUpRow.day), col(FollowUpRow.id))
    )
    every, kept, missed = 0, 0, dict[tuple[str, int], None]()
    for day, state, closed, owner, customer in rows:
        if state == "open" and day == running:
            continue
        every += 1
        if state == "done" and kept_in_time(closed, day, reader.zone):
            kept += 1
        else:
            missed[customer, owner] = None
    return Share(kept, every), _named(session, list(missed))


def _still_running(at: datetime) -> date | None:
    """The day of which nobody can say yet that a promise was not kept: until digests may come."""
    return at.date() if at.time() < min(HOURS) else None


def _named(session: Session, missed: list[tuple[str, int]]) -> Moved:
    owners = {owner for _, owner in missed[:_NAMED]}
    names = names_of(session, owners)
    told = tuple((customer, names.get(owner, "")) for customer, owner in missed[:_NAMED])
    return Moved(told, len(missed[_NAMED:]))

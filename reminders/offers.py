"""Once a week, on Wednesdays: one further kind of reminder for everybody who has not said yes or no to it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from reminders.permitted import Firm, after_quiet_hours
from sales.care.kinds import REMINDER_KINDS, Audience, ReminderKind
from sales.moments import local_day
from sales.people import Member, Role
from storage.company import people
from storage.company.habits import here_since
from storage.company.teams import company_zone
from storage.plans.due_followups import Recipient, recipient
from storage.queues.outbox import Sending, put, state_of
from storage.store import Session

_WEDNESDAY = 2
_SETTLED_IN = timedelta(days=14)
"""Who has just come has enough to look at."""
_OF_CUSTOMERS, _OF_TEAMS = frozenset({Role.REP, Role.CARE}), frozenset({Role.MANAGER})


def offer_kinds(session: Session, now: datetime) -> None:
    if local_day(now, ZoneInfo(company_zone(session) or "UTC")).weekday() != _WEDNESDAY:
        return
    for member in people.members(session):
        to = recipient(session, member)
        if to is None or not _settled_in(session, member.id, now):
            continue
        kind = _next(session, to, member)
        if kind is not None:
            put(session, _letter(to, kind, now))


def _settled_in(session: Session, member: int, now: datetime) -> bool:
    joined = here_since(session, member)
    return joined is not None and now - joined >= _SETTLED_IN


def _next(session: Session, to: Recipient, member: Member) -> str | None:
    """The first kind that is not standard, was never offered, and that they neither took nor refused."""
    further = (rule for rule in REMINDER_KINDS.values() if not rule.standard and rule.name not in to.habits.kinds)
    open_to = (rule.name for rule in further if _is_of_use(rule, member))
    return next((kind for kind in open_to if state_of(session, _key(to, kind)) is None), None)


def _is_of_use(rule: ReminderKind, member: Member) -> bool:
    whom = _OF_TEAMS if rule.audience is Audience.LEADER else _OF_CUSTOMERS
    return not whom.isdisjoint(member.roles)


def _key(to: Recipient, kind: str) -> str:
    return f"kind_offer:{to.member}:{kind}"


def _letter(to: Recipient, kind: str, now: datetime) -> Sending:
    return Sending(
        key=_key(to, kind),
        chat=to.chat,
        kind="kind_offer",
        due_at=after_quiet_hours(now, to, Firm.WORKING),
        facts={"kind": kind},
        member=to.member,
    )

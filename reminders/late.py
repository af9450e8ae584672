"""Which reminders are late after a standstill and only have to say so, and which are over."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sales.care.kinds import REMINDER_KINDS, Late
from sales.message_rules import Priority
from sales.reminder_cards import LATE
from storage.care import due
from storage.care.due import DueReminder
from storage.plans.due_followups import Recipient
from storage.store import Session


def late_for_each(session: Session, now: datetime) -> Mapping[Recipient, Sequence[int]]:
    """The bundle that tells how long the bot was away has them as lines."""
    found: dict[Recipient, list[int]] = {}
    for one in due.found(session, now=now):
        if says_late(one, now) and not is_over(one, now):
            found.setdefault(one.recipients[0], []).append(one.id)
    return found


def says_late(one: DueReminder, now: datetime) -> bool:
    """A birthday says that it was yesterday, and what goes up to several is urgent: these come by themselves."""
    rule = REMINDER_KINDS[one.kind]
    plain = rule.late is Late.SAY and rule.priority > Priority.ALERT
    return plain and now - one.due_at > LATE and len(one.recipients) == 1 and not one.unreached


def waits_for_managers(one: DueReminder) -> bool:
    """It is told in the one list of the day that their managers get; only what is urgent does not wait for that."""
    return one.unreached and REMINDER_KINDS[one.kind].priority > Priority.ALERT


def is_over(one: DueReminder, now: datetime) -> bool:
    rule = REMINDER_KINDS[one.kind]
    dropped = rule.late in (Late.SKIP, Late.DROP) and now - one.due_at > LATE
    return dropped or now - one.due_at > rule.expires

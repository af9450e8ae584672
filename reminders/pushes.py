"""The sweep of pushes: reminders whose moment has come go to who is there for the customer now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reminders.late import is_over, says_late, waits_for_managers
from reminders.letters import MANY
from reminders.permitted import Firm, Permit, Spent, Wish, after_quiet_hours, allot, may_go
from sales.care.kinds import REMINDER_KINDS, Late
from sales.message_rules import Priority
from sales.moments import local_day
from sales.reminder_cards import LATE, AgendaCard
from storage.care import due
from storage.care.due import Became, DueReminder
from storage.care.spent import spent
from storage.plans.due_followups import Recipient
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one reminder: told in these messages, a line of the next agenda, or expired."""

    reminder: int
    became: Became
    sendings: Sequence[outbox.Sending] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What one look showed."""

    due: Sequence[DueReminder]
    spent: Spent


@dataclass(frozen=True, slots=True)
class Pushes:
    """Looks without a write lock, and writes only what is due."""

    store: Store
    name: str = "pushes"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(look, now=tick.now))
        verdicts = list(decide(found, tick.now))
        if verdicts:
            await self.store.write(partial(carry_out, verdicts=verdicts, now=tick.now))


def look(session: Session, *, now: datetime) -> Found:
    found = due.found(session, now=now)
    recipients = [recipient for one in found for recipient in one.recipients]
    return Found(found, spent(session, recipients, now))


def decide(found: Found, now: datetime) -> Iterator[Verdict]:
    """What has nobody to be told to, now, stays with whoever looks after such customers."""
    yield from (Verdict(one.id, Became.EXPIRED) for one in found.due if is_over(one, now))
    alive = [one for one in found.due if not is_over(one, now)]
    yield from (Verdict(one.id, Became.LINE) for one in alive if waits_for_managers(one))
    standing = [one for one in alive if not waits_for_managers(one)]
    heaps = _heaps(standing, now)
    for recipient, heap in heaps.items():
        yield from _in_one(recipient, heap, now)
    heaped = {one.id for heap in heaps.values() for one in heap}
    apart = [one for one in standing if one.id not in heaped]
    wanted = [(one, recipient) for one in apart for recipient in one.recipients]
    permits = allot([_wish(one, recipient, now) for one, recipient in wanted], found.spent)
    allowed: dict[int, list[tuple[Recipient, Permit]]] = {}
    for (one, recipient), permit in zip(wanted, permits, strict=True):
        allowed.setdefault(one.id, []).append((recipient, permit))
    yield from (_verdict(one, allowed[one.id]) for one in apart if one.recipients)


def _heaps(standing: Sequence[DueReminder], now: datetime) -> dict[Recipient, list[DueReminder]]:
    """What is late for one reader after a standstill, where that is more than a few."""
    late: dict[Recipient, list[DueReminder]] = {}
    for one in standing:
        if says_late(one, now):
            late.setdefault(one.recipients[0], []).append(one)
    return {recipient: heap for recipient, heap in late.items() if len(heap) > MANY}


def _in_one(recipient: Recipient, heap: Sequence[DueReminder], now: datetime) -> Iterator[Verdict]:
    """They become lines of one list of today, which wakes nobody."""
    first, *others = heap
    listed = outbox.Sending(
        key=f"agenda:late:{first.id}:{first.due_at.isoformat()}:{recipient.member}",
        chat=recipient.chat,
        kind="agenda",
        due_at=after_quiet_hours(now, recipient),
        facts=AgendaCard().facts,
        member=recipient.member,
    )
    yield Verdict(first.id, Became.LINE, (listed,))
    yield from (Verdict(one.id, Became.LINE) for one in others)


def _verdict(one: DueReminder, allowed: Sequence[tuple[Recipient, Permit]]) -> Verdict:
    """What is over the day's number for all of its readers is read in the agenda, where nothing is lost."""
    if all(permit.bundled for _, permit in allowed):
        return Verdict(one.id, Became.LINE)
    sendings = (_sending(one, recipient, permit.moment) for recipient, permit in allowed)
    return Verdict(one.id, Became.TOLD, tuple(sendings))


def _wish(one: DueReminder, recipient: Recipient, now: datetime) -> Wish:
    """It waits for a working day where it keeps its sense until then; what loses it at once holds to its moment."""
    rule = REMINDER_KINDS[one.kind]
    if one.grave or rule.late is Late.DROP:
        return Wish(recipient, now, Firm.URGENT if one.grave else Firm.TOLD, rule.priority)
    waits = Wish(recipient, now, Firm.WORKING, rule.priority)
    late = may_go(waits, {}).moment - one.due_at > rule.expires
    return Wish(recipient, now, Firm.DAY, rule.priority) if late or rule.priority <= Priority.ALERT else waits


def _sending(one: DueReminder, recipient: Recipient, moment: datetime) -> outbox.Sending:
    was = local_day(moment, recipient.zone) > local_day(one.due_at, recipient.zone)
    return outbox.Sending(
        key=f"{one.kind}:{one.id}:{one.due_at.isoformat()}:{recipient.member}",
        chat=recipient.chat,
        kind=one.kind,
        due_at=moment,
        facts={"reminder": one.id, "fresh": 1, "late": int(moment - one.due_at > LATE), "was": int(was)},
        member=recipient.member,
    )


def carry_out(session: Session, *, verdicts: Sequence[Verdict], now: datetime) -> None:
    """Two replicas may have looked at the same moment: only one of them finds it still waiting."""
    for verdict in verdicts:
        if due.settle(session, verdict.reminder, verdict.became, now=now):
            for sending in verdict.sendings:
                outbox.put(session, sending)

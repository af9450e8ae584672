"""The sweep of pushes: reminders whose moment has come go to who is there for the customer now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog

from reminders.letters import LATE, after_quiet_hours
from sales.care.kinds import REMINDER_KINDS, Late
from sales.moments import local_day
from storage.care import due
from storage.care.due import DueReminder
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one reminder: told in these messages, or expired where there are none."""

    reminder: int
    sendings: Sequence[outbox.Sending] = ()


@dataclass(frozen=True, slots=True)
class Pushes:
    """Looks without a write lock, and writes only what is due."""

    store: Store
    name: str = "pushes"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(due.found, now=tick.now))
        verdicts = [verdict for one in found if (verdict := _verdict(one, tick.now))]
        if verdicts:
            await self.store.write(partial(_carry_out, verdicts=verdicts, now=tick.now))


def _verdict(one: DueReminder, now: datetime) -> Verdict | None:
    """None: there is nobody to tell it to, now; it stays with whoever looks after such customers."""
    if _is_over(one, now):
        return Verdict(one.id)
    return Verdict(one.id, tuple(_sendings(one, now))) if one.recipients else None


def _is_over(one: DueReminder, now: datetime) -> bool:
    rule = REMINDER_KINDS[one.kind]
    dropped = rule.late in (Late.SKIP, Late.DROP) and now - one.due_at > LATE
    return dropped or now - one.due_at > rule.expires


def _sendings(one: DueReminder, now: datetime) -> Iterator[outbox.Sending]:
    for recipient in one.recipients:
        moment = after_quiet_hours(now, recipient)
        was = local_day(moment, recipient.zone) > local_day(one.due_at, recipient.zone)
        yield outbox.Sending(
            key=f"{one.kind}:{one.id}:{one.due_at.isoformat()}:{recipient.member}",
            chat=recipient.chat,
            kind=one.kind,
            due_at=moment,
            facts={"reminder": one.id, "fresh": 1, "late": int(moment - one.due_at > LATE), "was": int(was)},
            member=recipient.member,
        )


def _carry_out(session: Session, *, verdicts: Sequence[Verdict], now: datetime) -> None:
    """Two replicas may have looked at the same moment: only one of them finds it still waiting."""
    for verdict in verdicts:
        if due.settle(session, verdict.reminder, told=bool(verdict.sendings), now=now):
            for sending in verdict.sendings:
                outbox.put(session, sending)

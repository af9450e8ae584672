"""The sweep of the morning: a card with the day's agenda for everybody at their hour, once a local day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import partial

from sales.moments import local_moment
from sales.people import Member
from sales.reminder_cards import AgendaCard, ReminderCard
from storage.care.daily_hours import MORNING, AtTheirHour, at_their_hour
from storage.company import covers, people
from storage.plans import followups
from storage.plans.agenda import agenda, digest
from storage.plans.due_followups import TOLD_IN, of_the_day, reminder_key
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class Morning:
    """A card to send, or (`told` False) the note that this member has nothing to be told today.

    `covers` are the reminders of follow-ups that it stands for; `overdue` those that went by another day.
    """

    sending: outbox.Sending
    told: bool = True
    covers: tuple[outbox.Sending, ...] = ()
    overdue: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Agendas:
    """Looks without a write lock. Follow-ups for today without a clock time are told by the card, and not again."""

    store: Store
    remind_at: time
    name: str = "agendas"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(self._look, now=tick.now))
        if found:
            await self.store.write(partial(put, found=found, now=tick.now))

    def _look(self, session: Session, *, now: datetime) -> list[Morning]:
        return [card for one in at_their_hour(session, MORNING, now=now) for card in self._cards(session, one, now)]

    def _cards(self, session: Session, one: AtTheirHour, now: datetime) -> Iterator[Morning]:
        """Nobody on leave is bothered while somebody stands in for them."""
        member = people.member(session, one.member)
        if member is None or covers.cover_of(session, one.member) is not None:
            return
        view = agenda(session, member, now=now)
        card = AgendaCard(fresh=True, lines=digest(view))
        key = MORNING.key(one.day, one.member)
        sending = outbox.Sending(
            key=key, chat=one.chat, kind="morning", due_at=now, facts=card.facts, member=one.member
        )
        if not view.is_worth_telling:
            yield Morning(sending, told=False)
            return
        covered = tuple(self._covered(session, member, sending, [line.id for line in view.due]))
        yield Morning(sending, covers=covered, overdue=tuple(line.id for line in view.overdue))

    def _covered(
        self, session: Session, member: Member, sending: outbox.Sending, lines: Sequence[int]
    ) -> Iterator[outbox.Sending]:
        """Those that would be pushed at the usual time; what has a clock time of its own, or was put off, comes yet."""
        for due, zone in of_the_day(session, lines):
            if due.day is None or due.planned != local_moment(due.day, self.remind_at, zone):
                continue
            facts = ReminderCard(due.follow_up, due.planned, due.day, fresh=True).facts
            key = reminder_key(due, member.id)
            yield replace(sending, key=key, kind="follow_up", facts={**facts, TOLD_IN: sending.key})


def put(session: Session, *, found: Sequence[Morning], now: datetime) -> None:
    """Of two replicas the first one tells; its card uses up the keys of the reminders that it stands for."""
    for one in found:
        if not outbox.put(session, one.sending):
            continue
        if not one.told:
            outbox.withdraw(session, one.sending.key, now)
        followups.roll_over(session, follow_ups=one.overdue)
        for reminder in one.covers:
            outbox.put(session, reminder)
            outbox.withdraw(session, reminder.key, now)

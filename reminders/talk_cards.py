"""The sweep of the morning for whoever leads a team and has not turned it off: what to talk about with each rep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sales.care.working_days import country_of
from sales.people import Member
from sales.talk_card import read_told, since_last, wants, write_told
from storage.care.daily_hours import TALK_CARD, AtTheirHour, at_their_hour
from storage.company import people
from storage.company.covers import is_on_leave
from storage.queues.outbox import Sending, put, put_under
from storage.store import Session, Store
from storage.talk_card.reading import talk_card
from storage.ticks import Tick


@dataclass(frozen=True, slots=True)
class TalkCards:
    """Looks without a write lock. What a morning missed is left out: the evening's digest says what matters."""

    store: Store
    name: str = "talk cards"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(_look, now=tick.now))
        if found:
            await self.store.write(partial(_put, found=found))


def _look(session: Session, *, now: datetime) -> list[Sending]:
    hours = at_their_hour(session, TALK_CARD, now=now)
    return [sending for one in hours if (sending := _card(session, one, now))]


def _card(session: Session, one: AtTheirHour, now: datetime) -> Sending | None:
    """What is praised is kept with the message: the next card praises something else."""
    member = people.member(session, one.member)
    if member is None or not wants(one.habits, member) or is_on_leave(session, one.member):
        return None
    told = _told_before(session, one, member)
    view = talk_card(session, member, one.day, read_told(told), now)
    return Sending(
        key=TALK_CARD.key(one.day, one.member),
        chat=one.chat,
        kind="talk_card",
        due_at=now,
        facts={"day": one.day.isoformat(), "told": told, "praised": write_told(view.reps), "fresh": 1},
        member=one.member,
    )


def _told_before(session: Session, one: AtTheirHour, member: Member) -> str:
    """What the card of the working day before praised."""
    before: date = since_last(one.day, one.habits, country_of(one.habits, member.zone)).first
    key = TALK_CARD.key(before, one.member)
    return next((str(sent.facts["praised"]) for sent in put_under(session, key) if sent.key == key), "")


def _put(session: Session, *, found: Sequence[Sending]) -> None:
    for sending in found:
        put(session, sending)

"""The sweep that keeps the day's agenda true: after whatever was told or done its card is edited, without a sound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from reminders import evening_questions
from reminders.evening_questions import Question, question
from reminders.wrap import reports
from sales.moments import local_day
from sales.people import Member
from sales.reminder_cards import Facts, agenda_card
from storage.care import agenda_cards
from storage.care.daily_hours import MORNING, WRAP, report_key
from storage.company import people
from storage.plans.agenda import agenda, digest
from storage.plans.reports import wrap
from storage.queues import outbox
from storage.store import Session, Store
from storage.ticks import Tick, mark_of, move_mark

_MARK = "agenda_following"


@dataclass(frozen=True, slots=True)
class Found:
    """The mark before a look and after it, and the cards that read otherwise by now."""

    seen: int | None
    upto: int
    edits: Sequence[outbox.Sending] = ()
    questions: Sequence[Question] = ()


@dataclass(frozen=True, slots=True)
class AgendaFollowing:
    """Looks without a write lock, at those alone to whom anything was sent since the look before."""

    store: Store
    name: str = "agenda following"

    async def sweep(self, tick: Tick) -> None:
        found = await self.store.read(partial(look, now=tick.now))
        if found.upto != found.seen:
            await self.store.write(partial(put, found=found, now=tick.now))


def look(session: Session, *, now: datetime) -> Found:
    seen = mark_of(session, name=_MARK)
    if seen is None:
        return Found(None, agenda_cards.newest(session))
    heard = agenda_cards.heard_since(session, seen)
    members = [member for number in sorted(heard.members) if (member := people.member(session, number))]
    edits = [edit for member in members for edit in (*_agenda(session, member, now), *_wrap(session, member, now))]
    done = {one.member for one in edits if one.kind == "report"}
    questions = [_question(session, member, now) for member in members if member.id in done]
    return Found(seen, heard.upto, edits, [one for one in questions if one])


def _question(session: Session, member: Member, now: datetime) -> Question | None:
    """Where the wrap came to its end."""
    return question(session, member, day=local_day(now, member.zone), now=now)


def _agenda(session: Session, member: Member, now: datetime) -> Iterator[outbox.Sending]:
    day = local_day(now, member.zone)
    shown = agenda_cards.last_card(session, member, day)
    card = replace(agenda_card(shown.facts), fresh=False) if shown else None
    if shown is None or card is None or card.day is not None:
        return
    lines = digest(agenda(session, member, now=now))
    if lines != card.lines:
        key = f"{MORNING.key(day, member.id)}:{now.isoformat()}"
        yield _edit(member, key, shown, now, replace(card, lines=lines).facts)


def _wrap(session: Session, member: Member, now: datetime) -> Iterator[outbox.Sending]:
    day = local_day(now, member.zone)
    shown = agenda_cards.wrap_card(session, member, day)
    if shown is None:
        return
    view = wrap(session, member, day=day)
    lines = digest(view)
    if lines != shown.facts.get("lines"):
        key = f"{WRAP.key(day, member.id)}:{now.isoformat()}"
        edit = _edit(member, key, shown, now, {"day": day.isoformat(), "lines": lines})
        yield edit
        if not view.untold and not view.apart:
            yield from reports(replace(edit, key=report_key(day, member.id), edits=None), day)


def _edit(member: Member, key: str, shown: outbox.Shown, now: datetime, facts: Facts) -> outbox.Sending:
    kind = "agenda" if shown.kind == "morning" else shown.kind
    return outbox.Sending(
        key=key, chat=member.chat or 0, kind=kind, due_at=now, facts=facts, member=member.id, edits=shown.key
    )


def put(session: Session, *, found: Found, now: datetime) -> None:
    """Unless another replica did meanwhile."""
    if move_mark(session, name=_MARK, seen=found.seen, to=found.upto):
        for sending in found.edits:
            outbox.put(session, sending)
        for one in found.questions:
            evening_questions.put(session, one, now=now)

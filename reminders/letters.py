"""Decides what everybody is told of what is due: one by one, or in one message after the bot was away."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from sales.moments import local_day, local_moment
from sales.reminder_cards import AgendaCard, LateCard, ReminderCard
from storage.plans.due_followups import TOLD_IN, Recipient, Waiting
from storage.queues.outbox import Sending

LATE = timedelta(minutes=10)
"""From here on a reminder says that it is late."""
LONG = timedelta(hours=24)
"""Telegram keeps messages for so long; after that some that were sent to us may be lost."""
MANY = 3
"""More long overdue reminders than this come as one list, whatever held them up."""
_QUIET_FROM = time(22)
_QUIET_UNTIL = time(7)


@dataclass(frozen=True, slots=True)
class Away:
    """From when to when nobody ticked."""

    since: datetime
    until: datetime

    @property
    def long(self) -> bool:
        return self.until - self.since > LONG


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to put, with the keys of the reminders that it stands for."""

    sending: Sending
    covers: tuple[Sending, ...] = ()


def letters(
    waiting: Iterable[Waiting], *, now: datetime, away: Away | None, everybody: Sequence[Recipient] = ()
) -> list[Letter]:
    """All messages of one sweep. After a long absence `everybody` hears of it, whatever is due for them."""
    due: dict[Recipient, list[Waiting]] = {recipient: [] for recipient in everybody}
    for one in waiting:
        due.setdefault(one.recipient, []).append(one)
    return [letter for recipient, mine in due.items() for letter in _to(recipient, mine, now=now, away=away)]


def _to(recipient: Recipient, due: Sequence[Waiting], *, now: datetime, away: Away | None) -> Iterator[Letter]:
    together = _together(due, now=now, away=away)
    if away and (away.long or together):
        yield _bundle(recipient, together, away)
    elif together:
        yield _list(recipient, together, now)
    yield from (Letter(_reminder(one, now)) for one in due if one not in together)


def _together(due: Sequence[Waiting], *, now: datetime, away: Away | None) -> Sequence[Waiting]:
    """Those that come in one message; a single late one comes as itself and says how late it is."""
    if away is not None:
        late = [one for one in due if now - one.due.planned > LATE]
        return late if away.long or len(late) > 1 else ()
    overdue = [one for one in due if now - one.due.planned > LONG and one.due.owner == one.recipient.member]
    return overdue if len(overdue) > MANY else ()


def _reminder(one: Waiting, now: datetime) -> Sending:
    late = now - one.due.planned > LATE
    card = ReminderCard(one.due.follow_up, one.due.planned, one.due.day, late=late, fresh=True)
    return _sending(one.key, "follow_up", one.recipient, card.facts, now)


def _bundle(recipient: Recipient, late: Sequence[Waiting], away: Away) -> Letter:
    card = LateCard(away.since, away.until, tuple(one.due.follow_up for one in late), fresh=True)
    key = f"late:{away.since.isoformat()}:{recipient.member}"
    moment = after_quiet_hours(away.until, recipient)
    return Letter(_sending(key, "late", recipient, card.facts, moment), _covered(late, key, away.until))


def _list(recipient: Recipient, overdue: Sequence[Waiting], now: datetime) -> Letter:
    """Somebody was out of reach, or a clock was moved far ahead: their list of today, not one push each."""
    key = f"agenda:{now.isoformat()}:{recipient.member}"
    moment = after_quiet_hours(now, recipient)
    return Letter(_sending(key, "agenda", recipient, AgendaCard().facts, moment), _covered(overdue, key, now))


def _covered(waiting: Sequence[Waiting], key: str, now: datetime) -> tuple[Sending, ...]:
    """The reminders themselves; each knows the message that tells it, in case that one is refused."""
    reminders = (_reminder(one, now) for one in waiting)
    return tuple(replace(one, facts={**one.facts, TOLD_IN: key}) for one in reminders)


def _sending(
    key: str, kind: str, recipient: Recipient, facts: Mapping[str, str | int | None], due_at: datetime
) -> Sending:
    return Sending(key=key, chat=recipient.chat, kind=kind, due_at=due_at, facts=facts, member=recipient.member)


def after_quiet_hours(now: datetime, recipient: Recipient) -> datetime:
    """Now, or in the morning: what is late already wakes nobody."""
    local = now.astimezone(recipient.zone).time()
    if _QUIET_UNTIL <= local < _QUIET_FROM:
        return now
    today = local_day(now, recipient.zone)
    day = today + timedelta(days=1) if local >= _QUIET_FROM else today
    return local_moment(day, _QUIET_UNTIL, recipient.zone)

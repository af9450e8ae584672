"""Decides what everybody is told of what is due: one by one, or in one message after the bot was away."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from itertools import groupby

from reminders.permitted import Firm, Spent, Wish, after_quiet_hours, allot
from sales.care.working_days import country_of, works
from sales.moments import local_day
from sales.reminder_cards import LATE, AgendaCard, LateCard, ReminderCard
from storage.care.daily_hours import MORNING
from storage.plans.due_followups import TOLD_IN, Recipient, Waiting
from storage.queues.outbox import Sending

LONG = timedelta(hours=24)
"""Telegram keeps messages for so long; after that some that were sent to us may be lost."""
MANY = 3
"""More long overdue reminders than this come as one list, whatever held them up."""


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
    """A message to put, with the keys of the reminders that it stands for.

    `told_later`: nothing is put, another message will tell of them. `lines` are other reminders that are lines of it.
    """

    sending: Sending
    covers: tuple[Sending, ...] = ()
    told_later: bool = False
    lines: tuple[int, ...] = ()


Others = Mapping[Recipient, Sequence[int]]
"""Reminders other than follow-ups that came due meanwhile, and that only say that they are late."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What decides when they may go: how many everybody had, when comes what has no clock time, what else is late."""

    spent: Spent = field(default_factory=dict)
    remind_at: time = time(9)
    others: Others = field(default_factory=dict)


_USUAL = Terms()


def letters(
    waiting: Iterable[Waiting],
    *,
    now: datetime,
    away: Away | None,
    everybody: Sequence[Recipient] = (),
    terms: Terms = _USUAL,
) -> list[Letter]:
    """All messages of one sweep. After a long absence `everybody` hears of it, whatever is due for them."""
    due: dict[Recipient, list[Waiting]] = {recipient: [] for recipient in (*everybody, *terms.others)}
    for one in waiting:
        due.setdefault(one.recipient, []).append(one)
    found: list[Letter] = []
    for recipient, mine in due.items():
        lines = terms.others.get(recipient, ())
        together = _together(mine, now=now, away=away, others=len(lines))
        if away and (away.long or together or len(lines) > 1):
            found.append(_bundle(recipient, together, away, lines))
        elif together:
            found.append(_list(recipient, together, now, after_quiet_hours(now, recipient)))
        found += _apart(recipient, [one for one in mine if one not in together], now, terms)
    return found


def _apart(recipient: Recipient, due: Sequence[Waiting], now: datetime, terms: Terms) -> Iterator[Letter]:
    """Each by itself as long as the day has room; what is over waits for one list, the next agenda's."""
    wishes = [Wish(recipient, now, _firm(one, now, terms)) for one in due]
    permits = allot(wishes, terms.spent)
    yield from (
        Letter(_reminder(one, now, permit.moment))
        for one, permit in zip(due, permits, strict=True)
        if not permit.bundled
    )
    over = [(permit, one) for one, permit in zip(due, permits, strict=True) if permit.bundled]
    for moment, some in groupby(over, key=lambda pair: pair[0].moment):
        yield _with_the_agenda(recipient, [one for _, one in some], now, moment)


def _firm(one: Waiting, now: datetime, terms: Terms) -> Firm:
    """A clock time that its owner named is kept, also where a button named it; one that is over wakes nobody."""
    if now - one.due.planned > LATE:
        return Firm.DAY
    usual = one.due.at is None and one.due.planned.astimezone(one.recipient.zone).time() == terms.remind_at
    return Firm.DAY if usual else Firm.TOLD


def _together(due: Sequence[Waiting], *, now: datetime, away: Away | None, others: int) -> Sequence[Waiting]:
    """Those that come in one message; a single late one comes as itself and says how late it is."""
    if away is not None:
        late = [one for one in due if now - one.due.planned > LATE]
        return late if away.long or len(late) + others > 1 else ()
    overdue = [one for one in due if now - one.due.planned > LONG and one.due.owner == one.recipient.member]
    return overdue if len(overdue) > MANY else ()


def _reminder(one: Waiting, now: datetime, moment: datetime) -> Sending:
    late = now - one.due.planned > LATE
    card = ReminderCard(one.due.follow_up, one.due.planned, one.due.day, late=late, fresh=True)
    return _sending(one.key, "follow_up", one.recipient, card.facts, moment)


def _bundle(recipient: Recipient, late: Sequence[Waiting], away: Away, others: Sequence[int]) -> Letter:
    follow_ups = tuple(one.due.follow_up for one in late)
    card = LateCard(away.since, away.until, follow_ups, fresh=True, reminders=tuple(others))
    key = f"late:{away.since.isoformat()}:{recipient.member}"
    moment = after_quiet_hours(away.until, recipient)
    sending = _sending(key, "late", recipient, card.facts, moment)
    return Letter(sending, _covered(late, key, away.until), lines=tuple(others))


def _list(recipient: Recipient, overdue: Sequence[Waiting], now: datetime, moment: datetime) -> Letter:
    """Somebody was out of reach, a clock was moved far ahead, or the day had its fill: their list of that day."""
    key = f"agenda:{now.isoformat()}:{recipient.member}"
    return Letter(_sending(key, "agenda", recipient, AgendaCard().facts, moment), _covered(overdue, key, now))


def _with_the_agenda(recipient: Recipient, over: Sequence[Waiting], now: datetime, moment: datetime) -> Letter:
    """The morning's card of that day has them; only where none comes they are a list of their own."""
    day, habits = local_day(moment, recipient.zone), recipient.habits
    if not habits.wants(MORNING.name) or not works(day, habits, country_of(habits, recipient.zone)):
        return _list(recipient, over, now, moment)
    covered = _covered(over, MORNING.key(day, recipient.member), now)
    return Letter(covered[0], covered, told_later=True)


def _covered(waiting: Sequence[Waiting], key: str, now: datetime) -> tuple[Sending, ...]:
    """The reminders themselves; each knows the message that tells it, in case that one is refused."""
    reminders = (_reminder(one, now, now) for one in waiting)
    return tuple(replace(one, facts={**one.facts, TOLD_IN: key}) for one in reminders)


def _sending(
    key: str, kind: str, recipient: Recipient, facts: Mapping[str, str | int | None], due_at: datetime
) -> Sending:
    return Sending(key=key, chat=recipient.chat, kind=kind, due_at=due_at, facts=facts, member=recipient.member)

"""The sweep of leaves: each begins at its first local midnight and ends after its last day; both sides are told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from reminders.permitted import after_quiet_hours
from sales.absences import Absence, AbsenceState, turned
from sales.moments import local_day
from storage.company import absences, people
from storage.plans.due_followups import Recipient, recipient
from storage.queues.outbox import Sending, put
from storage.store import Session, Store
from storage.ticks import Tick

_WHAT = {AbsenceState.ACTIVE: "begins", AbsenceState.OVER: "ends"}
# The furthest zone is a day ahead of UTC.
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """A leave that begins or ends now."""

    absence: Absence
    state: AbsenceState


@dataclass(frozen=True, slots=True)
class Absences:
    """Looks without a write lock, and writes only what changes."""

    store: Store
    name: str = "absences"

    async def sweep(self, tick: Tick) -> None:
        turns = await self.store.read(partial(turning, now=tick.now))
        if turns:
            await self.store.write(partial(carry_out, turns=turns, now=tick.now))


def turning(session: Session, *, now: datetime) -> list[Turn]:
    """The leaves whose day has come by the clocks of those who are away."""
    due = absences.all_ahead(session, until=now.date() + _AHEAD)
    zones = {member.id: member.zone for member in people.members(session)} if due else {}
    turns = [
        Turn(one, turned(one, local_day(now, zones[one.member])))
        if one.member in zones
        else Turn(one, AbsenceState.OVER)
        for one in due
    ]
    return [turn for turn in turns if turn.state is not turn.absence.state]


def carry_out(session: Session, *, turns: list[Turn], now: datetime) -> None:
    for turn in turns:
        if absences.turn(session, absence=turn.absence, state=turn.state):
            for sending in _letters(session, turn, now):
                put(session, sending)


def _letters(session: Session, turn: Turn, now: datetime) -> Iterator[Sending]:
    """A leave of which nobody heard the beginning, the bot being away, is not said to be over."""
    if turn.absence.state is AbsenceState.PLANNED and turn.state is AbsenceState.OVER:
        return
    numbers = (turn.absence.member, turn.absence.cover)
    for member in (people.member(session, number) for number in numbers if number):
        if member is not None and (to := recipient(session, member)) is not None:
            yield _letter(turn, to, now)


def _letter(turn: Turn, to: Recipient, now: datetime) -> Sending:
    what = _WHAT[turn.state]
    return Sending(
        key=f"leave:{turn.absence.id}:{what}:{to.member}",
        chat=to.chat,
        kind="leave_news",
        due_at=after_quiet_hours(now, to),
        facts={"absence": turn.absence.id, "what": what},
        member=to.member,
    )

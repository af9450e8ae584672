"""The life of a complaint: its states, the steps that lead from one to another, and where steps have led, as data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class State(StrEnum):
    """Where a complaint stands."""

    OPEN = "open"
    PROMISED = "promised"
    """The customer was told by when they hear from us."""
    RESOLVED = "resolved"
    """It is put right; further news brings it back."""
    CLOSED = "closed"
    """Done with, with cause and remedy; further news is a complaint of its own."""
    REOPENED = "reopened"


class Step(StrEnum):
    """What can be done about a complaint."""

    TAKE = "take"
    PROMISE = "promise"
    ANSWER = "answer"
    """The customer has been answered: the clock stops, the complaint stays open until it is put right."""
    RESOLVE = "resolve"
    CLOSE = "close"
    REOPEN = "reopen"
    JOIN = "join"
    """Further news of it was told."""


class Cause(StrEnum):
    """Why it came to this; chosen when it is closed."""

    FAULT = "fault"
    LATE = "late"
    DAMAGE = "damage"
    WRONG = "wrong"
    BILLING = "billing"
    SERVICE = "service"
    MISUSE = "misuse"
    OTHER = "other"


class Remedy(StrEnum):
    """How it was put right."""

    REPLACED = "replaced"
    RETURNED = "returned"
    REFUNDED = "refunded"
    DISCOUNT = "discount"
    EXPLAINED = "explained"


STANDING = frozenset({State.OPEN, State.PROMISED, State.REOPENED})
"""Somebody has to do something about it."""
MOVES: Mapping[Step, Mapping[State, State]] = {
    Step.TAKE: {state: state for state in STANDING | {State.RESOLVED}},
    Step.PROMISE: dict.fromkeys(STANDING, State.PROMISED),
    Step.ANSWER: {state: state for state in STANDING},
    Step.RESOLVE: dict.fromkeys(STANDING, State.RESOLVED),
    Step.CLOSE: dict.fromkeys(STANDING | {State.RESOLVED}, State.CLOSED),
    Step.REOPEN: dict.fromkeys((State.RESOLVED, State.CLOSED), State.REOPENED),
    Step.JOIN: {**{state: state for state in STANDING}, State.RESOLVED: State.REOPENED},
}
"""From which state a step leads to which; from any other it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken. `holder` of a TAKE; `day` and `moment` of a PROMISE; the rest of a CLOSE."""

    step: Step
    at: datetime
    by: int
    holder: int | None = None
    day: date | None = None
    moment: datetime | None = None
    cause: Cause | None = None
    remedy: Remedy | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the steps have led. `since` is when the clock began anew, None while it runs from the telling.

    `promised_at` is the moment of a promise with a clock time, `answered` whether nobody waits for an answer.
    """

    state: State = State.OPEN
    holder: int | None = None
    since: datetime | None = None
    promised: date | None = None
    promised_at: datetime | None = None
    answered: bool = False
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: int | None = None
    cause: Cause | None = None
    remedy: Remedy | None = None
    remark: str | None = None

    @property
    def waits(self) -> bool:
        """Somebody out there waits for an answer."""
        return self.state in STANDING and not self.answered


def allows(state: State, step: Step) -> bool:
    return state in MOVES[step]


def standing(steps: Iterable[Taken]) -> Standing:
    """Where these steps lead, one after another; one that leads nowhere from where it was taken counts for nothing."""
    now = Standing()
    for taken in steps:
        now = after(now, taken)
    return now


def after(before: Standing, taken: Taken) -> Standing:
    """Where a step leads to from there."""
    if not allows(before.state, taken.step):
        return before
    now = replace(before, state=MOVES[taken.step][before.state])
    if taken.step is Step.REOPEN or (taken.step is Step.JOIN and not before.waits):
        # It begins again: whoever had it keeps it, the clock runs from now on.
        return Standing(State.REOPENED, now.holder, since=taken.at)
    return _LEADS[taken.step](now, taken) if taken.step in _LEADS else now


def _take(now: Standing, taken: Taken) -> Standing:
    return replace(now, holder=taken.holder)


def _promise(now: Standing, taken: Taken) -> Standing:
    return replace(now, since=taken.at, promised=taken.day, promised_at=taken.moment, answered=False)


def _answer(now: Standing, taken: Taken) -> Standing:
    return replace(now, answered=taken.step is Step.ANSWER)


def _resolve(now: Standing, taken: Taken) -> Standing:
    return replace(now, resolved_at=taken.at)


def _close(now: Standing, taken: Taken) -> Standing:
    closed = replace(now, closed_at=taken.at, closed_by=taken.by, resolved_at=now.resolved_at or taken.at)
    return replace(closed, cause=taken.cause, remedy=taken.remedy, remark=taken.remark)


_LEADS: Mapping[Step, Callable[[Standing, Taken], Standing]] = {
    Step.TAKE: _take,
    Step.PROMISE: _promise,
    Step.ANSWER: _answer,
    Step.RESOLVE: _resolve,
    Step.CLOSE: _close,
}

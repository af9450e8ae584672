"""Questions of the day wait for the evening: once all is told, what was left open is asked, else a fact that lacks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from reminders.fact_questions import ask, worth_asking
from sales.drafts import Draft
from sales.moments import local_moment
from sales.people import Member
from storage.freshness import logs
from storage.freshness.asking import Wanted
from storage.freshness.logs import Log
from storage.queues import outbox
from storage.store import Session
from storage.told import drafts

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """Questions about messages that nobody answered: the first is asked, the others follow its answer."""

    member: Member
    sending: outbox.Sending
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Lacking:
    """A fact that lacks at a customer who was told of today; `mark` keeps it the only one of the evening."""

    log: Log
    wanted: Wanted
    mark: outbox.Sending


Question = LeftOpen | Lacking


def question(session: Session, member: Member, *, day: date, now: datetime) -> Question | None:
    """At most one an evening."""
    mark = outbox.Sending(
        key=f"evening_question:{day.isoformat()}:{member.id}",
        chat=member.chat or 0,
        kind="question",
        due_at=now,
        member=member.id,
    )
    if outbox.state_of(session, mark.key) is not None:
        return None
    return _left_open(session, member, mark) or next(_lacking(session, member, day, mark), None)


def _left_open(session: Session, member: Member, mark: outbox.Sending) -> LeftOpen | None:
    found = tuple(asking.draft for asking in drafts.waiting(session, member=member))
    if not found:
        return None
    about = {"chat": found[0].chat, "message": found[0].message}
    return LeftOpen(member, replace(mark, facts=about), found)


def _lacking(session: Session, member: Member, day: date, mark: outbox.Sending) -> Iterator[Lacking]:
    since, until = (local_moment(one, time(), member.zone) for one in (day, day + _A_DAY))
    for log in logs.between(session, member, since, until):
        if logs.is_occupied(session, member, log, mark.due_at):
            return
        for wanted in worth_asking(session, member, log, mark.due_at):
            yield Lacking(log, wanted, mark)


def put(session: Session, found: Question, *, now: datetime) -> None:
    """Unless another replica asked meanwhile."""
    match found:
        case LeftOpen():
            if outbox.put(session, found.sending):
                _ask_in_turn(session, found, now)
        case Lacking():
            if outbox.put(session, found.mark):
                outbox.withdraw(session, found.mark.key, now)
                ask(session, found.log, found.wanted, now=now)


def _ask_in_turn(session: Session, found: LeftOpen, now: datetime) -> None:
    first, *others = found.drafts
    drafts.keep(session, draft=replace(first, card=found.sending.key), member=found.member, now=now)
    for draft in others:
        drafts.keep(session, draft=draft, member=found.member, now=now, state="queued")

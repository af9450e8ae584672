"""How an answer fills in a draft: pure steps from draft to draft."""

from dataclasses import replace
from datetime import date, time

from sales.drafts import Draft, Question, WhichDay
from sales.tellings import Entry, Fact, FollowUp, Line, Party, Telling


def answered_customer(draft: Draft, said: str, party: Party | None) -> Draft:
    """Every line that speaks of `said` speaks of this customer; None: of no customer."""

    def settled(line: Line | None) -> Line | None:
        return replace(line, customer=party) if line and _speaks_of(line, said) else line

    told = Telling(
        tuple(settled(entry) for entry in draft.telling.entries),
        tuple(settled(follow_up) for follow_up in draft.telling.follow_ups),
        tuple(settled(fact) for fact in draft.telling.facts if party or not _speaks_of(fact, said)),
    )
    return answered(replace(draft, telling=told))


def _speaks_of(line: Entry | FollowUp | Fact | None, said: str) -> bool:
    """A plan beside an entry without a customer is about the same one."""
    if line is None:
        return False
    if line.customer is None:
        return said == ""
    return line.customer.id is None and line.customer.name == said


def answered_day(draft: Draft, asked: WhichDay, day: date, at: time | None = None) -> Draft:
    """The follow-up in question has its day."""
    follow_ups = list(draft.telling.follow_ups)
    there = follow_ups[asked.slot]
    if there is not None:
        follow_ups[asked.slot] = replace(there, day=day, at=at or there.at)
    return answered(replace(draft, telling=replace(draft.telling, follow_ups=tuple(follow_ups))))


def answered(draft: Draft) -> Draft:
    """The open question is off the list."""
    return replace(draft, questions=draft.questions[1:])


def asked_instead(draft: Draft, question: Question) -> Draft:
    """The open question gives way to another one about the same."""
    return replace(draft, questions=(question, *draft.questions[1:]))

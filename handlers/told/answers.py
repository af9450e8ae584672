"""How an answer fills in a draft: pure steps from draft to draft."""

from dataclasses import replace
from datetime import date, time

from sales.drafts import Draft, Question, WhichDay
from sales.tellings import Party, led
from understanding.findings import FoundFollowUp


def answered_customer(draft: Draft, said: str, party: Party | None) -> Draft:
    """Every line that speaks of `said` speaks of this customer; None: of no customer."""

    def settled(customer: Party | None) -> Party | None:
        return party if _is_said(customer, said) else customer

    kept = draft.telling
    if party is None:
        kept = replace(
            kept,
            facts=tuple(fact for fact in kept.facts if fact and not _is_said(fact.customer, said)),
            agreements=tuple(one for one in kept.agreements if one and not _is_said(one.customer, said)),
        )
    return answered(replace(draft, telling=led(kept, settled), lost=draft.lost and settled(draft.lost)))


def _is_said(customer: Party | None, said: str) -> bool:
    """A plan beside an entry without a customer is about the same one."""
    if customer is None:
        return said == ""
    return customer.id is None and customer.name == said


def answered_day(draft: Draft, asked: WhichDay, day: date, at: time | None = None) -> Draft:
    """The follow-up in question has its day."""
    follow_ups = list(draft.telling.follow_ups)
    there = follow_ups[asked.slot]
    if there is not None:
        follow_ups[asked.slot] = replace(there, day=day, at=at or there.at)
    return answered(replace(draft, telling=replace(draft.telling, follow_ups=tuple(follow_ups))))


def answered_rule(draft: Draft, asked: WhichDay, rule: FoundFollowUp) -> Draft:
    """The follow-up in question comes again and again; its day is the first time."""
    follow_ups = list(draft.telling.follow_ups)
    there = follow_ups[asked.slot]
    if there is not None:
        follow_ups[asked.slot] = replace(there, day=rule.day, at=rule.at or there.at, repeats=rule.repeats)
    return answered(replace(draft, telling=replace(draft.telling, follow_ups=tuple(follow_ups))))


def answered(draft: Draft) -> Draft:
    """The open question is off the list."""
    return replace(draft, questions=draft.questions[1:])


def asked_instead(draft: Draft, question: Question) -> Draft:
    """The open question gives way to another one about the same."""
    return replace(draft, questions=(question, *draft.questions[1:]))

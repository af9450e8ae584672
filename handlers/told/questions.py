"""Answers to the open question in the rep's own words, and what comes after an answer."""

from dataclasses import replace
from functools import partial
from typing import assert_never

from handlers.desk import Desk
from handlers.duplicates.newcomers import guarded
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.told import fixing, steps
from handlers.told.answers import answered_customer, answered_day, answered_rule, asked_instead
from handlers.told.doubtful_days import is_over
from handlers.told.refused_days import refused_day
from handlers.told.submitting import ask_now, closed_question, submit
from sales.drafts import (
    Choice,
    Draft,
    IsItRight,
    KeepNote,
    NewName,
    NewValue,
    SameCustomer,
    Step,
    WhichCustomer,
    WhichDay,
)
from sales.tellings import Party
from sales.views import Asking
from storage.cards import names
from storage.told import drafts
from understanding.answers import day_ahead, is_day_alone
from understanding.message.odd_days import puts_off, reminded_behind
from understanding.small_talk import is_small_talk
from wording.sentences import Said

LONGEST_NAME = 80


def typed(desk: Desk, asking: Asking, text: str, prepared: Prepared) -> Outcome | None:
    """Take words as the answer to the open question; None: they are a message of their own.

    What comes next stands below the rep's words, as a new message; the old card keeps its question, without buttons.
    """
    old = asking.draft.card
    outcome = _typed(desk, replace(asking.draft, card=""), text, prepared)
    if outcome is None or not old or isinstance(asking.draft.question, NewValue):
        return outcome
    return replace(outcome, messages=(*closed_question(desk, asking), *outcome.messages))


def _typed(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> Outcome | None:
    match draft.question:
        case WhichCustomer(said=said) | SameCustomer(name=said):
            return _named(desk, draft, said, text, prepared)
        case NewName(said=said):
            return _new_name(desk, draft, said, text)
        case WhichDay() as asked:
            return None if _is_of_its_own(desk, draft, text, prepared) else _day(desk, draft, asked, text, prepared)
        case NewValue() as asked:
            return fixing.typed(desk, draft, asked, text, prepared)
        case Step():
            return steps.typed(desk, draft, text, prepared)
        case KeepNote() | IsItRight() | None:
            return None
        case _ as never:
            assert_never(never)


def _named(desk: Desk, draft: Draft, said: str, text: str, prepared: Prepared) -> Outcome | None:
    """A name alone answers; a message that tells or asks something is one of its own."""
    own = prepared.tells or prepared.findings.ask is not None or puts_off(text)
    if len(text) > LONGEST_NAME or (own and not prepared.is_name(text)):
        return None
    if is_small_talk(text):
        return desk.say(Said.STILL_ASKING)
    if prepared.doubtful:
        choices = tuple(Choice(name.key, name.name) for name in prepared.names)
        return ask_now(desk, asked_instead(draft, WhichCustomer(said, choices)))
    return settle(desk, draft, said, prepared.party(text))


def _new_name(desk: Desk, draft: Draft, said: str, text: str) -> Outcome:
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME:
        return desk.say(Said.NAME_TOO_LONG)
    if is_small_talk(text):
        return desk.say(Said.STILL_ASKING)
    return settle(desk, draft, said, Party(name))


def _is_of_its_own(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> bool:
    """What happened or is known, or to do something else at a customer who is named, is no answer to "which day?"."""
    if is_day_alone(text):
        return False
    asked_of = {plan.action for plan in draft.telling.follow_ups if plan}
    found = prepared.findings
    plans = {plan.action for plan in found.follow_ups if plan.customer and plan.customer.span}
    told = found.entries or found.facts or found.agreements
    return bool(told or plans - asked_of or reminded_behind(text, desk.told_at))


def _day(desk: Desk, draft: Draft, asked: WhichDay, text: str, prepared: Prepared) -> Outcome:
    if refused := refused_day(desk, text):
        return refused
    if rule := next((plan for plan in prepared.findings.follow_ups if plan.repeats and plan.day), None):
        return go_on(desk, answered_rule(draft, asked, rule))
    told = day_ahead(text, desk.told_at)
    if told is None:
        return desk.say(Said.NO_DAY)
    if told[0] < desk.today:
        return desk.say(Said.PAST_DAY, day=desk.voice.day(told[0]))
    plan = draft.telling.follow_ups[asked.slot]
    at = told[1] or (plan.at if plan else None)
    if is_over(told[0], at, desk.told_at) and at is not None:
        return desk.say(Said.PAST_TIME, time=desk.voice.clock_time(at))
    return go_on(desk, answered_day(draft, asked, *told))


def settle(desk: Desk, draft: Draft, said: str, party: Party | None) -> Outcome:
    """Which customer is known now; what a rep chooses once is known the next time."""
    outcome = go_on(desk, answered_customer(draft, said, party))
    if party is None or party.id is None or not said:
        return outcome
    learn = partial(names.learn_alias, member=desk.member, customer=party.id, name=said)
    return replace(outcome, changes=(learn, *outcome.changes))


def go_on(desk: Desk, draft: Draft) -> Outcome:
    """Ask or store; when that was the last question of a message, the next message's turn has come."""
    asking = guarded(desk, draft)
    outcome = submit(desk, asking)
    return outcome if asking.questions else with_next(desk, outcome)


def with_next(desk: Desk, outcome: Outcome) -> Outcome:
    """Ask what was waiting for its turn."""
    waiting = drafts.queued(desk.session, member=desk.member)
    if not waiting:
        return outcome
    after = ask_now(desk, waiting[0].draft)
    return replace(outcome, changes=(*outcome.changes, *after.changes), messages=(*outcome.messages, *after.messages))

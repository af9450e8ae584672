"""Answers to the open question by button."""

from dataclasses import replace
from datetime import date
from functools import partial

from handlers.company import pool
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.told import steps
from handlers.told.answers import answered, answered_day, asked_instead
from handlers.told.questions import go_on, settle, with_next
from sales.drafts import Draft, IsItRight, KeepNote, NewName, NewValue, SameCustomer, Step, WhichCustomer, WhichDay
from sales.tellings import Party
from storage.cards import customers
from storage.company import pool as open_pool
from storage.told import drafts
from wording.sentences import Said, Toast


def pick(desk: Desk, args: Args) -> Outcome:
    """It was this customer."""
    draft = _draft(desk, args)
    seen = customers.customer(desk.session, desk.member, int(args["customer"]))
    if draft is None or seen is None:
        return desk.toast(Toast.ALREADY_ANSWERED if draft is None else Toast.GONE)
    party = Party(seen.name, seen.id)
    if isinstance(draft.question, Step):
        return steps.given_customer(desk, draft, party)
    return settle(desk, draft, _said(draft), party)


def take_over(desk: Desk, args: Args) -> Outcome:
    """It was this customer of the pool, and it is the member's from now on."""
    draft, customer = _draft(desk, args), int(args["customer"])
    if draft is None or not isinstance(draft.question, SameCustomer):
        return desk.toast(Toast.ALREADY_ANSWERED)
    refused = pool.refusal(desk, customer)
    if refused is not None:
        return refused
    line = open_pool.line(desk.session, customer)
    outcome = settle(desk, draft, draft.question.name, Party(line.name if line else draft.question.name, customer))
    changes = (pool.claiming(desk, customer), *outcome.changes)
    return replace(outcome, changes=changes, toast=desk.voice.say(Toast.CLAIMED))


def new_customer(desk: Desk, args: Args) -> Outcome:
    """It was nobody on record: the name as said becomes a customer, or the rep writes it."""
    draft = _draft(desk, args)
    if draft is None:
        return desk.toast(Toast.ALREADY_ANSWERED)
    said = _said(draft)
    if isinstance(draft.question, SameCustomer):
        return go_on(desk, answered(_really_new(draft, said)))
    if said:
        draft = _really_new(draft, said) if _shown(draft) else draft
        return settle(desk, draft, said, Party(" ".join(said.split())))
    asking = asked_instead(draft, NewName(said))
    keep = partial(drafts.keep, draft=asking, member=desk.member, now=desk.now)
    return replace(desk.say(Said.NEW_NAME), changes=(keep,), toast=desk.voice.say(Toast.WRITE_IT))


def no_customer(desk: Desk, args: Args) -> Outcome:
    """It was none of them: what was told is kept without a customer."""
    draft = _draft(desk, args)
    return settle(desk, draft, _said(draft), None) if draft else desk.toast(Toast.ALREADY_ANSWERED)


def pick_day(desk: Desk, args: Args) -> Outcome:
    """The follow-up is due on this day."""
    draft, day = _draft(desk, args), date.fromisoformat(str(args["day"]))
    if draft is None or not isinstance(draft.question, WhichDay):
        return desk.toast(Toast.ALREADY_ANSWERED)
    return go_on(desk, answered_day(draft, draft.question, day))


def keep_note(desk: Desk, args: Args) -> Outcome:
    """Words that told nothing we know of are worth a note."""
    draft = _draft(desk, args)
    if draft is None or not isinstance(draft.question, KeepNote):
        return desk.toast(Toast.ALREADY_ANSWERED)
    kept = answered(draft)
    unnamed = any(entry and entry.customer is None for entry in kept.telling.entries)
    return go_on(desk, replace(kept, questions=(WhichCustomer(""),)) if unnamed else kept)


def right(desk: Desk, args: Args) -> Outcome:
    """It was read right."""
    draft = _draft(desk, args)
    if draft is None or not isinstance(draft.question, IsItRight):
        return desk.toast(Toast.ALREADY_ANSWERED)
    return go_on(desk, answered(draft))


def later(desk: Desk, args: Args) -> Outcome:
    """Not now: the draft waits, and /today says so."""
    draft = _draft(desk, args)
    if draft is None:
        return desk.toast(Toast.ALREADY_ANSWERED)
    keep = partial(drafts.keep, draft=draft, member=desk.member, now=desk.now, state="later")
    said = desk.reply("said", {"text": desk.voice.say(Said.LATER)}, edits=draft.card or None)
    return with_next(desk, Outcome((keep,), (said,), desk.voice.say(Toast.LATER)))


def cancel(desk: Desk, args: Args) -> Outcome:
    """The draft is dropped; nothing of it was stored."""
    draft = _draft(desk, args)
    return dropped(desk, draft) if draft else desk.toast(Toast.ALREADY_ANSWERED)


def cancel_open(desk: Desk) -> Outcome:
    """/cancel: the open question, if there is one."""
    asking = drafts.open_one(desk.session, member=desk.member)
    return dropped(desk, asking.draft) if asking else desk.say(Said.NOTHING_OPEN)


def dropped(desk: Desk, draft: Draft) -> Outcome:
    """Let go of a draft, and say so in its card."""
    close = partial(drafts.close, draft=draft)
    if isinstance(draft.question, NewValue):
        return replace(desk.say(Said.CANCELLED), changes=(close,))
    said = desk.reply("said", {"text": desk.voice.say(Said.CANCELLED)}, edits=draft.card or None)
    return with_next(desk, Outcome((close,), (said,)))


def skip(desk: Desk, args: Args) -> Outcome:
    """Leave the step without an answer."""
    draft = _draft(desk, args)
    return steps.skipped(desk, draft) if draft else desk.toast(Toast.ALREADY_ANSWERED)


def step(desk: Desk, args: Args) -> Outcome:
    """Answer the step by a button."""
    draft = _draft(desk, args)
    return steps.given(desk, draft, str(args["value"])) if draft else desk.toast(Toast.ALREADY_ANSWERED)


def _draft(desk: Desk, args: Args) -> Draft | None:
    asking = drafts.by_id(desk.session, draft=int(args["draft"]), member=desk.member)
    return asking.draft if asking else None


def _really_new(draft: Draft, name: str) -> Draft:
    return replace(draft, really_new=(*draft.really_new, " ".join(name.split())))


def _shown(draft: Draft) -> bool:
    """Whoever has seen the customers with such a name, and says that it is another, is not asked again."""
    return isinstance(draft.question, WhichCustomer) and bool(draft.question.choices)


def _said(draft: Draft) -> str:
    if isinstance(draft.question, SameCustomer):
        return draft.question.name
    return draft.question.said if isinstance(draft.question, WhichCustomer | NewName) else ""

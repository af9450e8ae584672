"""/visit, /feedback, /complaint and /followup: step by step, for those who like to be asked."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.told.refused_days import refused_day
from handlers.told.resolving import resolve
from handlers.told.submitting import submit
from sales.drafts import Draft, Step, StepField
from sales.kinds import Category, Kind
from sales.tellings import Entry, FollowUp, Party, Source, Telling
from understanding.answers import day_ahead, day_behind
from wording.sentences import Said

STEPS: dict[Kind | None, tuple[StepField, ...]] = {
    Kind.VISIT: (StepField.CUSTOMER, StepField.CONTACTS, StepField.WORDS, StepField.NEXT),
    Kind.FEEDBACK: (StepField.CUSTOMER, StepField.CONTACTS, StepField.WORDS, StepField.NEXT),
    Kind.COMPLAINT: (StepField.CUSTOMER, StepField.CATEGORY, StepField.WORDS),
    None: (StepField.CUSTOMER, StepField.WORDS, StepField.DAY),
}
_BETWEEN_NAMES = re.compile(r"\s*(?:[,,、;&和]|\band\b)\s*", re.IGNORECASE)


def begin(desk: Desk, kind: Kind | None, rest: str, prepared: Prepared) -> Outcome:
    """Ask for the first step; what stands behind the command answers it already."""
    first, *others = STEPS[kind]
    draft = Draft(
        chat=desk.heard.chat.id,
        message=desk.heard.message,
        moment=desk.heard.moment,
        text=rest,
        telling=_blank(desk, kind),
        questions=(Step(kind, first, tuple(others)),),
        source=Source.STEPS,
    )
    answered = typed(desk, draft, rest, prepared) if rest.strip() else None
    return answered or submit(desk, draft)


def _blank(desk: Desk, kind: Kind | None) -> Telling:
    if kind is None:
        return Telling(follow_ups=(FollowUp(None, None, ""),))
    return Telling(entries=(Entry(kind, None, desk.told_at.date()),))


def typed(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> Outcome | None:
    """Take words as the answer to the open step; None: they tell it all, and need no steps."""
    step = draft.question
    if not isinstance(step, Step):
        return None
    if step.asks is StepField.CUSTOMER and prepared.findings.entries and not prepared.is_name(text):
        return None
    if step.asks is StepField.DAY and (refused := refused_day(desk, text)):
        return refused
    told = draft if step.asks is StepField.CUSTOMER else replace(draft, text=f"{draft.text}\n{text}".strip())
    filled = _TYPED[step.asks](desk, told, text, prepared)
    return _on(desk, filled, step) if filled else _unread(desk, step)


def _unread(desk: Desk, step: Step) -> Outcome:
    return desk.say(Said.NO_DAY if step.asks is StepField.DAY else Said.STILL_ASKING)


def given(desk: Desk, draft: Draft, value: str) -> Outcome:
    """The open step is answered by a button."""
    step = draft.question
    if not isinstance(step, Step):
        return submit(desk, draft)
    if step.asks is StepField.CATEGORY:
        return _on(desk, _with_entry(draft, category=Category(value)), step)
    return _on(desk, _dated(desk, draft, date.fromisoformat(value)), step)


def skipped(desk: Desk, draft: Draft) -> Outcome:
    """The open step stays without an answer."""
    step = draft.question
    return _on(desk, draft, step) if isinstance(step, Step) else submit(desk, draft)


def _on(desk: Desk, draft: Draft, step: Step) -> Outcome:
    """Ask the next step; after the last one a follow-up without words is none."""
    rest = (Step(step.kind, step.rest[0], step.rest[1:]),) if step.rest else ()
    kept = tuple(plan for plan in draft.telling.follow_ups if step.rest or (plan and plan.action))
    return submit(desk, replace(draft, telling=replace(draft.telling, follow_ups=kept), questions=rest))


def _customer(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> Draft:
    return _of(draft, prepared.party(text))


def given_customer(desk: Desk, draft: Draft, party: Party) -> Outcome:
    """The customer is chosen by a button."""
    return _on(desk, _of(draft, party), draft.question) if isinstance(draft.question, Step) else submit(desk, draft)


def _of(draft: Draft, party: Party) -> Draft:
    told = draft.telling
    entries = tuple(replace(entry, customer=party) for entry in told.entries if entry)
    plans = tuple(replace(plan, customer=party) for plan in told.follow_ups if plan)
    return replace(draft, telling=replace(told, entries=entries, follow_ups=plans))


def _contacts(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> Draft:
    names = tuple(name for name in _BETWEEN_NAMES.split(text.strip()) if name)
    return _with_entry(draft, contacts=names)


def _words(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> Draft:
    """The words, and what they say beside: an amount, what the customer thinks, what is to be done."""
    told = draft.telling
    if not told.entries:
        return replace(draft, telling=replace(told, follow_ups=tuple(_said(plan, text) for plan in told.follow_ups)))
    found = resolve(prepared.findings, text=text, told_at=desk.told_at, context=prepared.context).telling
    entry = told.entries[0]
    alike = next((other for other in found.entries if other and entry and other.kind is entry.kind), None)
    read = {"text": text.strip()} | ({"amount": alike.amount, "severity": alike.severity} if alike else {})
    beside = replace(found, entries=tuple(other for other in found.entries if other is not alike))
    return _planned(_with_entry(draft, **read), beside)


def _said(plan: FollowUp | None, text: str) -> FollowUp | None:
    return replace(plan, action=" ".join(text.split())) if plan else None


def _next(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> Draft:
    found = resolve(prepared.findings, text=text, told_at=desk.told_at, context=prepared.context).telling
    plain = Telling(follow_ups=(FollowUp(None, None, " ".join(text.split())),))
    return _planned(draft, Telling(follow_ups=found.follow_ups) if found.follow_ups else plain)


def _planned(draft: Draft, found: Telling) -> Draft:
    """What else is found in an answer is about the customer of these steps."""
    told = draft.telling
    first = next(iter(told.entries), None)
    party = first.customer if first else None
    entries = tuple(replace(entry, customer=party) for entry in found.entries if entry)
    plans = tuple(replace(plan, customer=party) for plan in found.follow_ups if plan)
    grown = replace(told, entries=(*told.entries, *entries), follow_ups=(*told.follow_ups, *plans))
    return replace(draft, telling=grown)


def _day(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> Draft | None:
    if draft.telling.entries and isinstance(draft.question, Step) and draft.question.asks is StepField.DAY:
        behind = day_behind(text, desk.told_at)
        return _dated(desk, draft, behind) if behind else None
    ahead = day_ahead(text, desk.told_at)
    return _dated(desk, draft, ahead[0]) if ahead and ahead[0] >= desk.today else None


def _dated(desk: Desk, draft: Draft, day: date) -> Draft:
    """The day of the entry or of the follow-up."""
    if draft.telling.entries:
        return _with_entry(draft, on=day)
    plans = tuple(replace(plan, day=day) if plan else None for plan in draft.telling.follow_ups)
    return replace(draft, telling=replace(draft.telling, follow_ups=plans))


def _category(desk: Desk, draft: Draft, text: str, prepared: Prepared) -> Draft | None:
    found = next((entry.category for entry in prepared.findings.entries if entry.category), None)
    return _with_entry(draft, category=found or Category.OTHER)


def _with_entry(draft: Draft, **fields: object) -> Draft:
    first, *others = draft.telling.entries or (None,)
    if first is None:
        return draft
    changed: Callable[..., Entry] = replace
    return replace(draft, telling=replace(draft.telling, entries=(changed(first, **fields), *others)))


_TYPED: dict[StepField, Callable[[Desk, Draft, str, Prepared], Draft | None]] = {
    StepField.CUSTOMER: _customer,
    StepField.CONTACTS: _contacts,
    StepField.WORDS: _words,
    StepField.DAY: _day,
    StepField.CATEGORY: _category,
    StepField.NEXT: _next,
}

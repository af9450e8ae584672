"""From what was found in a message to what is stored: every doubt becomes a question, never a guess."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.context import Context
from handlers.told.doubtful_days import which_day
from handlers.told.refused_sums import SUMMED
from sales.care.recurrence import BadRuleError, anchored
from sales.drafts import Choice, IsItRight, Question, WhichCustomer
from sales.kinds import Field, Kind
from sales.money import Money
from sales.tellings import Agreement, Entry, Fact, FollowUp, Item, Party, Telling
from understanding.answers import amount_in
from understanding.findings import (
    Doubt,
    Findings,
    FoundAgreement,
    FoundEntry,
    FoundFact,
    FoundField,
    FoundFollowUp,
    Mention,
)
from understanding.message.odd_days import without_year
from understanding.message.odd_hours import without_hour
from understanding.message.visiting import is_visit
from understanding.sums.below_zero import below_zero

SURE = 0.5
"""From here on a reading is taken without asking; understanding is calibrated to this."""

NOBODY = Party("")
"""Stands where a message speaks of a customer without saying which."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A telling, and what must be asked before it can be stored. `named` says whether a customer was named at all."""

    telling: Telling
    questions: tuple[Question, ...]
    named: bool
    lost: Party | None = None
    """Who is said to have gone to a competitor."""


def resolve(findings: Findings, *, text: str, told_at: datetime, context: Context) -> Resolved:
    """Turn findings into a telling; a customer in doubt stands in it under the name as said, without id.

    `told_at` is the local time of the message.
    """
    asked: dict[str, Question] = {}

    def party(mention: Mention | None, *, needed: bool) -> Party | None:
        if mention is None:
            return _unnamed(asked, context, needed=needed)
        return _named(asked, mention, text)

    telling = Telling(
        tuple(_entry(found, party(found.customer, needed=True), text) for found in _new(findings)),
        tuple(_follow_up(found, party(found.customer, needed=False), text) for found in findings.follow_ups),
        (
            *(_fact(found, party(found.customer, needed=True), text) for found in findings.facts),
            *(_field(found, party(found.customer, needed=True)) for found in findings.fields),
        ),
        tuple(_agreement(found, party(found.customer, needed=True), told_at.date()) for found in findings.agreements),
    )
    gone = next((party(mention, needed=True) for mention in findings.lost), None)
    days = [
        day
        for slot, found in enumerate(findings.follow_ups)
        if (day := which_day(slot, found, text, told_at, sure=SURE))
    ]
    left = findings.doubts - ({Doubt.PLANS} if days else set()) - ({Doubt.CUSTOMERS} if asked else set())
    left |= {Doubt.DAYS} if any(one.sure < SURE for one in findings.fields) else set()
    right = [IsItRight(tuple(sorted(left)))] if left else []
    return Resolved(telling, (*asked.values(), *days, *right), named=names_anybody(findings), lost=gone)


def _new(findings: Findings) -> tuple[FoundEntry, ...]:
    """The entries, but those that only say again what is told for the card."""
    return tuple(found for found in findings.entries if findings.noted.isdisjoint(found.spans) or found.amount)


def _unnamed(asked: dict[str, Question], context: Context, *, needed: bool) -> Party | None:
    if context.party is None and needed:
        asked.setdefault("", WhichCustomer("", tuple(Choice(one.id, one.name) for one in context.between if one.id)))
        return NOBODY
    return context.party


def meant(context: Context, findings: Findings) -> Context:
    """What happened and names nobody is about the reminder that just came, unless another customer was talked of."""
    came, told = context.came, bool(findings.entries)
    if came is None or names_anybody(findings) or (findings.follow_ups and not told):
        return context
    if context.party is not None and context.party != came.party:
        return Context(between=tuple(one for one in (came.party, context.party) if one))
    return came if told else replace(came, follow_up=None, card="")


def _named(asked: dict[str, Question], mention: Mention, text: str) -> Party:
    if mention.sure >= SURE:
        return Party(mention.name, mention.key)
    said = text[mention.span.start : mention.span.end] if mention.span else mention.name
    choices = tuple(Choice(candidate.key, candidate.name) for candidate in mention.candidates[:3])
    asked.setdefault(said, WhichCustomer(said, choices))
    return Party(said)


def names_anybody(findings: Findings) -> bool:
    """Whether a customer stands in the words themselves."""
    mentions = (
        *(entry.customer for entry in findings.entries),
        *(plan.customer for plan in findings.follow_ups),
        *(fact.customer for fact in findings.facts),
        *(field.customer for field in findings.fields),
        *(paper.customer for paper in findings.agreements),
    )
    return any(mention is not None and mention.span is not None for mention in mentions)


def _entry(found: FoundEntry, party: Party | None, text: str) -> Entry:
    return Entry(
        kind=found.kind,
        customer=party,
        on=found.on,
        text=found.text,
        contacts=found.contacts,
        amount=_above_zero(found, text),
        category=found.category,
        severity=found.severity,
        sentiment=found.sentiment,
        items=tuple(Item(item.text, item.quantity, item.unit) for item in found.items),
        attempt=found.attempt,
        deal=found.deal,
    )


def _above_zero(found: FoundEntry, text: str) -> Money | None:
    """A sum that was told with a minus is none, whatever its figures are; the echo says so."""
    told = below_zero(text) if found.amount and found.kind in SUMMED else ""
    return None if told and found.amount and found.amount == amount_in(told, found.amount.currency) else found.amount


def _follow_up(found: FoundFollowUp, party: Party | None, text: str) -> FollowUp:
    return FollowUp(
        party,
        found.day,
        without_hour(without_year(found, text)),
        at=found.at,
        who=found.who,
        contacts=found.contacts,
        repeats=_kept_rule(found),
        purpose="visit" if is_visit(found.action) else "",
    )


def _kept_rule(found: FoundFollowUp) -> str | None:
    """A rule that we do not keep leaves its first day."""
    try:
        return anchored(found.repeats, found.day) if found.repeats and found.day else None
    except BadRuleError:
        return None


def _fact(found: FoundFact, party: Party | None, text: str) -> Fact:
    return Fact(found.contact, found.field, _callable(found, text), found.calendar, party)


def _field(found: FoundField, party: Party | None) -> Fact:
    """Another customer that is a value is kept by its id."""
    return Fact(found.contact, found.field, str(found.key) if found.key else found.value, customer=party)


def _agreement(found: FoundAgreement, party: Party | None, today: date) -> Agreement:
    return Agreement(found.kind, party, today, found.amount, found.until)


def _callable(found: FoundFact, text: str) -> str:
    """A number told with its country's code keeps the sign that makes it one to tap."""
    told = any("+" in text[span.start : span.end] for span in found.spans)
    return f"+{found.value}" if told and found.field is Field.PHONE else found.value


def note(text: str, *, today: date, party: Party | None) -> Telling:
    """The whole message as a note, when nothing else was found in it."""
    return Telling(entries=(Entry(Kind.NOTE, party, today, text),))

"""Lays the model's reading beside that of the rules: where the two differ the rules' is no longer sure."""

from dataclasses import replace

from second_opinion.pointing import Due, Opinion, Party, Plan
from second_opinion.shortlist import mentions
from understanding.findings import Candidate, Doubt, Findings, FoundEntry, FoundFollowUp, Mention, Span

DOUBTED = 0.4
"""As sure as that at most, so that the rep is asked."""


def compared(found: Findings, opinion: Opinion, text: str) -> Findings:
    """Doubt what the model reads otherwise: customers, kinds, sums and days due."""
    return _dues(_sums(_kinds(_customers(found, opinion, text), opinion), opinion), opinion, text)


def _customers(found: Findings, opinion: Opinion, text: str) -> Findings:
    ours = mentions(found)
    others = [one for one in opinion.parties if not any(_same(mention, one) for mention in ours)]
    if not ours:
        return _with_mentions(found, {None: _mention(others[0], text)}) if others else found
    # Whom a message without a name means is not in its words, so that silence about them is no other reading.
    lone = [one for one in ours if (one.span or others) and not any(_same(one, party) for party in opinion.parties)]
    if others and not lone:
        return replace(found, doubts=found.doubts | {Doubt.CUSTOMERS})
    doubted: dict[Mention | None, Mention] = {mention: _doubted(mention, others) for mention in lone}
    return _with_mentions(found, doubted)


def _same(mention: Mention, party: Party) -> bool:
    """New customers are the same where their names overlap."""
    if party.known or mention.key is not None:
        return party.known is not None and party.known.key == mention.key
    return mention.span is None or (party.span is not None and _overlap(mention.span, party.span))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _doubted(mention: Mention, others: list[Party]) -> Mention:
    """Offer both readings; one that nobody said stands under no name, so that no name is learned from the answer."""
    own = [Candidate(mention.key, mention.name, mention.sure)] if mention.key is not None else []
    offered = {one.key: one for one in (*own, *_candidates(others), *mention.candidates)}
    doubted = replace(mention, sure=min(mention.sure, DOUBTED), candidates=tuple(offered.values()))
    return doubted if mention.span else replace(doubted, name="", key=None)


def _candidates(parties: list[Party]) -> list[Candidate]:
    return [Candidate(one.known.key, one.known.name, DOUBTED) for one in parties if one.known]


def _mention(party: Party, text: str) -> Mention:
    said = text[party.span.start : party.span.end] if party.span else ""
    return Mention(said, None, party.span, DOUBTED, tuple(_candidates([party])))


def _with_mentions(found: Findings, changed: dict[Mention | None, Mention]) -> Findings:
    def other(mention: Mention | None) -> Mention | None:
        return changed.get(mention, mention)

    return replace(
        found,
        entries=tuple(replace(one, customer=other(one.customer)) for one in found.entries),
        follow_ups=tuple(replace(one, customer=other(one.customer)) for one in found.follow_ups),
        facts=tuple(replace(one, customer=other(one.customer)) for one in found.facts),
    )


def _kinds(found: Findings, opinion: Opinion) -> Findings:
    """A call that nobody took may be told as one, or not."""
    ours, theirs = {one.kind for one in found.entries}, {one.kind for one in opinion.events}
    open_to_both = {one.kind for one in found.entries if one.attempt}
    alone, missed = ours - theirs - open_to_both, theirs - ours
    if not alone and not missed:
        return found
    return _unsure(found, Doubt.KINDS, [one for one in found.entries if missed or one.kind in alone])


def _sums(found: Findings, opinion: Opinion) -> Findings:
    ours = {one.amount for one in found.entries if one.amount}
    told = [event.sums for event in opinion.events if event.sums and event.sums != (None,)]
    missed = [some for some in told if ours.isdisjoint(some)]
    alone = {amount for amount in ours if not any(amount in some for some in told)}
    if any(not event.sums for event in opinion.events) or not (missed or alone):
        return found
    return _unsure(found, Doubt.SUMS, [one for one in found.entries if missed or one.amount in alone])


def _unsure(found: Findings, doubt: Doubt, doubted: list[FoundEntry]) -> Findings:
    entries = (replace(one, sure=min(one.sure, DOUBTED)) if one in doubted else one for one in found.entries)
    return replace(found, entries=tuple(entries), doubts=found.doubts | {doubt})


def _dues(found: Findings, opinion: Opinion, text: str) -> Findings:
    """A day that only one of the two sees is asked for; of a plan without one there is only doubt."""
    lone = [one for one in found.follow_ups if not any(_due(plan, one) for plan in opinion.plans)]
    others = [plan for plan in opinion.plans if not any(_due(plan, one) for one in found.follow_ups)]
    if not lone and not others:
        return found
    offered = [told for plan in others for told in plan.dues if told]
    plans = [_asked(one, offered) if one in lone else one for one in found.follow_ups]
    plans += [] if lone else [_proposed(plan, dues, found, text) for plan in others if (dues := _days(plan))]
    asked = any(one.days for one in plans if one not in found.follow_ups)
    return replace(found, follow_ups=tuple(plans), doubts=found.doubts if asked else found.doubts | {Doubt.PLANS})


def _due(plan: Plan, found: FoundFollowUp) -> bool:
    """Of words that nobody can read nothing is known."""
    return not plan.dues or found.day in [told and told[0] for told in plan.dues]


def _days(plan: Plan) -> list[Due]:
    return [told for told in plan.dues if told]


def _asked(found: FoundFollowUp, offered: list[Due]) -> FoundFollowUp:
    days = dict.fromkeys(day for day in (found.day, *found.days, *(day for day, _ in offered)) if day)
    return replace(found, days=tuple(days), sure=min(found.sure, DOUBTED))


def _proposed(plan: Plan, dues: list[Due], found: Findings, text: str) -> FoundFollowUp:
    """What only the model saw, in the words of the message; on which day is for the rep to say."""
    known = next((one for one in mentions(found) if _same(one, plan.party)), None)
    return FoundFollowUp(
        customer=known or (_mention(plan.party, text) if plan.party else None),
        day=dues[0][0],
        at=dues[0][1],
        action=text[plan.span.start : plan.span.end],
        days=tuple(dict.fromkeys(day for day, _ in dues)),
        spans=(plan.span,),
        sure=DOUBTED,
    )

"""Opportunities: the list, a card with its buttons, and what is written about one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from handlers.prepared import Prepared
from sales.dealings import Deal, DealSource, DealStage, DealState, LostReason
from storage.company import asked
from storage.dealings import moving
from storage.dealings.deals import find
from storage.store import Session
from understanding.answers import day_ahead
from wording.sentences import Said, Toast

_WRITTEN = frozenset({"lost", "day"})
LONGEST = 200
"""A longer reason is a message of its own."""


def listed(desk: Desk, args: Args) -> Outcome:
    """A page of the open ones; in place where it turns a page."""
    page = desk.reply("deals", {"page": int(args.get("page", 1))}, edits=desk.pressed if args else None)
    return Outcome((_settle(desk),), (page,))


def open_deal(desk: Desk, args: Args) -> Outcome:
    """One of them, in place of the list; nothing is waited for any more."""
    return _shown(desk, args, changes=(_settle(desk),))


def ask(desk: Desk, args: Args) -> Outcome:
    """Choose the reason, the source or the day; a day may be written, too."""
    asks = str(args["asks"])
    outcome = _shown(desk, args, asks=asks)
    return replace(outcome, changes=(_ask(desk, args, asks),)) if asks == "day" else outcome


def _ask(desk: Desk, args: Args, asks: str) -> Change:
    about = f"{asks}:{args['deal']}"
    return partial(asked.ask, member=desk.member.id, what=asked.What.DEAL, now=desk.now, about=about)


def stage(desk: Desk, args: Args) -> Outcome:
    return _moved(desk, args, partial(moving.set_stage, stage=DealStage(str(args["stage"]))))


def source(desk: Desk, args: Args) -> Outcome:
    return _moved(desk, args, partial(moving.set_source, source=DealSource(str(args["source"]))))


def day(desk: Desk, args: Args) -> Outcome:
    return _moved(desk, args, partial(moving.set_day, day=date.fromisoformat(str(args["day"]))))


def won(desk: Desk, args: Args) -> Outcome:
    return _moved(desk, args, partial(moving.close, state=DealState.WON))


def reopen(desk: Desk, args: Args) -> Outcome:
    return _moved(desk, args, partial(moving.close, state=DealState.OPEN))


def lost(desk: Desk, args: Args) -> Outcome:
    """Lost for a reason; another one than those on the buttons may be written."""
    reason = str(args["reason"])
    outcome = _moved(desk, args, partial(moving.close, state=DealState.LOST, reason=reason))
    if reason != LostReason.OTHER or not outcome.changes:
        return outcome
    question = desk.say(Said.DEAL_WHY).messages
    return replace(
        outcome, changes=(*outcome.changes, _ask(desk, args, "lost")), messages=(*outcome.messages, *question)
    )


def _moved(desk: Desk, args: Args, change: Callable[..., None]) -> Outcome:
    deal = _deal(desk, args)
    if deal is None:
        return desk.toast(Toast.GONE)
    moved = partial(change, deal=deal.id, by=desk.hand)
    shown = _shown(desk, args, changes=(moved, _settle(desk)))
    return replace(shown, toast=desk.voice.say(Toast.SAVED))


def _deal(desk: Desk, args: Args) -> Deal | None:
    return find(desk.session, desk.member, int(args["deal"]))


def _settle(desk: Desk) -> Change:
    """Nothing is waited for any more, if it was about an opportunity."""
    return partial(_settled, member=desk.member.id, now=desk.now)


def _settled(session: Session, *, member: int, now: datetime) -> None:
    if asked.open_question(session, member=member, now=now) is asked.What.DEAL:
        asked.settle(session, member=member)


def _shown(desk: Desk, args: Args, *, asks: str = "", changes: tuple[Change, ...] = ()) -> Outcome:
    if _deal(desk, args) is None:
        return desk.toast(Toast.GONE)
    facts: Facts = {"deal": int(args["deal"]), "customer": int(args["customer"]), "asks": asks}
    return Outcome(changes, (desk.reply("deal", facts, edits=desk.pressed),))


def written(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """The day that was asked for, or why it was lost; None: the words tell of something else."""
    asks, _, number = asked.asked_about(desk.session, member=desk.member.id).partition(":")
    deal = find(desk.session, desk.member, int(number)) if number.isdecimal() else None
    if deal is None or asks not in _WRITTEN:
        return None
    return _written_day(desk, deal, text, prepared) if asks == "day" else _written_reason(desk, deal, text, prepared)


def _written_day(desk: Desk, deal: Deal, text: str, prepared: Prepared) -> Outcome | None:
    told = day_ahead(text, desk.told_at)
    if told is None or told[0] < desk.today:
        return None if prepared.tells else desk.say(Said.NO_DAY)
    return _recorded(desk, deal, partial(moving.set_day, day=told[0]))


def _written_reason(desk: Desk, deal: Deal, text: str, prepared: Prepared) -> Outcome | None:
    reason = " ".join(text.split())
    if prepared.findings.ask or len(reason) > LONGEST or prepared.findings.follow_ups:
        return None
    return _recorded(desk, deal, partial(moving.close, state=DealState.LOST, reason=reason))


def _recorded(desk: Desk, deal: Deal, change: Callable[..., None]) -> Outcome:
    moved = partial(change, deal=deal.id, by=desk.hand)
    facts: Facts = {"deal": deal.id, "customer": deal.customer, "asks": ""}
    return Outcome((moved, _settle(desk)), (desk.reply("deal", facts),))

"""/segment and its card: the saved ones, a segment in words, and its conditions by buttons."""

from functools import partial

from pydantic import ValidationError

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from sales.segment_offers import condition_of
from sales.segments import Segment
from storage.company import asked
from storage.figures.rates import reporting_currency
from storage.queues import outbox
from storage.segments import saved
from storage.segments.bodies import SEGMENTS
from wording.sentences import Said, Toast


def segment(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """Alone it lists the saved ones; a name opens one; other words are conditions."""
    if not rest.strip():
        return listed(desk, {})
    known = saved.named(desk.session, desk.member.id, rest)
    if known is not None:
        return card(desk, known.segment, number=known.id)
    read = prepared.picked
    if read is None or not read.segment.conditions:
        words = desk.voice.join(read.left_out if read else ()) or rest
        return desk.say(Said.SEGMENT_NOT_READ, words=words)
    return card(desk, read.segment, left_out="\n".join(read.left_out))


def card(
    desk: Desk, segment: Segment, *, number: int | None = None, left_out: str = "", edits: str | None = None
) -> Outcome:
    """The card carries its conditions with it, so that several can be open at once."""
    facts = {"body": SEGMENTS.write(segment), "saved": number, "left_out": left_out}
    settled = partial(asked.settle, member=desk.member.id)
    return Outcome((settled,), (desk.reply("segment", facts, edits=edits),))


def listed(desk: Desk, args: Args) -> Outcome:
    return Outcome(messages=(desk.reply("segments", {}),))


def open_saved(desk: Desk, args: Args) -> Outcome:
    """A digit opens its segment, in place of the list."""
    known = saved.find(desk.session, desk.member.id, int(args["saved"]))
    return card(desk, known.segment, number=known.id, edits=desk.pressed) if known else desk.toast(Toast.GONE)


def new(desk: Desk, args: Args) -> Outcome:
    """One without conditions, to which they are added by buttons."""
    return _adding(desk, Segment(), "")


def drop(desk: Desk, args: Args) -> Outcome:
    """Take a condition off."""
    shown = shown_segment(desk)
    return card(desk, shown.minus(int(args["place"])), edits=desk.pressed) if shown else desk.toast(Toast.TOO_OLD)


def add(desk: Desk, args: Args) -> Outcome:
    """Ask on what, or which of a group."""
    shown = shown_segment(desk)
    return _adding(desk, shown, str(args.get("group", ""))) if shown else desk.toast(Toast.TOO_OLD)


def take(desk: Desk, args: Args) -> Outcome:
    """The condition that was chosen."""
    shown = shown_segment(desk)
    if shown is None:
        return desk.toast(Toast.TOO_OLD)
    chosen = condition_of(str(args["group"]), str(args["value"]), reporting_currency(desk.session))
    return card(desk, shown.plus(chosen), edits=desk.pressed)


def back(desk: Desk, args: Args) -> Outcome:
    """From choosing a condition to the card."""
    shown = shown_segment(desk)
    if shown is None:
        return desk.toast(Toast.TOO_OLD)
    return card(desk, shown, edits=desk.pressed) if shown.conditions else _list_again(desk)


def _list_again(desk: Desk) -> Outcome:
    return Outcome(messages=(desk.reply("segments", {}, edits=desk.pressed),))


def _adding(desk: Desk, segment: Segment, group: str) -> Outcome:
    facts = {"body": SEGMENTS.write(segment), "group": group}
    return Outcome(messages=(desk.reply("segment_adding", facts, edits=desk.pressed),))


def shown_segment(desk: Desk) -> Segment | None:
    """What the card that was tapped shows; None: it is no longer known."""
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    try:
        return SEGMENTS.read(str(shown.facts.get("body", ""))) if shown else None
    except ValidationError:
        return None

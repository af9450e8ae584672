"""Saves a segment under a name, deletes it, and sends it as a file."""

from dataclasses import replace
from functools import partial

from pydantic import ValidationError

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from handlers.segments.showing import card, shown_segment
from sales.segments import Segment
from storage.company import asked
from storage.importing import errands
from storage.segments import saved
from storage.segments.bodies import SEGMENTS
from wording.sentences import Said, Toast

LONGEST = 40
"""The longest name."""


def ask_name(desk: Desk, args: Args) -> Outcome:
    """The next words are the name."""
    shown = shown_segment(desk)
    if shown is None:
        return desk.toast(Toast.TOO_OLD)
    about = SEGMENTS.write(shown)
    ask = partial(asked.ask, member=desk.member.id, what=asked.What.SEGMENT, now=desk.now, about=about)
    return Outcome((ask,), desk.say(Said.SEGMENT_NAME).messages)


def named(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """The name that was asked for; None: the words tell of something else."""
    segment = _asked(desk)
    if segment is None or prepared.tells or prepared.findings.ask:
        return None
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST:
        return desk.say(Said.SEGMENT_NAME_LONG, most=LONGEST)
    there = saved.saved(desk.session, desk.member.id)
    if len(there) >= saved.MOST_SAVED and saved.named(desk.session, desk.member.id, name) is None:
        return desk.say(Said.SEGMENT_TOO_MANY, most=saved.MOST_SAVED)
    keep = partial(saved.save, member=desk.member.id, name=name, segment=segment, now=desk.now)
    settled = partial(asked.settle, member=desk.member.id)
    return Outcome((keep, settled), desk.say(Said.SEGMENT_SAVED, name=name).messages)


def _asked(desk: Desk) -> Segment | None:
    try:
        return SEGMENTS.read(asked.asked_about(desk.session, member=desk.member.id))
    except ValidationError:
        return None


def delete(desk: Desk, args: Args) -> Outcome:
    """Its card stays, so that it can be saved again."""
    known = saved.find(desk.session, desk.member.id, int(args["saved"]))
    if known is None:
        return desk.toast(Toast.GONE)
    gone = partial(saved.delete, member=desk.member.id, number=known.id)
    shown = card(desk, known.segment, edits=desk.pressed)
    return replace(shown, changes=(*shown.changes, gone), toast=desk.voice.say(Toast.SEGMENT_DELETED))


def export(desk: Desk, args: Args) -> Outcome:
    """Have the file made apart from the chat; it comes as a message of its own."""
    shown = shown_segment(desk)
    if shown is None:
        return desk.toast(Toast.TOO_OLD)
    return replace(exported(desk, shown), toast=desk.voice.say(Toast.COMES), messages=())


def exported(desk: Desk, segment: Segment) -> Outcome:
    wish = errands.Export(desk.member.id, desk.heard.chat.id, picked=SEGMENTS.write(segment))
    make = partial(errands.export, asked=wish, arrival=desk.heard.arrival, now=desk.now)
    return Outcome((make,), desk.say(Said.EXPORT_COMES).messages)

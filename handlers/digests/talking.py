"""The talk card of a morning: its pages, what is behind a digit, and when it comes."""

from datetime import date, time
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from handlers.reader import Reader
from sales.cards import Card
from sales.talk_card import HOURS, KIND, WITHOUT, read_told, wants
from storage.company.habits import habits_of, keep_habit, keep_kind
from storage.queues import outbox
from storage.talk_card.reading import talk_card
from wording.cards.digests import talk_card as cards
from wording.cards.digests.talk_schedule import talk_schedule
from wording.sentences import Toast


def today(desk: Desk) -> Outcome:
    """/digest talk."""
    return Outcome(messages=(desk.reply("talk_card", {"day": desk.today.isoformat()}),))


def page(desk: Desk, args: Args) -> Outcome:
    return _shown(desk, {"page": int(args["page"])})


def open_one(desk: Desk, args: Args) -> Outcome:
    return _shown(desk, {"page": int(args["page"]), "rep": int(args["member"])})


def _shown(desk: Desk, more: Facts) -> Outcome:
    """Of the morning of the card that was tapped, with what its reader heard on the one before."""
    found = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    known = dict(found.facts) if found else {}
    facts = {"day": str(known.get("day") or desk.today.isoformat()), "told": str(known.get("told") or ""), **more}
    return Outcome(messages=(desk.reply("talk_card", facts, edits=desk.pressed),))


def schedule(desk: Desk, args: Args) -> Outcome:
    return _scheduled(desk)


def wish(desk: Desk, args: Args) -> Outcome:
    """Turn it on or off."""
    name = str(args["wish"])
    if name not in (KIND, WITHOUT):
        return desk.toast(Toast.GONE)
    habits = habits_of(desk.session, desk.member.id)
    wanted = not (wants(habits, desk.member) if name == KIND else habits.kinds.get(name, False))
    return _scheduled(desk, partial(keep_kind, member=desk.member.id, kind=name, wanted=wanted))


def hour(desk: Desk, args: Args) -> Outcome:
    """At another time, from today on, unless that is over."""
    at = time.fromisoformat(str(args["at"]))
    if at not in HOURS:
        return desk.toast(Toast.GONE)
    value = at.isoformat("minutes")
    return _scheduled(desk, partial(keep_habit, member=desk.member.id, name="talk", value=value))


def _scheduled(desk: Desk, *changes: Change) -> Outcome:
    toast = desk.voice.say(Toast.CHANGED) if changes else None
    return Outcome(changes, (desk.reply("talk_schedule", {}, edits=desk.pressed),), toast)


def laid_out(reader: Reader, facts: Facts) -> Card | None:
    """None for one that comes by itself and has nothing to say, unless the reader wants those, too."""
    day, told = date.fromisoformat(str(facts["day"])), read_told(str(facts.get("told") or ""))
    view = talk_card(reader.session, reader.member, day, told, reader.now)
    wants_all = habits_of(reader.session, reader.member.id).kinds.get(WITHOUT, False)
    if facts.get("fresh") and not view.reps and not wants_all:
        return None
    opened = view.opened(page=int(facts.get("page") or 1), member=int(facts.get("rep") or 0))
    return cards.talk_card(opened, reader.voice)


def laid_out_schedule(reader: Reader, facts: Facts) -> Card:
    habits = habits_of(reader.session, reader.member.id)
    return talk_schedule(habits, reader.voice, comes=wants(habits, reader.member))

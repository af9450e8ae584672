"""/digest, /digest last week; the same told by rep, and when digests come by themselves."""

from datetime import time
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from handlers.prepared import Prepared
from sales.digest_pictures import WITH_PICTURE, wants_picture
from sales.digest_sections import Section, name_of, tells
from sales.digests import HOURS, QUIET_DAYS, Pace, kind_of, read_asked, wants
from storage.company.habits import habits_of, keep_habit, keep_kind
from understanding.digests import read_digest
from wording.sentences import Said, Toast


def spoken(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """/digest alone is that of today."""
    asked = read_digest(rest, desk.now.astimezone(desk.member.zone))
    return Outcome(messages=(desk.reply("digest", asked.facts),)) if asked else desk.say(Said.WHICH_DIGEST)


def digest(desk: Desk, args: Args) -> Outcome:
    """Back to it, or all of it, as things stand by now."""
    whole = {"whole": 1} if args.get("whole") else {}
    return _in_place(desk, "digest", {**read_asked(args).facts, **whole})


def by_rep(desk: Desk, args: Args) -> Outcome:
    return _in_place(desk, "digest_reps", {**read_asked(args).facts, "page": int(args["page"])})


def schedule(desk: Desk, args: Args) -> Outcome:
    return _in_place(desk, "digest_schedule", read_asked(args).facts)


def wish(desk: Desk, args: Args) -> Outcome:
    """Turn one on or off."""
    name, habits = str(args["wish"]), habits_of(desk.session, desk.member.id)
    wished = {kind_of(pace): wants(habits, desk.member, pace) for pace in Pace}
    wished[QUIET_DAYS] = habits.kinds.get(QUIET_DAYS, False)
    wished |= {name_of(section): tells(habits, section) for section in Section}
    wished[WITH_PICTURE] = wants_picture(habits)
    if name not in wished:
        return desk.toast(Toast.GONE)
    change = partial(keep_kind, member=desk.member.id, kind=name, wanted=not wished[name])
    return _in_place(desk, "digest_schedule", read_asked(args).facts, change)


def hour(desk: Desk, args: Args) -> Outcome:
    """At another time, from today on, unless that is over."""
    at = time.fromisoformat(str(args["at"]))
    if at not in HOURS:
        return desk.toast(Toast.GONE)
    change = partial(keep_habit, member=desk.member.id, name="digest", value=at.isoformat("minutes"))
    return _in_place(desk, "digest_schedule", read_asked(args).facts, change)


def _in_place(desk: Desk, kind: str, facts: Facts, *changes: Change) -> Outcome:
    toast = desk.voice.say(Toast.CHANGED) if changes else None
    return Outcome(changes, (desk.reply(kind, facts, edits=desk.pressed),), toast)

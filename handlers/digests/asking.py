"""/digest, /digest last week; the same told by rep, and when digests come by themselves."""

from datetime import date, time
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Change, Facts, Outcome
from handlers.prepared import Prepared
from sales.digests import HOURS, QUIET_DAYS, Asked, Pace, kind_of, read_asked, the_one_before, until, wants
from storage.company.habits import habits_of, keep_habit, keep_kind
from wording.sentences import Said, Toast

_NOW = {
    Pace.DAY: {"", "today", "day", "今天", "日报"},
    Pace.WEEK: {"week", "this week", "本周", "这周", "周报"},
    Pace.MONTH: {"month", "this month", "本月", "这个月", "月报"},
    Pace.QUARTER: {"quarter", "this quarter", "本季度", "季报"},
}
_BEFORE = {
    Pace.DAY: {"yesterday", "昨天", "昨日"},
    Pace.WEEK: {"last week", "上周", "上周周报"},
    Pace.MONTH: {"last month", "上月", "上个月"},
    Pace.QUARTER: {"last quarter", "上季度", "上个季度"},
}


def spoken(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """/digest alone is that of today."""
    asked = _asked(" ".join(rest.split()).casefold(), desk.today)
    return Outcome(messages=(desk.reply("digest", asked.facts),)) if asked else desk.say(Said.WHICH_DIGEST)


def _asked(words: str, today: date) -> Asked | None:
    for pace in Pace:
        if words in _NOW[pace]:
            return Asked(pace, until(pace, today))
        if words in _BEFORE[pace]:
            return Asked(pace, the_one_before(pace, today))
    return None


def digest(desk: Desk, args: Args) -> Outcome:
    """Back to it, as things stand by now."""
    return _in_place(desk, "digest", read_asked(args).facts)


def by_rep(desk: Desk, args: Args) -> Outcome:
    return _in_place(desk, "digest_reps", {**read_asked(args).facts, "page": int(args["page"])})


def schedule(desk: Desk, args: Args) -> Outcome:
    return _in_place(desk, "digest_schedule", read_asked(args).facts)


def wish(desk: Desk, args: Args) -> Outcome:
    """Turn one on or off."""
    name, habits = str(args["wish"]), habits_of(desk.session, desk.member.id)
    wished = {kind_of(pace): wants(habits, desk.member, pace) for pace in Pace}
    wished[QUIET_DAYS] = habits.kinds.get(QUIET_DAYS, False)
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

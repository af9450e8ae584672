"""The answer to an offered kind of reminder; a no is remembered, so it is not offered again."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from sales.care.kinds import REMINDER_KINDS
from storage.company.habits import keep_kind
from wording.sentences import Toast


def accept(desk: Desk, args: Args) -> Outcome:
    return _chosen(desk, args, wanted=True)


def refuse(desk: Desk, args: Args) -> Outcome:
    return _chosen(desk, args, wanted=False)


def _chosen(desk: Desk, args: Args, *, wanted: bool) -> Outcome:
    kind = str(args["kind"])
    if kind not in REMINDER_KINDS:
        return desk.toast(Toast.GONE)
    change = partial(keep_kind, member=desk.member.id, kind=kind, wanted=wanted)
    shown = desk.reply("hours", {"asks": "kinds"}, edits=desk.pressed)
    return Outcome((change,), (shown,), desk.voice.say(Toast.SAVED))

"""The digits of a digest: each opens what it is about as a message of its own, so that a reply is about that."""

from handlers.desk import Args, Desk
from handlers.duplicates.collision import shown_again
from handlers.outcome import Outcome
from storage.complaints import alerts
from wording.sentences import Toast


def complaint(desk: Desk, args: Args) -> Outcome:
    place = alerts.place_of(desk.session, int(args["complaint"]))
    if place is None:
        return desk.toast(Toast.GONE)
    return Outcome(messages=(desk.reply("complaint", place._asdict()),))


def ruling(desk: Desk, args: Args) -> Outcome:
    shown = shown_again(desk, int(args["ruling"]))
    return Outcome(messages=(shown,)) if shown else desk.toast(Toast.GONE)


def handover(desk: Desk, args: Args) -> Outcome:
    """As it stands now, whoever began it."""
    return Outcome(messages=(desk.reply("handover", {"hand_over": int(args["hand_over"]), "page": 1}),))

"""Taking over what waits for somebody who cannot be told any more."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from sales.reminder_cards import AgendaCard
from storage.care import unreached
from storage.care.went_to import WentTo, went_to
from wording.sentences import Said, Toast


def take(desk: Desk, args: Args) -> Outcome:
    """The list of today takes the card's place; somebody else may have been quicker, or they are back."""
    giver = int(args["from"])
    if unreached.unreached(desk.session, desk.member, member=giver, now=desk.now) is None:
        return _too_late(desk, giver)
    hand = desk.hand
    change = partial(unreached.take_over, giver=giver, to=desk.member, remind_at=desk.house.remind_at, by=hand)
    shown = desk.reply("agenda", AgendaCard().facts, edits=desk.pressed)
    return Outcome((change,), (shown,), desk.voice.say(Toast.TAKEN))


def _too_late(desk: Desk, giver: int) -> Outcome:
    """What has become of it takes the card's place."""
    gone = went_to(desk.session, desk.member, member=giver)
    if gone is None:
        return desk.toast(Toast.GONE)
    text = desk.voice.say(_became(gone), name=gone.name, others=desk.voice.join(gone.now_with))
    return Outcome(messages=(desk.reply("said", {"text": text}, edits=desk.pressed),), toast=text)


def _became(gone: WentTo) -> Said:
    if gone.back:
        return Said.BACK_WITH_THEM
    return Said.WENT_TO_OTHERS if gone.now_with else Said.NOTHING_LEFT

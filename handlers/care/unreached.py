"""Taking over what waits for somebody who cannot be told any more."""

from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from sales.hands import Hand
from sales.reminder_cards import AgendaCard
from storage.care import unreached
from wording.sentences import Toast


def take(desk: Desk, args: Args) -> Outcome:
    """The list of today takes the card's place; somebody else may have been quicker, or they are back."""
    giver = int(args["from"])
    if unreached.unreached(desk.session, desk.member, member=giver) is None:
        return desk.toast(Toast.GONE)
    hand = Hand(desk.member.id, desk.now)
    change = partial(unreached.take_over, giver=giver, to=desk.member, remind_at=desk.house.remind_at, by=hand)
    shown = desk.reply("agenda", AgendaCard().facts, edits=desk.pressed)
    return Outcome((change,), (shown,), desk.voice.say(Toast.TAKEN))

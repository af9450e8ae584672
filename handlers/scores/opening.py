"""The scores of a customer: all in a line each, or one with its reasons; each look is on the trail."""

from handlers.cards.looking import seen
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from sales.rights import Part
from storage.cards import customers
from wording.sentences import Toast


def scores(desk: Desk, args: Args) -> Outcome:
    """In place; the button is there for those alone who see what is known of the customer."""
    customer = int(args["customer"])
    if Part.FACTS not in customers.parts(desk.session, desk.member, customer):
        return desk.toast(Toast.NOT_ALLOWED)
    shown = desk.reply("scores", {"customer": customer, "why": str(args.get("why", ""))}, edits=desk.pressed)
    return Outcome(seen(desk, customer).changes, (shown,))

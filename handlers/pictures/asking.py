"""The chart of a customer, /map and who may be lost: drawn when they are sent, so a tap is answered at once."""

from handlers.cards.looking import seen
from handlers.desk import Args, Desk
from handlers.outcome import Outcome


def chart(desk: Desk, args: Args) -> Outcome:
    """A message of its own, for a card cannot become a picture; a look at the customer like any other."""
    customer = int(args["customer"])
    return Outcome(seen(desk, customer).changes, (desk.reply("chart", {"customer": customer}),))


def segment_map(desk: Desk, args: Args) -> Outcome:
    return Outcome(messages=(desk.reply("segment_map", {}),))


def risks(desk: Desk, args: Args) -> Outcome:
    return Outcome(messages=(desk.reply("risk_plot", {}),))

"""/customers and /customer: the list of what a member may see, and one card."""

from collections.abc import Sequence

from handlers.cards.looking import look
from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.prepared import Prepared
from storage.cards import customers
from wording.sentences import Said, Toast

MOST_OFFERED = 6


def page(desk: Desk, args: Args) -> Outcome:
    """A page of the list; turning over happens in place."""
    number = int(args.get("page", 1))
    return Outcome(messages=(desk.reply("customers", {"page": number}, edits=desk.pressed if args else None),))


def named(desk: Desk, name: str, prepared: Prepared) -> Outcome:
    """Show the card of the customer that fits the name best; without a name, the list."""
    if not name.strip():
        return page(desk, {})
    if prepared.doubtful:
        return offer(desk, [candidate.key for candidate in prepared.names])
    party = prepared.party(name)
    if party.id is None:
        return desk.say(Said.NO_CUSTOMER_FOUND)
    return look(desk, party.id)


def offer(desk: Desk, customers: Sequence[int]) -> Outcome:
    """Several customers may be meant: a digit opens the right one."""
    numbers = ",".join(map(str, customers[:MOST_OFFERED]))
    return Outcome(messages=(desk.reply("found", {"customers": numbers}),))


def open_one(desk: Desk, args: Args) -> Outcome:
    """Open a customer from a list or an alert, as a message of its own."""
    seen = customers.customer(desk.session, desk.member, int(args["customer"]))
    if seen is None:
        return desk.toast(Toast.GONE)
    return look(desk, seen.id)

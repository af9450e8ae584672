"""A manager gives a rep something to do at the customer of an entry: the next words say what, and by when."""

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Outcome
from sales.comments import EntryPlace
from storage.cards import customers
from storage.comments.views import entry_at, teller_of
from storage.company import people
from wording.comment_words import CommentSaid
from wording.sentences import Toast
from wording.wild_text import NAME, short


def assign(desk: Desk, args: Args) -> Outcome:
    place = EntryPlace(int(args["telling"]), int(args["slot"]))
    row, teller = entry_at(desk.session, place), teller_of(desk.session, place)
    to = people.member(desk.session, teller) if teller else None
    customer = customers.customer(desk.session, desk.member, row.customer_id) if row and row.customer_id else None
    if to is None or customer is None:
        return desk.toast(Toast.GONE)
    if to.id == desk.member.id:
        return desk.toast(Toast.NOT_ALLOWED)
    text = desk.voice.say(CommentSaid.ASSIGN, name=short(to.name, NAME), customer=short(customer.name, NAME))
    facts: Facts = {"text": text, "customer": customer.id, "plan": 1, "who": to.name}
    return Outcome(messages=(desk.reply("said", facts),))

"""`@bot acme` from any chat: the cards that the asker may see, to pass a person's number on."""

from handlers.cards.looking import seen
from handlers.desk import Desk
from handlers.heard import Query
from handlers.outcome import Offer, Outcome
from handlers.prepared import Prepared
from sales.card_views import CustomerCard
from storage.cards import customer_cards
from storage.company import look_ups
from wording.cards import offered

LEAST_SIGNS = 2
"""A single Latin letter is the beginning of everything."""
MOST = 5


def answer(desk: Desk, query: Query, prepared: Prepared) -> Outcome:
    """The best few; each new one counts against the day's budget and goes on the trail."""
    words = query.text.strip()
    if len(words) < (LEAST_SIGNS if words.isascii() else 1):
        return Outcome(offers=())
    found = [card for candidate in prepared.names[:MOST] if (card := _card(desk, candidate.key))]
    before = look_ups.opened_today(desk.session, desk.member, day=desk.today)
    fresh = [card.customer.id for card in found if card.customer.id not in before]
    changes = [change for customer in fresh for change in seen(desk, customer).changes]
    return Outcome(tuple(changes), offers=tuple(_offer(desk, card) for card in found))


def _card(desk: Desk, customer: int) -> CustomerCard | None:
    """None where the budget is used up, too."""
    if not look_ups.may_open(desk.session, desk.member, customer=customer, day=desk.today):
        return None
    return customer_cards.card(desk.session, desk.member, customer, today=desk.today)


def _offer(desk: Desk, card: CustomerCard) -> Offer:
    title, line = offered.title(card), offered.line(card, desk.voice)
    return Offer(str(card.customer.id), title, line, offered.passed_on(card, desk.voice))

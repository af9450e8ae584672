"""Questions put to the bot in plain words: short answers from the cards that the asker may see."""

from typing import assert_never

from handlers.cards.customers import offer
from handlers.cards.looking import look
from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.plans import agenda
from handlers.told.resolving import SURE
from sales.kinds import Ask
from understanding.findings import Findings, Mention
from wording.sentences import Said

ENOUGH_TO_LOOK = 0.4
"""How sure it has to be whose card is asked for."""


def answer(desk: Desk, ask: Ask, found: Findings) -> Outcome:
    """Answer what was asked."""
    match ask:
        case Ask.AGENDA:
            return agenda.today(desk, {})
        case Ask.CUSTOMER | Ask.LAST_CONTACT:
            return _customer(desk, found.about)
        case Ask.SLIPPING:
            # The list says of everybody when they were last heard of; who is slipping is not worked out yet.
            return _card(desk, "customers")
        case Ask.COMPLAINTS | Ask.BIRTHDAYS | Ask.HELP:
            return _card(desk, ask.value)
        case _ as never:
            assert_never(never)


def _card(desk: Desk, kind: str) -> Outcome:
    return Outcome(messages=(desk.reply(kind, {}),))


def _customer(desk: Desk, about: Mention | None) -> Outcome:
    """A card that fits well enough is shown: looking changes nothing. Where several do, they are offered."""
    if about is None or about.key is None:
        return desk.say(Said.NO_CUSTOMER_FOUND)
    if about.sure < SURE and len(about.candidates) > 1:
        return offer(desk, [candidate.key for candidate in about.candidates])
    return look(desk, about.key) if about.sure >= ENOUGH_TO_LOOK else desk.say(Said.NO_CUSTOMER_FOUND)

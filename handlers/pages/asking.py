"""/page: a link that opens the reader's pages once, or a button that opens them inside Telegram."""

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.reader import Reader
from sales.cards import Card
from storage.pages.links import new_link
from wording.cards.page_link import page_link


def show(desk: Desk) -> Outcome:
    return Outcome(messages=(desk.reply("page", {}),))


def laid_out(reader: Reader, address: str) -> Card:
    """The link is made here, at the last moment, and stands nowhere else. `address` empty: browsers do not reach us."""
    token = new_link(reader.session, reader.member.id, now=reader.now) if address else ""
    return page_link(address, token, reader.voice)

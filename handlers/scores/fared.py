"""/foresight: how good the alerts are, as far as the member sees the customers' orders."""

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.reader import Facts, Reader
from sales.cards import Card
from storage.foresight.past_alerts import fared
from wording.cards.scores import fared as card


def foresight(desk: Desk) -> Outcome:
    return Outcome(messages=(desk.reply("fared", {}),))


def laid_out(reader: Reader, facts: Facts) -> Card:
    return card.fared(fared(reader.session, reader.member, today=reader.voice.today), reader.voice)

"""/decisions: everything that waits for a manager's word, in one list whose digits open each with its buttons."""

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.reader import Facts, Reader
from sales.cards import Card
from storage.company import handovers
from storage.digests.needs import claimed, late_answers
from wording.cards.digests import decisions as cards


def decisions(desk: Desk) -> Outcome:
    return Outcome(messages=(desk.reply("decisions", {}),))


def laid_out(reader: Reader, facts: Facts) -> Card:
    """What two claim stands first: nobody else can end that."""
    total, late = late_answers(reader.session, reader.member, reader.now)
    rulings = tuple(claimed(reader.session, reader.member))
    begun = handovers.waiting(reader.session, reader.member)
    return cards.decisions((*rulings, *late, *begun), total - len(late), reader.voice)

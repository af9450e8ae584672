"""The picture of a digest: right after its text, or when it is asked for."""

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.pictures.laying_out import with_picture
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.digests import read_asked
from storage.digests.pictured import digest_facts
from storage.queues import outbox
from storage.queues.queue import State
from wording.cards.pictures.digest_picture import digest_picture, picture_card


def picture(desk: Desk, args: Args) -> Outcome:
    """A message of its own, for a card cannot become a picture."""
    return Outcome(messages=(desk.reply("digest_picture", read_asked(args).facts),))


def laid_out(reader: Reader, facts: Facts) -> Card | None:
    """None where the text that it goes with was left out, for want of news."""
    if "under" in facts and outbox.state_of(reader.session, str(facts["under"])) is State.WITHDRAWN:
        return None
    view = digest_facts(reader.session, reader.member, read_asked(facts), reader.now)
    card = picture_card(view, reader.voice)
    if view.is_empty:
        return None if "under" in facts else card
    return with_picture(card, digest_picture(view, reader.voice), reader.voice)

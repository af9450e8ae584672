"""How the messages about opportunities read now."""

from dataclasses import replace

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.views import Echo
from storage.dealings.credit import credit_notes
from storage.dealings.deals import find, page
from storage.dealings.questions import ended, question
from wording.cards import deals as deals_card

PAGE = 8


def deals(reader: Reader, facts: Facts) -> Card:
    view = page(reader.session, reader.member, page=int(facts.get("page", 1)), size=PAGE)
    return deals_card.deals(view, reader.voice)


def deal(reader: Reader, facts: Facts) -> Card | None:
    view = find(reader.session, reader.member, int(facts["deal"]))
    return deals_card.deal(view, reader.voice, str(facts.get("asks") or "")) if view else None


def with_dealings(reader: Reader, view: Echo) -> Echo:
    """The echo with what is asked of opportunities, and what is to be known of credit."""
    live = [part for part in view.parts if not part.undone]
    today, tellings = reader.voice.today, [part.telling for part in live]
    return replace(
        view,
        deal=question(reader.session, tellings) if live else None,
        won=ended(reader.session, tellings),
        credit=credit_notes(reader.session, reader.member, [part.told for part in live], today),
    )

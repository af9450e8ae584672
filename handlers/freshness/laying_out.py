"""How the questions for facts and the figures of cards read."""

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.fact_questions import Stage
from sales.moments import monday_of
from storage.card_reviews.views import tally
from storage.freshness import asking, question_views
from storage.freshness.tallies import figures_of
from wording.cards import card_figures as figures_card
from wording.cards import fact_question as question_card


def fact(reader: Reader, facts: Facts) -> Card | None:
    """What was settled before it could be asked is not asked."""
    view = question_views.question(reader.session, reader.member, int(facts["asked"]))
    if view is None or (facts.get("fresh") and view.stage is not Stage.OPEN):
        return None
    return question_card.fact_question(view, reader.voice)


def fact_asking(reader: Reader, facts: Facts) -> Card:
    wants = asking.wants_questions(reader.session, member=reader.member.id)
    return question_card.asking(wants=wants, voice=reader.voice)


def cards(reader: Reader, facts: Facts) -> Card:
    found = figures_of(reader.session, reader.member, facts)
    leads = bool(reader.member.leads) or reader.member.sees_all
    looked_at = tally(reader.session, reader.member, monday_of(reader.voice.today)) if leads else (0, 0)
    return figures_card.card_figures(found, reader.voice, leads=leads, looked_at=looked_at)

"""How scores and the questions of a rating read now."""

from dataclasses import replace

from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.scores.rating import Asked
from sales.scores.score_card import Score
from storage.foresight import rating_rounds, score_cards
from wording.cards.scores import card as scores_card
from wording.cards.scores import rating_round as round_card


def scores(reader: Reader, facts: Facts) -> Card | None:
    why = Score(facts["why"]) if facts.get("why") else None
    view = score_cards.score_card(
        reader.session, reader.member, int(facts["customer"]), today=reader.voice.today, why=why
    )
    return scores_card.score_card(view, reader.voice) if view else None


def rating(reader: Reader, facts: Facts) -> Card | None:
    asked = Asked(facts["asked"]) if facts.get("asked") else None
    view = rating_rounds.rating_round(
        reader.session, reader.member, int(facts["customer"]), today=reader.voice.today, asked=asked
    )
    return round_card.rating_round(replace(view, again=bool(facts.get("again"))), reader.voice) if view else None

"""How the week's cards, and what their owners hear of it, read now."""

from datetime import date, datetime

from handlers.card_reviews.reviewing import TOGETHER
from handlers.reader import Facts, Reader
from sales.cards import Card
from storage.card_reviews import views
from wording.cards import card_reviews as cards


def review(reader: Reader, facts: Facts) -> Card | None:
    week, good = date.fromisoformat(facts["week"]), int(facts.get("good") or 0)
    praised = views.review_line(reader.session, reader.member, good) if good else None
    if facts.get("review") is not None:
        shown = views.review_card(reader.session, reader.member, int(facts["review"]))
        return cards.one(shown, week, praised, reader.voice) if shown else None
    listed = views.week_list(reader.session, reader.member, week, int(facts.get("page") or 1))
    return cards.listed(listed, praised, reader.voice)


def news(reader: Reader, facts: Facts) -> Card | None:
    since = datetime.fromisoformat(facts["since"])
    view = views.news(reader.session, reader.member, int(facts["by"]), since, since + TOGETHER)
    return cards.news(view, reader.voice) if view else None


def question(reader: Reader, facts: Facts) -> Card | None:
    view = views.card_question(reader.session, reader.member, int(facts["review"]))
    return cards.question(view, reader.voice) if view else None


def answer(reader: Reader, facts: Facts) -> Card | None:
    view = views.card_question(reader.session, reader.member, int(facts["review"]))
    return cards.answer(view, reader.voice) if view else None

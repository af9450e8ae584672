"""How answers to questions read: they are worked out when they are shown, for who reads them."""

from handlers.pictures.laying_out import with_picture
from handlers.questions.answering import offered_in
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.question_views import Answer, AnswerCard, NearCard
from sales.questions import Complaining, Counting, Owing, Question
from storage.questions.debts import debts
from storage.questions.numbers import MOST_DRAWN, numbers
from storage.questions.open_complaints import open_complaints
from storage.segments.vocabulary import names_of
from wording.cards import answers
from wording.cards.pictures.answer_chart import answer_chart, chart_card, is_drawn


def answer(reader: Reader, facts: Facts) -> Card | None:
    """None: it was about somebody who is erased."""
    asked = offered_in(str(facts.get("body") or ""))
    found = _answer(reader, asked[0]) if asked else None
    names, today = names_of(reader.session), reader.voice.today
    return answers.answer(AnswerCard(found, names, today), reader.voice) if found else None


def chart(reader: Reader, facts: Facts) -> Card | None:
    """Counted when it is sent, like the answer; None: it was about somebody who is erased."""
    asked = offered_in(str(facts.get("body") or ""))
    if not asked or not isinstance(asked[0], Counting):
        return None
    most = MOST_DRAWN, MOST_DRAWN
    found = numbers(reader.session, reader.member, asked[0], reader.voice.today, most=most)
    names, voice = names_of(reader.session), reader.voice
    card = chart_card(AnswerCard(found, names, voice.today), found, voice)
    return with_picture(card, answer_chart(found, names, voice), voice) if is_drawn(found) else card


def _answer(reader: Reader, question: Question) -> Answer | None:
    session, member, today = reader.session, reader.member, reader.voice.today
    match question:
        case Counting():
            return numbers(session, member, question, today)
        case Owing():
            return debts(session, member, question, today)
        case Complaining():
            return open_complaints(session, member, question, reader.now)
        case _:
            return None


def near(reader: Reader, facts: Facts) -> Card:
    asked = offered_in(str(facts.get("near") or ""))
    left_out = tuple(filter(None, str(facts.get("left_out") or "").split("\n")))
    card = NearCard(
        asked, names_of(reader.session), left_out, bool(facts.get("other_language")), bool(facts.get("alone"))
    )
    return answers.near(card, reader.voice)

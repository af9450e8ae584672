"""How answers to questions read: they are worked out when they are shown, for who reads them."""

from handlers.questions.answering import offered_in
from handlers.reader import Facts, Reader
from sales.cards import Card
from sales.question_views import Answer, AnswerCard, NearCard
from sales.questions import Complaining, Counting, Owing, Question
from storage.questions.debts import debts
from storage.questions.numbers import numbers
from storage.questions.open_complaints import open_complaints
from storage.segments.vocabulary import names_of
from wording.cards import answers


def answer(reader: Reader, facts: Facts) -> Card | None:
    """None: it was about somebody who is erased."""
    asked = offered_in(str(facts.get("body") or ""))
    found = _answer(reader, asked[0]) if asked else None
    names, today = names_of(reader.session), reader.voice.today
    return answers.answer(AnswerCard(found, names, today), reader.voice) if found else None


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

"""/ask and questions in plain words: an answer, or the nearest three that can be given."""

from pydantic import ValidationError

from handlers.desk import Args, Desk
from handlers.outcome import Facts, Outcome
from handlers.prepared import Prepared
from handlers.segments import showing
from sales.kinds import Ask
from sales.questions import Complaining, Listing, Owing, Put, Question
from sales.segments import Has, Segment
from storage.questions.bodies import QUESTIONS
from storage.queues import outbox
from understanding.findings import Findings
from understanding.questions.reading import QuestionRead
from understanding.questions.sounding import ends_asking, insists, sizes
from understanding.questions.tongues import is_third_language
from wording.sentences import Toast

_NO_COUNT = (Ask.AGENDA, Ask.CUSTOMER, Ask.LAST_CONTACT, Ask.HELP)
"""Questions about a day or a customer; they have answers of their own."""


def ask(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    """By command: whatever is said is a question."""
    read = prepared.question or QuestionRead()
    if read.clear is not None and rest.strip():
        return answered(desk, read.clear)
    return _near(desk, rest, read)


def in_words(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """Plain words that ask; None: they tell, or ask something else. Half of a question is never answered."""
    read, found = prepared.question, prepared.findings
    if read is None or desk.heard.reply_to is not None or (found.ask in _NO_COUNT and not _is_of_debts(read.clear)):
        return None
    if read.clear is not None:
        return None if found.ask and _is_bare(read.clear) else answered(desk, read.clear)
    if ends_asking(text) and found.ask is None:
        return _near(desk, text, read)
    asks = insists(text) and found.ask is None and not prepared.tells
    return _near(desk, text, read) if read.question is not None and (asks or _of_single_ones(text, found)) else None


def _of_single_ones(text: str, found: Findings) -> bool:
    """Single orders by their size are not counted; kept as told they would be an order that nobody placed."""
    return sizes(text) and not any(entry.customer and entry.customer.span for entry in found.entries)


def _is_of_debts(question: Question | None) -> bool:
    """What is overdue sounds like the day's plan, but customers owe it."""
    return isinstance(question, Owing)


def _is_bare(question: Question) -> bool:
    """What a list of its own answers better: all open complaints, all birthdays."""
    match question:
        case Listing(Segment((Has(),))):
            return True
        case Complaining():
            return question == Complaining()
        case _:
            return False


def answered(desk: Desk, question: Question) -> Outcome:
    """Customers are a segment, which can be changed, saved and taken along."""
    if isinstance(question, Listing):
        return showing.card(desk, question.segment)
    return Outcome(messages=(desk.reply("book_answer", {"body": QUESTIONS.write(Put(question))}),))


def _near(desk: Desk, text: str, read: QuestionRead) -> Outcome:
    facts: Facts = {
        "near": "\n".join(QUESTIONS.write(Put(one)) for one in read.near),
        "left_out": "\n".join(read.left_out),
        "other_language": int(read.question is None and is_third_language(text)),
        "alone": int(not text.strip()),
    }
    return Outcome(messages=(desk.reply("book_near", facts),))


def pressed(desk: Desk, args: Args) -> Outcome:
    """One of the questions that were offered."""
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    offered = offered_in(str(shown.facts.get("near", ""))) if shown else ()
    place = int(args["place"])
    return answered(desk, offered[place]) if place < len(offered) else desk.toast(Toast.TOO_OLD)


def chart(desk: Desk, args: Args) -> Outcome:
    """A message of its own, for words cannot become a picture."""
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.message)
    body = str(shown.facts.get("body", "")) if shown else ""
    return Outcome(messages=(desk.reply("answer_chart", {"body": body}),)) if body else desk.toast(Toast.TOO_OLD)


def offered_in(bodies: str) -> tuple[Question, ...]:
    """None at all where something was emptied of an erased person."""
    try:
        return tuple(QUESTIONS.read(body).question for body in bodies.splitlines() if body)
    except ValidationError:
        return ()

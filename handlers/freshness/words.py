"""Plain words, or a place, that answer a question for a fact."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from handlers.cards.written_facts import customs, written_fact
from handlers.desk import Desk
from handlers.duplicates.reaching import reached
from handlers.freshness.answering import let_go, settled
from handlers.heard import Place
from handlers.outcome import Change, Outcome
from handlers.prepared import Prepared
from sales.fact_questions import Asked, FactQuestion, Stage
from sales.field_values import Refusal, Value, sum_written
from sales.fields import FieldKind
from sales.known import About, Statement
from storage.company import asked
from storage.freshness import asking
from storage.freshness.question_views import question
from storage.queues import outbox
from understanding.not_known import is_not_known
from understanding.small_talk import is_small_talk
from wording.cards.fact_question import words_of
from wording.refusals import refusal

_SOON = timedelta(minutes=10)
"""Any short words answer within this time; later only what can be nothing else."""
_LONGEST = 60
_FEW_WORDS = 3
_SURE = 0.95
"""Machine tools are no Acme Tools: only what is surely the name of a customer is no answer."""
_UNMISTAKABLE = frozenset({FieldKind.CHOICE, FieldKind.PHONE, FieldKind.EMAIL, FieldKind.BIRTHDAY})
_IN_FIGURES = frozenset({FieldKind.DAYS, FieldKind.MONEY, FieldKind.PHONE, FieldKind.BIRTHDAY})


def written(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """What the words do as an answer to the open question; None: they tell of something else."""
    found = _waiting(desk)
    return _read(desk, found, text, prepared) if found and desk.heard.reply_to is None else None


def replied(desk: Desk, text: str, prepared: Prepared) -> Outcome | None:
    """A reply to the card of a question answers it, however late; None: it is a reply to something else."""
    if desk.heard.reply_to is None or desk.heard.edited:
        return None
    shown = outbox.key_of(desk.session, desk.heard.chat.id, desk.heard.reply_to)
    if shown is None or shown.kind != "fact":
        return None
    found = asking.find(desk.session, int(shown.facts["asked"]), member=desk.member.id)
    return _read(desk, found, text, prepared) if found and found.waits else None


def placed(desk: Desk, place: Place) -> Outcome | None:
    """A location that was asked for; None: nobody asked."""
    found = _waiting(desk)
    view = question(desk.session, desk.member, found.id) if found else None
    if found is None or view is None or view.field.kind is not FieldKind.PLACE:
        return None
    return _answered(desk, found, view, Value(f"{place.latitude:.5f},{place.longitude:.5f}"))


def _waiting(desk: Desk) -> Asked | None:
    if asked.open_question(desk.session, member=desk.member.id, now=desk.now) is not asked.What.FACT_QUESTION:
        return None
    number = int(asked.asked_about(desk.session, member=desk.member.id))
    found = asking.find(desk.session, number, member=desk.member.id)
    return found if found and found.waits else None


def _read(desk: Desk, found: Asked, text: str, prepared: Prepared) -> Outcome | None:
    view = question(desk.session, desk.member, found.id)
    if view is None or desk.heard.edited:
        return None
    if is_not_known(text):
        return _shown(desk, found, view, settled(desk, found, Stage.UNKNOWN))
    read = written_fact(desk, view.field, text, prepared)
    if isinstance(read, Refusal):
        return desk.say(refusal(read, view.field, desk.voice)) if _is_meant(desk, view, text, prepared) else None
    return _answered(desk, found, view, read) if _fits(desk, found, view, text, prepared) else None


def _is_meant(desk: Desk, view: FactQuestion, text: str, prepared: Prepared) -> bool:
    """Whether words that are no value were meant as one: the member pointed at the question, or wrote a figure."""
    figures = view.field.kind in _IN_FIGURES and any(map(str.isdigit, text)) and len(text) <= _LONGEST
    return desk.heard.reply_to is not None or (figures and not prepared.tells and not prepared.is_name(text))


def _fits(desk: Desk, found: Asked, view: FactQuestion, text: str, prepared: Prepared) -> bool:
    if desk.heard.reply_to is not None or view.field.kind in _UNMISTAKABLE:
        return True
    match view.field.kind:
        case FieldKind.MONEY:
            return not _happened(prepared) or isinstance(sum_written(text, customs(desk)), Value)
        case FieldKind.TEXT:
            return found.at + _SOON > desk.now and _says_nothing_else(text, prepared)
        case _:
            return not _happened(prepared)


def _happened(prepared: Prepared) -> bool:
    return bool(prepared.findings.entries or prepared.findings.follow_ups)


def _says_nothing_else(text: str, prepared: Prepared) -> bool:
    if len(text) > _LONGEST or is_small_talk(text) or prepared.findings.ask:
        return False
    if prepared.is_name(text) and prepared.names[0].score >= _SURE:
        return False
    return not prepared.tells or (_is_about_the_same(prepared) and len(text.split()) <= _FEW_WORDS)


def _is_about_the_same(prepared: Prepared) -> bool:
    """One word or two may be read as an entry of the customer spoken of, where they answer what was asked of it."""
    party, found = prepared.context.party, prepared.findings
    named = {entry.customer.key for entry in found.entries if entry.customer}
    return party is not None and named <= {party.id} and not any(entry.text for entry in found.entries)


def _answered(desk: Desk, found: Asked, view: FactQuestion, value: Value) -> Outcome:
    said = Statement(view.field.name, value.text, value.calendar)
    shown = _shown(desk, found, view, partial(asking.answer, asked=found.id, said=said, by=desk.hand))
    elsewhere = reached(desk, About(found.customer, found.contact), view.field.name)
    return replace(shown, messages=(*shown.messages, *elsewhere))


def _shown(desk: Desk, found: Asked, view: FactQuestion, change: Change) -> Outcome:
    """The answer stands below the member's words; the old card keeps its question, without buttons."""
    old = desk.reply("answered", {"text": words_of(view, desk.voice)}, edits=asking.key(found.telling))
    new = desk.reply("fact", {"asked": found.id})
    return Outcome((*let_go(desk, found), change), (old, new))

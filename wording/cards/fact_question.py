"""A question for the one fact that a card lacks most, or for one that may no longer hold, and how it ended."""

from sales.cards import Argument, Button, Card, Row
from sales.fact_questions import FactQuestion, Stage
from wording.cards.editing import HOW
from wording.catalogue import sentence
from wording.field_values import field_line
from wording.field_words import choice_label, label_of
from wording.layout import in_rows, lay_out
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

ASKS = {
    "grade": sentence("Which class is %(customer)s: A, B or C?"),
    "industry": sentence("Which industry is %(customer)s in?"),
    "region": sentence("Which region is %(customer)s in?"),
    "budget": sentence("What budget does %(customer)s have?"),
    "purchase_frequency": sentence("How often does %(customer)s order?"),
    "credit_limit": sentence("What credit limit does %(customer)s have?"),
    "payment_terms": sentence("What payment terms does %(customer)s have?"),
    "loyalty": sentence("How loyal is %(customer)s?"),
    "place": sentence("Where is %(customer)s?"),
    "title": sentence("What is %(contact)s's title at %(customer)s?"),
    "phone": sentence("What is %(contact)s's phone number? (%(customer)s)"),
    "email": sentence("What is %(contact)s's e-mail address? (%(customer)s)"),
    "birthday": sentence("When is %(contact)s's birthday? (%(customer)s)"),
    "role": sentence("What does %(contact)s do when %(customer)s buys?"),
}
_ENDED = {
    Stage.UNKNOWN: sentence("All right, that stays open: %(what)s"),
    Stage.LATER: sentence("Not now: %(what)s\nI'll ask nothing about %(customer)s for a week."),
    Stage.WITHDRAWN: sentence("Withdrawn: %(what)s"),
}
_IN_A_ROW = 3


def fact_question(view: FactQuestion, voice: Voice) -> Card:
    match view.stage:
        case Stage.OPEN if view.known is not None:
            return _still_true(view, voice)
        case Stage.OPEN | Stage.CHANGING:
            return _asked(view, voice)
        case Stage.ANSWERED:
            return _answered(view, voice)
        case Stage.NEVER:
            return asking(wants=False, voice=voice)
        case ended:
            return _ended(ended, view, voice)


def words_of(view: FactQuestion, voice: Voice) -> str:
    """The question in its own words, for the card that it leaves behind when it was answered in words."""
    return "\n".join(_question_lines(view, voice))


def _question_lines(view: FactQuestion, voice: Voice) -> list[str]:
    if view.stage is Stage.OPEN and view.known is not None:
        return [voice.say("Still true? %(customer)s", customer=_customer(view)), _line(view, voice)]
    return [voice.say(ASKS[view.field.name], customer=_customer(view), contact=_contact(view))]


def _customer(view: FactQuestion) -> str:
    return short(view.name, NAME)


def _contact(view: FactQuestion) -> str:
    return short(view.contact or "", NAME_IN_LIST)


def _line(view: FactQuestion, voice: Voice) -> str:
    """Whose fact it is, and the fact: "S. Lee, Phone: +65 6555 0123"."""
    known = field_line(view.field, [view.known] if view.known else [], voice)
    return voice.join([_contact(view), known])


def _still_true(view: FactQuestion, voice: Voice) -> Card:
    since = view.known.fresh_at.astimezone(voice.zone).date() if view.known else voice.today
    lines = [*_question_lines(view, voice), voice.say("Last told %(day)s", day=voice.day(since))]
    yes, changed = Button(voice.say("Yes"), "still_true", _about(view)), _changed(view, voice)
    return lay_out(lines, (yes, changed), *_ways_out(view, voice))


def _changed(view: FactQuestion, voice: Voice) -> Button:
    return Button(voice.say("Changed"), "has_changed", _about(view))


def _about(view: FactQuestion) -> dict[str, Argument]:
    return {"customer": view.customer, "asked": view.id}


def _asked(view: FactQuestion, voice: Voice) -> Card:
    return lay_out(
        [*_question_lines(view, voice), voice.say(HOW[view.field.kind])],
        *_choices(view, voice),
        *_ways_out(view, voice),
    )


def _choices(view: FactQuestion, voice: Voice) -> tuple[Row, ...]:
    labels = [(choice_label(view.field, choice, voice), choice) for choice in view.field.choices]
    return in_rows(
        [Button(label, "answer_fact", {**_about(view), "value": value}) for label, value in labels], _IN_A_ROW
    )


def _ways_out(view: FactQuestion, voice: Voice) -> tuple[Row, ...]:
    about = _about(view)
    unknown, later = Button(voice.say("Don't know"), "not_known", about), Button(voice.say("Not now"), "not_now", about)
    return (unknown, later), (Button(voice.say("Don't ask me"), "never_ask", about),)


def _answered(view: FactQuestion, voice: Voice) -> Card:
    lines = [voice.say("✓ Saved: %(customers)s", customers=_customer(view)), _line(view, voice)]
    undo = Button(voice.say("Undo"), "take_answer_back", _about(view))
    return lay_out(lines, (undo,) if view.undoable else ())


def _ended(ended: Stage, view: FactQuestion, voice: Voice) -> Card:
    match ended:
        case Stage.CONFIRMED:
            return lay_out([voice.say("✓ Still true: %(customer)s", customer=_customer(view)), _line(view, voice)])
        case Stage.UNDONE:
            return lay_out([voice.say("Undone: %(customers)s", customers=_customer(view)), _line(view, voice)])
        case _:
            what = voice.join([_customer(view), _contact(view), label_of(view.field, voice)])
            return lay_out(voice.say(_ENDED[ended], what=what, customer=_customer(view)).splitlines())


def asking(*, wants: bool, voice: Voice) -> Card:
    """Whether a member is asked for what is missing on cards, and the way to change that."""
    said = Said.FACTS_ASKED if wants else Said.FACTS_NOT_ASKED
    other = (
        Button(voice.say("Don't ask me"), "ask_no_more") if wants else Button(voice.say("Ask me again"), "ask_again")
    )
    return lay_out(voice.say(said).splitlines(), (other,))

"""The frame of a reminder: its headline, what its kind says, the last entry, its answers, and how it ended."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.care.kinds import REMINDER_KINDS, Late
from sales.care.views import CareView
from wording.cards.care.handing import answers_in_place, handing
from wording.cards.care.kinds import WORDS, Asks
from wording.cards.reminder import last_line
from wording.catalogue import sentence
from wording.layout import fitting_rows, in_rows, lay_out
from wording.voice import Voice

ANSWERS = {
    "visit_tell": sentence("Tell"),
    "visit_same": sentence("Nothing new"),
    "visit_nobody": sentence("Not in"),
    "visit_moved": sentence("Another day"),
    "visit_off": sentence("Drop it"),
    "care_done": sentence("Done"),
    "care_later": sentence("In 3 days"),
    "care_hand": sentence("Hand on"),
    "care_never": sentence("Not again"),
    "care_answered": sentence("Answered"),
    "care_complaint": sentence("Open complaint"),
    "quiet_visit": sentence("Plan a visit"),
    "quiet_call": sentence("Call today"),
    "quiet_why": sentence("I know why"),
    "quiet_fine": sentence("All fine"),
    "give_accept": sentence("Accept"),
    "give_refuse": sentence("Can't"),
    "greet_another": sentence("Another one"),
    "greet_apart": sentence("On its own"),
    "greet_sent": sentence("Sent"),
    "greet_skip": sentence("Skip this year"),
    "greet_never": sentence("No greetings"),
}
"""Labels of the buttons that answer; each kind names those that it has."""
_ENDED = {
    "done": sentence("✓ Done: %(what)s"),
    "never": sentence("Not again: %(what)s"),
    "handed": sentence("Handed on: %(what)s"),
    "answered": sentence("✓ Answered: %(what)s"),
    "sent": sentence("✓ Greeted: %(what)s"),
    "skipped": sentence("Not this year: %(what)s"),
    "no_greetings": sentence("No greetings from now on: %(what)s"),
    "planned": sentence("✓ Planned: %(what)s"),
    "fine": sentence("All fine: %(what)s"),
    "seasonal": sentence("It is the season: %(what)s"),
    "known": sentence("✓ Noted: %(what)s"),
    "lost": sentence("Noted as lost: %(what)s"),
    "because": sentence("✓ Noted: %(what)s"),
    "moved": sentence("Moved to %(day)s: %(what)s"),
    "withdrawn": sentence("No longer needed: %(what)s"),
    "expired": sentence("Over: %(what)s"),
}
_TAKEN_BACK = frozenset(
    {"done", "never", "sent", "skipped", "no_greetings", "fine", "seasonal", "known", "lost", "because"}
)
_IN_ROWS_OF_THEIR_OWN = frozenset({"greet_another", "greet_apart", "greet_sent", "give_accept", "give_refuse"})
_IN_A_ROW = 3
_IN_A_NARROW_ROW = 2


def care(view: CareView, voice: Voice) -> Card:
    match view.stage:
        case "due":
            asks = WORDS[view.kind].asks
            if asks and view.asks in asks.questions:
                return _asking(asks, view, voice)
            return lay_out(_told(view, voice), *_answers(view, voice), *_ways(view, voice))
        case "why":
            reason = WORDS[view.kind].reason(view, voice).splitlines()
            return lay_out([_headline(view, voice), *reason], (_back(view, voice),))
        case "handing":
            return handing(_headline(view, voice), view, voice)
        case ended:
            return lay_out([_ending(ended, view, voice)], _after(ended, view, voice), _to_list(view, voice))


def _asking(asks: Asks, view: CareView, voice: Voice) -> Card:
    buttons = in_rows(asks.buttons(view, voice), _IN_A_NARROW_ROW)
    return lay_out([_headline(view, voice), voice.say(asks.questions[view.asks])], *buttons, (_back(view, voice),))


def _back(view: CareView, voice: Voice) -> Button:
    return Button(voice.say("Back"), "care_back", {"reminder": view.id})


def _headline(view: CareView, voice: Voice) -> str:
    return WORDS[view.kind].headline(view, voice)


def _told(view: CareView, voice: Voice) -> Iterator[str]:
    yield _headline(view, voice)
    if view.was and view.day < voice.today and REMINDER_KINDS[view.kind].late is Late.WAS:
        yield _gone_by(view, voice)
    elif view.late and REMINDER_KINDS[view.kind].late is not Late.WAS:
        yield voice.say("This comes late: it was due %(moment)s.", moment=voice.moment(view.late))
    yield from WORDS[view.kind].lines(view, voice)
    if view.last:
        yield last_line(view.last, voice)


def _gone_by(view: CareView, voice: Voice) -> str:
    """It may have waited on its way out, too, so that the day is longer ago than when it was put there."""
    if (voice.today - view.day).days == 1:
        return voice.say("That was yesterday: I could not tell you in time.")
    return voice.say("That day is over: I could not tell you in time.")


def _answers(view: CareView, voice: Voice) -> Iterator[Row]:
    words = WORDS[view.kind]
    if words.row:
        yield from fitting_rows(words.row(view, voice), _IN_A_ROW)
    if words.choices:
        yield from in_rows(words.choices(view, voice), words.wide)
    left_out = words.left_out(view)
    answers = (name for name in answers_in_place(view, voice) if name not in left_out)
    names = [name for name in answers if name not in _IN_ROWS_OF_THEIR_OWN]
    buttons = (Button(voice.say(ANSWERS[name]), name, {"reminder": view.id}) for name in names)
    yield from fitting_rows(tuple(buttons), words.wide)


def _ways(view: CareView, voice: Voice) -> Iterator[Row]:
    why = Button(voice.say(WORDS[view.kind].more), "care_why", {"reminder": view.id})
    if view.customer_id is None:
        yield (why,)
    else:
        yield why, Button(voice.say("Customer card"), "open_customer", {"customer": view.customer_id})
    yield _to_list(view, voice)


def _ending(ended: str, view: CareView, voice: Voice) -> str:
    return voice.say(_ENDED[ended], what=_headline(view, voice), day=voice.day(view.until or view.day))


def _after(ended: str, view: CareView, voice: Voice) -> Row:
    if ended == "handed":
        return (Button(voice.say("Take back"), "care_take_back", {"reminder": view.id}),)
    if ended not in _TAKEN_BACK:
        return ()
    return (Button(voice.say("Undo"), "care_undo", {"reminder": view.id}),)


def _to_list(view: CareView, voice: Voice) -> Row:
    return (Button(voice.say("Back"), "care_list", {"reminder": view.id}),) if view.listed else ()

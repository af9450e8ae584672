"""The frame of a reminder: its headline, what its kind says, the last entry, its answers, and how it ended."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.care.kinds import REMINDER_KINDS, Late
from sales.care.views import CareView
from wording.cards.care.kinds import WORDS
from wording.cards.reminder import last_line
from wording.catalogue import sentence
from wording.layout import in_rows, lay_out
from wording.voice import Voice

ANSWERS = {
    "visit_tell": sentence("Tell"),
    "visit_same": sentence("Nothing new"),
    "visit_nobody": sentence("Not in"),
    "visit_moved": sentence("Another day"),
    "visit_off": sentence("Drop it"),
    "care_done": sentence("Done"),
    "care_later": sentence("In 3 days"),
    "care_never": sentence("Not again"),
    "care_answered": sentence("Answered"),
    "care_complaint": sentence("Open complaint"),
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
    "answered": sentence("✓ Answered: %(what)s"),
    "sent": sentence("✓ Greeted: %(what)s"),
    "skipped": sentence("Not this year: %(what)s"),
    "no_greetings": sentence("No greetings from now on: %(what)s"),
    "moved": sentence("Moved to %(day)s: %(what)s"),
    "withdrawn": sentence("No longer needed: %(what)s"),
    "expired": sentence("Over: %(what)s"),
}
_TAKEN_BACK = frozenset({"done", "never", "sent", "skipped", "no_greetings"})
_IN_ROWS_OF_THEIR_OWN = frozenset({"greet_another", "greet_apart", "greet_sent", "give_accept", "give_refuse"})
_IN_A_ROW = 3


def care(view: CareView, voice: Voice) -> Card:
    match view.stage:
        case "due":
            return lay_out(_told(view, voice), *_answers(view, voice), *_ways(view, voice))
        case "why":
            back = Button(voice.say("Back"), "care_back", {"reminder": view.id})
            return lay_out([_headline(view, voice), WORDS[view.kind].reason(view, voice)], (back,))
        case ended:
            return lay_out([_ending(ended, view, voice)], _after(ended, view, voice), _to_list(view, voice))


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
    own = WORDS[view.kind].row
    if own:
        yield own(view, voice)
    left_out = WORDS[view.kind].left_out(view)
    answers = (name for name in REMINDER_KINDS[view.kind].answers if name not in left_out)
    names = [name for name in answers if name not in _IN_ROWS_OF_THEIR_OWN]
    yield from in_rows([Button(voice.say(ANSWERS[name]), name, {"reminder": view.id}) for name in names], _IN_A_ROW)


def _ways(view: CareView, voice: Voice) -> Iterator[Row]:
    why = Button(voice.say("Why this?"), "care_why", {"reminder": view.id})
    if view.customer_id is None:
        yield (why,)
    else:
        yield why, Button(voice.say("Customer card"), "open_customer", {"customer": view.customer_id})
    yield _to_list(view, voice)


def _ending(ended: str, view: CareView, voice: Voice) -> str:
    return voice.say(_ENDED[ended], what=_headline(view, voice), day=voice.day(view.day))


def _after(ended: str, view: CareView, voice: Voice) -> Row:
    if ended not in _TAKEN_BACK:
        return ()
    return (Button(voice.say("Undo"), "care_undo", {"reminder": view.id}),)


def _to_list(view: CareView, voice: Voice) -> Row:
    return (Button(voice.say("Back"), "care_list", {"reminder": view.id}),) if view.listed else ()

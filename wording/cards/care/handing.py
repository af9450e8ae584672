"""The line of a list is handed on: whether it can be, and to whom."""

from collections.abc import Iterator

from sales.cards import Button, Card
from sales.care.kinds import PUT_OFF, REMINDER_KINDS
from sales.care.views import CareView
from wording.cards.care.tasks import TASKS
from wording.cards.reminder import COLLEAGUES
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, short

_IN_A_ROW = 2


def answers_in_place(view: CareView, voice: Voice) -> Iterator[str]:
    """The answers of its kind that make sense here and now."""
    kind = REMINDER_KINDS[view.kind]
    can_be_handed_on = view.listed and view.kind in TASKS and "follow_up" not in view.about
    # An occasion that is near is not put off past its day.
    near = kind.dated and voice.today <= view.day < voice.today + PUT_OFF
    out_of_place = {name for name, fits in (("care_hand", can_be_handed_on), ("care_later", not near)) if not fits}
    yield from (name for name in kind.answers if name not in out_of_place)


def handing(headline: str, view: CareView, voice: Voice) -> Card:
    """The colleagues of whom one is to do it."""
    about = {"reminder": view.id}
    each = [
        Button(short(name, NAME), "care_hand_to", {**about, "member": key})
        for key, name in view.colleagues[:COLLEAGUES]
    ]
    back = Button(voice.say("Back"), "care_back", about)
    return lay_out([headline, voice.say("Who shall do it?")], *in_rows(each, _IN_A_ROW), (back,))

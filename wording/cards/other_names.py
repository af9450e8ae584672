"""The other names of a customer, each of which can be taken off."""

from sales.card_views import OtherNames
from sales.cards import Argument, Button, Card
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_IN_A_ROW = 2
_MOST = 12
_KEPT = 90


def other_names(view: OtherNames, voice: Voice) -> Card:
    about: dict[str, Argument] = {"customer": view.customer}
    name = short(view.name, NAME)
    newest = view.names[-_MOST:]
    called = voice.join(short(other, NAME_IN_LIST) for _, other in newest)
    lines = [
        voice.say("Other names of %(name)s", name=name),
        called or voice.say("None yet."),
        *([voice.say("Taken off: %(name)s", name=short(view.dropped, NAME))] if view.dropped else []),
        *([voice.say("Please write one more; tap one to take it off.")] if view.asks else []),
    ]
    away = [
        Button(voice.say("✕ %(value)s", value=short(other, NAME_IN_LIST)), "drop_name", {**about, "alias": number})
        for number, other in newest
    ]
    back = Button(voice.say("Put back"), "restore_name", {**about, "name": view.dropped})
    more = Button(voice.say("Add a name"), "edit_names", about)
    # A button holds no more; whoever took off a longer one writes it again.
    turn = [back] if view.dropped and len(repr(view.dropped)) <= _KEPT else [] if view.asks else [more]
    return lay_out(lines, *in_rows(away, _IN_A_ROW), (*turn, Button(voice.say("Back"), "edit", about)))

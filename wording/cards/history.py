"""What happened at a customer, a page at a time; turning over happens in place."""

from collections.abc import Iterator

from sales.card_views import History, Told
from sales.cards import Button, Card, Row
from sales.comments import EntryPlace
from wording.cards.customer import entry_with_words
from wording.layout import digits, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short


def history(view: History, voice: Voice) -> Card:
    name = short(view.customer.name, NAME)
    place = voice.say("page %(page)s", page=view.page) if view.page > 1 or view.more else ""
    head = voice.join([voice.say("History: %(customer)s", customer=name), place])
    lines = list(_lines(view, voice)) or [voice.say("Nothing on record yet.")]
    each = [{"telling": one.telling, "slot": one.slot} for one in _asked(view)]
    back = (back_to_card(view.customer.id, voice),)
    return lay_out([head, *lines], *digits("entry_open", each), _turning(view, voice), back)


def _asked(view: History) -> list[EntryPlace]:
    """Those whose teller the reader may ask about them."""
    return [told.place for told in view.entries if told.place is not None]


def _lines(view: History, voice: Voice) -> Iterator[str]:
    """Those that can be opened are numbered."""
    number = 0
    for told in view.entries:
        number += told.place is not None
        yield f"{number} {_line(told, voice)}" if told.place is not None else _line(told, voice)


def _line(told: Told, voice: Voice) -> str:
    line = entry_with_words(told.entry, voice)
    return voice.say("%(line)s (%(by)s)", line=line, by=short(told.by, NAME_IN_LIST)) if told.by else line


def _turning(view: History, voice: Voice) -> Row:
    about = {"customer": view.customer.id}
    newer = Button(voice.say("‹ Newer"), "history", {**about, "page": view.page - 1})
    older = Button(voice.say("Older ›"), "history", {**about, "page": view.page + 1})
    return (*([newer] if view.page > 1 else []), *([older] if view.more else []))


def back_to_card(customer: int, voice: Voice) -> Button:
    return Button(voice.say("Card"), "card", {"customer": customer})

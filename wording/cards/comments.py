"""An entry with what colleagues said of it, and a comment as it reaches whom it is for."""

from collections.abc import Iterator, Mapping

from sales.cards import Argument, Button, Card, Row
from sales.comments import CommentCard, EntryCard, EntryPlace, Said
from sales.tellings import Entry
from wording.cards.customer import entry_with_words
from wording.layout import lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_WORDS = 500


def entry(view: EntryCard, voice: Voice) -> Card:
    told = voice.say("Told %(moment)s by %(by)s", moment=voice.moment(view.told_at), by=short(view.by, NAME_IN_LIST))
    undone = voice.say("%(by)s took it back.", by=short(view.by, NAME)) if view.undone else ""
    said = [_said(one, voice) for one in view.said]
    how = "" if view.own else voice.say("Reply to this message to ask %(name)s.", name=short(view.by, NAME_IN_LIST))
    lines = [_whose(view.entry, voice), entry_with_words(view.entry, voice), told, undone, *said, how]
    return lay_out(lines, *_entry_buttons(view, voice))


def _entry_buttons(view: EntryCard, voice: Voice) -> Iterator[Row]:
    if not view.own:
        yield (
            Button(voice.say("Ask"), "entry_ask", _at(view.place)),
            Button(voice.say("Thank"), "entry_thank", _at(view.place)),
            *_assign(view, voice),
        )
    yield from _customer(view.entry, voice, plans=True)


def _assign(view: EntryCard, voice: Voice) -> Row:
    """There is nothing to do at no customer."""
    there = view.entry.customer is not None and view.entry.customer.id
    return (Button(voice.say("Assign"), "entry_assign", _at(view.place)),) if there else ()


def _customer(told: Entry, voice: Voice, *, plans: bool = False) -> Iterator[Row]:
    if told.customer is not None and told.customer.id:
        about = {"customer": told.customer.id}
        plan = [Button(voice.say("Plan"), "plan_on", about)] if plans else []
        yield (*plan, Button(voice.say("Customer card"), "open_customer", about))


def comment(view: CommentCard, voice: Voice) -> Card:
    """Line 1 says it all on a lock screen."""
    name, customer = short(view.by, NAME_IN_LIST), _whose(view.entry, voice)
    if not view.text:
        head = "👏 " + voice.say("%(name)s thanks you: %(customer)s", name=name, customer=customer)
        return lay_out([head, entry_with_words(view.entry, voice)], *_customer(view.entry, voice))
    head = voice.say("%(name)s on %(customer)s", name=name, customer=customer)
    about = voice.say("You wrote: %(words)s", words=f"“{short(view.about, NAME)}”") if view.about else ""
    how = voice.say("Just reply to this message; I pass it on.")
    said = short(view.text, _WORDS)
    lines = [voice.labelled(head, said), about, entry_with_words(view.entry, voice), how]
    return lay_out(lines, _comment_buttons(view, voice), *_customer(view.entry, voice))


def _comment_buttons(view: CommentCard, voice: Voice) -> Row:
    reply = Button(voice.say("Reply"), "comment_answer", {"comment": view.id})
    thank = [Button(voice.say("Thank"), "entry_thank", _at(view.place))] if view.leads else []
    return (reply, *thank)


def _said(one: Said, voice: Voice) -> str:
    name = short(one.by, NAME_IN_LIST)
    words = voice.labelled(name, short(one.text, NAME)) if one.text else voice.say("%(name)s: thanks", name=name)
    return f"↳ {words}"


def _whose(told: Entry, voice: Voice) -> str:
    return short(told.customer.name, NAME) if told.customer else voice.say("no customer yet")


def _at(place: EntryPlace) -> Mapping[str, Argument]:
    return {"telling": place.telling, "slot": place.slot}

"""The talk card: a rep with what to praise and what to ask on a line each; a digit opens one with its buttons."""

from collections.abc import Iterator

from sales.cards import Argument, Button, Card, Row
from sales.comments import EntryPlace
from sales.talk_card import Ask, Praise, RepTalk, TalkCard
from wording.cards.digests.talk_words import ask_words, praise_words
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

_IN_A_ROW = 8


def talk_card(view: TalkCard, voice: Voice) -> Card:
    if view.shown is not None:
        return _one(view, view.shown, voice)
    lines = [line for number, one in enumerate(view.screen, 1) for line in _lines(f"{number} ", one, voice)]
    opened = [
        Button(str(number), "talk_open", {"member": one.member, "page": view.page})
        for number, one in enumerate(view.screen, 1)
    ]
    nothing = "" if view.reps else voice.say("Nothing to praise and nothing to ask today.")
    return lay_out([_head(view, voice), *lines, nothing], *in_rows(opened, _IN_A_ROW), *_ways(view, voice))


def _head(view: TalkCard, voice: Voice) -> str:
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    return voice.join((voice.say("To talk about, %(day)s", day=voice.day(view.day)), place))


def _lines(number: str, one: RepTalk, voice: Voice) -> Iterator[str]:
    """The name stands before the first of them."""
    said = []
    if one.praise is not None:
        said.append(f"👏 {praise_words(one.praise, voice)}")
    if one.ask is not None:
        said.append(f"❓ {ask_words(one.ask, voice)}")
    first, *rest = said or [""]
    yield number + voice.labelled(short(one.name, NAME_IN_LIST), first)
    yield from rest


def _ways(view: TalkCard, voice: Voice) -> Iterator[Row]:
    before = Button(voice.say("‹ Before"), "talk", {"page": view.page - 1})
    more = Button(voice.say("More ›"), "talk", {"page": view.page + 1})
    yield (*([before] if view.page > 1 else []), *([more] if view.page < view.pages else []))
    yield (Button(voice.say("When it comes"), "talk_schedule"),)


def _one(view: TalkCard, one: RepTalk, voice: Voice) -> Card:
    lines = [_head(view, voice), *_lines("", one, voice)]
    return lay_out(lines, tuple(_said(one, voice)), *_about(one, voice), (_back(view, voice),))


def _said(one: RepTalk, voice: Voice) -> Iterator[Button]:
    if one.praise is not None:
        yield _to_rep(voice.say("Thank"), ("entry_thank", "talk_thank"), one.member, one.praise)
    if one.ask is not None:
        yield _to_rep(voice.say("Ask"), ("entry_ask", "talk_ask"), one.member, one.ask)


def _to_rep(label: str, actions: tuple[str, str], member: int, said: Praise | Ask) -> Button:
    """Under an entry where there is one."""
    under, alone = actions
    if said.place is not None:
        return Button(label, under, _at(said.place))
    return Button(label, alone, {"member": member, "customer": said.customer})


def _about(one: RepTalk, voice: Voice) -> Iterator[Row]:
    """What was praised and what is asked for, each once."""
    found: dict[str, Button] = {}
    if one.praise is not None and one.praise.place is not None:
        found["entry"] = Button(voice.say("What they told"), "entry_open", _at(one.praise.place))
    if one.ask is not None and one.ask.complaint:
        found["complaint"] = Button(voice.say("Open complaint"), "digest_complaint", {"complaint": one.ask.complaint})
    for said in (one.praise, one.ask):
        if said is not None and said.customer:
            label = short(said.name, NAME_IN_LIST)
            found[f"customer {said.customer}"] = Button(label, "open_customer", {"customer": said.customer})
    yield from in_rows(list(found.values()), 2)


def _back(view: TalkCard, voice: Voice) -> Button:
    return Button(voice.say("Back"), "talk", {"page": view.page})


def _at(place: EntryPlace) -> dict[str, Argument]:
    return {"telling": place.telling, "slot": place.slot}

"""Hand-overs: whose, which, to whom, the preview, and what became of it."""

from collections.abc import Callable, Iterator, Sequence

from sales.cards import Button, Card, Row
from sales.handovers import Giver, Going, HandOver, HandOverCard, Stage
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

_IN_A_ROW = 3
_GIVERS = 24


def givers(there: Sequence[Giver], voice: Voice) -> Card:
    """The question whose customers."""
    some = [one for one in there if one.customers][:_GIVERS]
    if not some:
        return lay_out([voice.say("None of your people has customers.")])
    buttons = [Button(_giver(one, voice), "handover_whose", {"giver": one.id}) for one in some]
    return lay_out([voice.say("Whose customers do you hand over?")], *in_rows(buttons, _IN_A_ROW))


def _giver(one: Giver, voice: Voice) -> str:
    named = voice.say("%(name)s (%(count)s)", name=_name(one.name), count=one.customers)
    return voice.say("%(name)s, left", name=named) if one.left else named


def handover(view: HandOverCard, voice: Voice) -> Card:
    told, buttons = _STAGES[view.about.stage]
    return lay_out(told(view, voice), *buttons(view, voice))


def _asks_which(view: HandOverCard, voice: Voice) -> Iterator[str]:
    yield _whose(view, voice)
    yield voice.say("Which of them?")


def _asks_to_tick(view: HandOverCard, voice: Voice) -> Iterator[str]:
    yield _whose(view, voice)
    yield voice.say("Tap those that go.")


def _asks_whom(view: HandOverCard, voice: Voice) -> Iterator[str]:
    yield from _preview(view, voice)
    yield voice.say("Who gets them?")


def _undone(view: HandOverCard, voice: Voice) -> Iterator[str]:
    yield voice.say("Taken back: %(what)s", what=way(view.about, voice))


def _cancelled(view: HandOverCard, voice: Voice) -> Iterator[str]:
    yield voice.say("Cancelled: %(what)s", what=way(view.about, voice))


def _no_buttons(view: HandOverCard, voice: Voice) -> Iterator[Row]:  # noqa: ARG001 - as those of the other stages
    return iter(())


def _whose(view: HandOverCard, voice: Voice) -> str:
    return voice.count(
        "%(name)s has %(count)s customer",
        "%(name)s has %(count)s customers",
        view.total,
        name=_name(view.about.giver_name),
    )


def _which(view: HandOverCard, voice: Voice) -> Iterator[Row]:
    about = {"hand_over": view.about.id}
    yield Button(voice.say("All"), "handover_all", about), Button(voice.say("Choose some"), "handover_choose", about)
    yield (_cancel(view.about, voice),)


def _ticks(view: HandOverCard, voice: Voice) -> Iterator[Row]:
    about = {"hand_over": view.about.id}
    for number, name, chosen in view.lines:
        label = f"{'☑' if chosen else '☐'} {short(name, NAME_IN_LIST * 2)}"
        yield (Button(label, "handover_tick", {**about, "customer": number, "page": view.page}),)
    before = Button(voice.say("‹ Before"), "handover_page", {**about, "page": view.page - 1})
    after = Button(voice.say("More ›"), "handover_page", {**about, "page": view.page + 1})
    yield (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))
    ready = voice.say("Ready (%(count)s)", count=len(view.about.chosen))
    yield Button(ready, "handover_ticked", about), _cancel(view.about, voice)


def _whom(view: HandOverCard, voice: Voice) -> Iterator[Row]:
    about = {"hand_over": view.about.id}
    each = [Button(_name(name), "handover_to", {**about, "to": number}) for number, name in view.successors]
    yield from in_rows(each, _IN_A_ROW)
    yield Button(voice.say("Into the pool"), "handover_to", {**about, "to": 0}), _cancel(view.about, voice)


def _preview(view: HandOverCard, voice: Voice) -> Iterator[str]:
    yield way(view.about, voice)
    yield voice.join(_counts(view.going, voice))
    if view.about.leaves:
        yield voice.say("%(name)s leaves: access ends at once.", name=_name(view.about.giver_name))


def _counts(going: Going, voice: Voice) -> Iterator[str]:
    yield voice.count("%(count)s customer", "%(count)s customers", going.customers)
    if going.follow_ups:
        yield voice.count("%(count)s open follow-up", "%(count)s open follow-ups", going.follow_ups)
    if going.complaints:
        yield voice.count("%(count)s open complaint", "%(count)s open complaints", going.complaints)
    if going.opportunities:
        yield voice.count("%(count)s open opportunity", "%(count)s open opportunities", going.opportunities)


def way(about: HandOver, voice: Voice) -> str:
    giver = _name(about.giver_name)
    if about.to_name:
        return voice.say("Hand-over: %(giver)s → %(to)s", giver=giver, to=_name(about.to_name))
    if about.stage in (Stage.PREVIEW, Stage.DONE, Stage.UNDONE):
        return voice.say("Hand-over: %(giver)s → the pool", giver=giver)
    return voice.say("Hand-over: %(giver)s", giver=giver)


def _go(view: HandOverCard, voice: Voice) -> Iterator[Row]:
    about = {"hand_over": view.about.id}
    yield (
        Button(voice.say("Hand over"), "handover_go", about),
        Button(voice.say("Somebody else"), "handover_other", about),
    )
    yield (_cancel(view.about, voice),)


def _cancel(about: HandOver, voice: Voice) -> Button:
    return Button(voice.say("Cancel"), "handover_cancel", {"hand_over": about.id})


def _done(view: HandOverCard, voice: Voice) -> Iterator[str]:
    yield "✓ " + way(view.about, voice)
    yield voice.count("%(count)s customer moved", "%(count)s customers moved", len(view.about.chosen))
    if view.about.leaves:
        yield voice.say("%(name)s has no access any more.", name=_name(view.about.giver_name))
    if view.undo_until:
        yield voice.say("Can be taken back until %(moment)s.", moment=voice.moment(view.undo_until))


def _undo(view: HandOverCard, voice: Voice) -> Iterator[Row]:
    if view.undo_until:
        yield (Button(voice.say("Undo"), "handover_undo", {"hand_over": view.about.id}),)


def news(view: HandOverCard, voice: Voice, *, gave: bool) -> Card:
    """What the giver is told, and both where it is taken back."""
    about, count = view.about, len(view.about.chosen)
    if about.stage is Stage.UNDONE:
        return lay_out([voice.say("A hand-over was taken back."), way(about, voice)])
    if not gave:
        return lay_out([way(about, voice)])
    moved = voice.count("%(count)s customer of yours moved", "%(count)s customers of yours moved", count)
    return lay_out([moved, way(about, voice)])


def handed_on(customer: str, owner: str, voice: Voice) -> Card:
    """In the place of what was told of a customer who is with somebody else now."""
    if not owner:
        return lay_out([voice.say("%(customer)s waits in the pool now.", customer=_name(customer))])
    return lay_out([voice.say("Handed to %(name)s: %(customer)s", name=_name(owner), customer=_name(customer))])


def _name(name: str) -> str:
    return short(name, NAME_IN_LIST)


_STAGES: dict[
    Stage, tuple[Callable[[HandOverCard, Voice], Iterator[str]], Callable[[HandOverCard, Voice], Iterator[Row]]]
] = {
    Stage.WHICH: (_asks_which, _which),
    Stage.CHOOSING: (_asks_to_tick, _ticks),
    Stage.WHOM: (_asks_whom, _whom),
    Stage.PREVIEW: (_preview, _go),
    Stage.DONE: (_done, _undo),
    Stage.UNDONE: (_undone, _no_buttons),
    Stage.CANCELLED: (_cancelled, _no_buttons),
}

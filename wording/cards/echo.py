"""The echo: what was understood of a message, with the buttons that correct it or take it back."""

from collections.abc import Iterator
from datetime import timedelta

from sales.cards import Argument, Button, Card, Row
from sales.dealings import DealQuestion
from sales.tellings import Party
from sales.views import Echo, Part
from wording.cards.whole_echo import details, origin
from wording.credit_lines import credit_line
from wording.deal_words import deal_label
from wording.layout import in_rows, lay_out
from wording.sentences import Said
from wording.told_lines import told_lines
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, WORDS, short

_NAMED = 2
"""How many customers the first line names; of more it says how many."""
_PROMISES_IN_A_ROW = 2
"""A phone cuts off what four buttons side by side say."""


def echo(view: Echo, voice: Voice) -> Card:
    lines = [_headline(view, voice), *_body(view, voice), *_endings(view, voice)]
    return lay_out(lines, *_buttons(view, voice))


def _live(view: Echo) -> list[Part]:
    return [part for part in view.parts if not part.undone]


def _headline(view: Echo, voice: Voice) -> str:
    """The live parts' customers; when all is undone, those it was about."""
    live = _live(view)
    about = _about(live or list(view.parts), voice)
    if not live:
        return voice.say("Undone: %(customers)s", customers=about) if about else voice.say("Undone")
    if not any(part.told for part in live):
        return voice.say("Nothing of this message is stored")
    return voice.say("✓ Saved: %(customers)s", customers=about) if about else voice.say("✓ Saved, without a customer")


def _about(parts: list[Part], voice: Voice) -> str:
    """The first customers by name: "Acme Tools (new), Globex"."""
    new = frozenset(name for part in parts for name in part.new)
    parties = list(dict.fromkeys(party for part in parts for party in part.told.parties))
    widest = NAME if len(parties) == 1 else NAME_IN_LIST
    names = [_party(party, new, widest, voice) for party in parties[:_NAMED]]
    if len(parties) <= _NAMED:
        return voice.join(names)
    return voice.say("%(names)s and %(count)s more", names=voice.join(names), count=len(parties) - _NAMED)


def _party(party: Party, new: frozenset[str], widest: int, voice: Voice) -> str:
    name = short(party.name, widest)
    return voice.say("%(name)s (new)", name=name) if party.name in new else name


def _body(view: Echo, voice: Voice) -> Iterator[str]:
    nothing_live = not _live(view)
    for place, part in enumerate(view.parts):
        if place:
            yield "↳ " + voice.join(short(party.name, NAME_IN_LIST) for party in part.told.parties)
        lines = told_lines(part.told, voice)
        yield from lines if nothing_live or not part.undone else (_undone(line, voice) for line in lines)
        if view.whole:
            yield from (*details(part.told, voice), *origin(part, voice))


def _undone(line: str, voice: Voice) -> str:
    return voice.say("Undone: %(line)s", line=line)


def _endings(view: Echo, voice: Voice) -> Iterator[str]:
    for action in view.closed:
        yield voice.say("✓ Done: %(what)s", what=short(action, WORDS))
    for deal in view.won:
        yield voice.say("✓ Deal won: %(deal)s", deal=deal_label(deal, voice))
    if view.joined and _live(view):
        yield voice.say("↳ goes with the open complaint of %(day)s", day=voice.day(view.joined))
    if view.answered and _live(view):
        yield voice.say("↳ answers the complaint of %(day)s", day=voice.day(view.answered))
    yield from _refused(view, voice)
    yield from _promise(view, voice)
    yield from _credit(view, voice)
    if view.deal and not _asks_promise(view):
        yield _deal_asked(view.deal, voice)


def _refused(view: Echo, voice: Voice) -> Iterator[str]:
    if view.refused:
        yield voice.say(Said.BELOW_ZERO, sum=short(view.refused.said, NAME_IN_LIST))


def _credit(view: Echo, voice: Voice) -> Iterator[str]:
    if not view.whole and _live(view):
        several = len({note.customer for note in view.credit}) > 1
        yield from (credit_line(note, voice, named=several) for note in view.credit)


def _promise(view: Echo, voice: Voice) -> Iterator[str]:
    if view.promised and not _stands_above(view):
        yield voice.say("Answer promised by %(day)s", day=voice.day(view.promised))
    elif _asks_promise(view):
        yield voice.say("By when did you promise an answer?")


def _stands_above(view: Echo) -> bool:
    """The plan to answer by that day says the same."""
    plans = (plan for part in view.parts if not part.undone for plan in part.told.follow_ups if plan)
    return any(plan.answers and plan.day == view.promised for plan in plans)


def _deal_asked(asked: DealQuestion, voice: Voice) -> str:
    """One is named in the question, several on the buttons."""
    if len(asked.deals) > 1:
        return voice.say("Which deal is won with this?") if asked.ends else voice.say("Is this one of these deals?")
    deal = deal_label(asked.deals[0], voice)
    if asked.ends:
        return voice.say("Is this the %(deal)s deal?", deal=deal)
    return voice.say("Is this the %(deal)s deal from before?", deal=deal)


def _asks_promise(view: Echo) -> bool:
    return view.promise is not None and view.promised is None and bool(_live(view))


def _buttons(view: Echo, voice: Voice) -> Iterator[Row]:
    """Undo stands in a row of its own, away from the thumb that corrects."""
    about = {"telling": view.head}
    undone = any(part.undone for part in view.parts)
    look = Button(voice.say("Less"), "less", about) if view.whole else Button(voice.say("More"), "more", about)
    if _asks_promise(view):
        yield from in_rows(_promises(view, voice), _PROMISES_IN_A_ROW)
    elif view.deal and _live(view):
        yield from in_rows(_deal_answers(view.deal, voice), _PROMISES_IN_A_ROW)
    if view.refused:
        line: dict[str, Argument] = {"telling": view.refused.telling, "line": view.refused.line}
        yield (Button(voice.say("Give the sum"), "fix_field", {**line, "field": "amount"}),)
    if _live(view):
        yield Button(voice.say("Fix"), "fix", about), look
        yield Button(voice.say("Undo"), "undo", about), *([Button(voice.say("Redo"), "redo", about)] if undone else [])
    else:
        yield (Button(voice.say("Redo"), "redo", about),)


def _deal_answers(asked: DealQuestion, voice: Voice) -> list[Button]:
    about: dict[str, Argument] = {"telling": asked.telling, "entry": asked.entry}
    action = "deal_ends" if asked.ends else "deal_same"
    yes = voice.say("Yes, won") if asked.ends else voice.say("Yes, the same")
    labels = [deal_label(deal, voice) for deal in asked.deals] if len(asked.deals) > 1 else [yes]
    known = [Button(label, action, {**about, "deal": deal.id}) for label, deal in zip(labels, asked.deals, strict=True)]
    no = voice.say("No, not that") if asked.ends else voice.say("No, a new one")
    return [*known, Button(no, "deal_neither", about)]


def _promises(view: Echo, voice: Voice) -> tuple[Button, ...]:
    days = {voice.say("Today"): 0, voice.say("Tomorrow"): 1, voice.say("In 3 days"): 3}
    dated = [(label, (voice.today + timedelta(days)).isoformat()) for label, days in days.items()]
    return tuple(
        Button(label, "promise", {"telling": view.head, "day": day})
        for label, day in [*dated, (voice.say("No promise"), "")]
    )

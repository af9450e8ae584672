"""Opportunities: a page of those that are open, one of them with its buttons, and why one was lost."""

from collections.abc import Iterator
from datetime import timedelta

from sales.cards import Argument, Button, Card, Row
from sales.dealings import Deal, DealPage, DealSource, DealStage, DealState, LostReason
from wording.catalogue import sentence
from wording.days import later_choices
from wording.deal_words import REASONS, SOURCES, deal_line, rate_line, reason_words, source_words, stage_words
from wording.layout import digits, in_rows, lay_out
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME, WORDS, short

_IN_A_ROW = 2
_FURTHER = (30, 60, 90)
ASKS = {
    "lost": sentence("Why was it lost?"),
    "source": sentence("Where did it come from?"),
    "day": sentence("When is the order hoped for? Tap it or write the day."),
}


def deals(view: DealPage, voice: Voice) -> Card:
    rates = [voice.say("Won, by source:"), *(rate_line(rate, voice) for rate in view.rates)] if view.rates else []
    if not view.total:
        return lay_out([*voice.say(Said.NO_DEALS).splitlines(), *rates])
    each = [_about(deal) for deal in view.deals]
    return lay_out([*_lines(view, voice), *rates], *digits("open_deal", each), _paging(view, voice))


def _lines(view: DealPage, voice: Voice) -> Iterator[str]:
    head = voice.count("%(count)s open deal", "%(count)s open deals", view.total)
    place = voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else ""
    yield voice.join([head, place])
    yield from (f"{number} {deal_line(deal, voice)}" for number, deal in enumerate(view.deals, 1))


def _paging(view: DealPage, voice: Voice) -> Row:
    before = Button(voice.say("‹ Before"), "deals", {"page": view.page - 1})
    after = Button(voice.say("More ›"), "deals", {"page": view.page + 1})
    return (*([before] if view.page > 1 else []), *([after] if view.page < view.pages else []))


def _about(deal: Deal) -> dict[str, Argument]:
    return {"deal": deal.id, "customer": deal.customer}


def deal(view: Deal, voice: Voice, asks: str = "") -> Card:
    """The card of one; `asks` names what is being chosen."""
    rows = _CHOICES[asks](view, voice) if asks in _CHOICES else _buttons(view, voice)
    question = voice.say(ASKS[asks]) if asks in ASKS else ""
    return lay_out([*_facts(view, voice), question], *rows)


def _facts(view: Deal, voice: Voice) -> Iterator[str]:
    sum_ = voice.money(view.expected) if view.expected else ""
    yield voice.join([short(view.customer_name, NAME), sum_])
    yield short(view.title, WORDS)
    yield _state(view, voice)
    if view.day:
        yield voice.labelled(voice.say("Expected"), voice.day(view.day))
    if view.source:
        yield voice.labelled(voice.say("Source"), source_words(view.source, voice))
    opened = view.opened_at.astimezone(voice.zone).date()
    yield voice.say("Since %(day)s, %(name)s", day=voice.day(opened), name=short(view.owner, NAME))


def _state(view: Deal, voice: Voice) -> str:
    match view.state:
        case DealState.WON:
            return voice.say("✓ Won")
        case DealState.LOST:
            return voice.labelled(voice.say("Lost"), reason_words(view.reason, voice))
        case DealState.OPEN:
            return voice.labelled(voice.say("Stage"), stage_words(view.stage, voice))


def _buttons(view: Deal, voice: Voice) -> Iterator[Row]:
    about = _about(view)
    if view.state is not DealState.OPEN:
        yield (Button(voice.say("Open again"), "deal_reopen", about), _to_list(voice))
        return
    yield Button(voice.say("Won"), "deal_won", about), Button(voice.say("Lost"), "deal_ask", {**about, "asks": "lost"})
    stages = [_stage(view, stage, voice) for stage in DealStage]
    yield from in_rows(stages, _IN_A_ROW)
    day = Button(voice.say("Expected day"), "deal_ask", {**about, "asks": "day"})
    yield Button(voice.say("Source"), "deal_ask", {**about, "asks": "source"}), day
    yield (_to_list(voice),)


def _to_list(voice: Voice) -> Button:
    return Button(voice.say("All deals"), "deals", {"page": 1})


def _stage(view: Deal, stage: DealStage, voice: Voice) -> Button:
    label = stage_words(stage, voice)
    ticked = f"✓ {label}" if stage is view.stage else label
    return Button(ticked, "deal_stage", {**_about(view), "stage": stage.value})


def _reasons(view: Deal, voice: Voice) -> Iterator[Row]:
    reasons = [
        Button(voice.say(REASONS[reason]), "deal_lost", {**_about(view), "reason": reason.value})
        for reason in LostReason
    ]
    yield from in_rows(reasons, _IN_A_ROW)
    yield (_back(view, voice),)


def _sources(view: Deal, voice: Voice) -> Iterator[Row]:
    sources = [
        Button(voice.say(SOURCES[source]), "deal_source", {**_about(view), "source": source.value})
        for source in DealSource
    ]
    yield from in_rows(sources, _IN_A_ROW)
    yield (_back(view, voice),)


def _days(view: Deal, voice: Voice) -> Iterator[Row]:
    further = [(voice.day(day), day) for day in (voice.today + timedelta(days) for days in _FURTHER)]
    days = [
        Button(label, "deal_day", {**_about(view), "day": day.isoformat()})
        for label, day in [*later_choices(voice)[-2:], *further]
    ]
    yield from in_rows(days, _IN_A_ROW)
    yield (_back(view, voice),)


def _back(view: Deal, voice: Voice) -> Button:
    return Button(voice.say("Back"), "open_deal", _about(view))


_CHOICES = {"lost": _reasons, "source": _sources, "day": _days}

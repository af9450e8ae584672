"""What is coming, one of it opened to be changed or paused, and what was told."""

from collections.abc import Iterator
from datetime import timedelta

from sales.cards import Argument, Button, Card, Row
from sales.care.coming import Coming, ComingLine, Deliveries, Delivery, PausedLine, PlannedLine
from sales.care.views import CareView
from wording.cards.care.kinds import WORDS
from wording.cards.care.names import FOLLOW_UP, NAMES
from wording.catalogue import sentence
from wording.layout import IN_A_ROW, in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_DAYS = 14
_PAUSES = ((7, sentence("1 week")), (30, sentence("1 month")), (0, sentence("For good")))
_STATES = {
    "pending": sentence("still to come"),
    "trying": sentence("still to come"),
    "done": sentence("sent"),
    "uncertain": sentence("may not have arrived"),
    "parked": sentence("may not have arrived"),
    "trouble": sentence("refused by Telegram"),
    "withdrawn": sentence("not needed any more"),
}
_UNANSWERED = frozenset({"", "open", "told", "waiting"})


def coming(view: Coming, voice: Voice) -> Card:
    if not view.lines and not view.paused:
        return lay_out([voice.say("Nothing is planned."), short(view.name, NAME)], _history(voice))
    lines = [f"{number} {_line(one, voice)}" for number, one in enumerate(view.lines, 1)]
    digits = [_digit(number, one, view) for number, one in enumerate(view.lines, 1)]
    paused = [_paused_line(one, voice) for one in view.paused]
    resume = [
        Button(voice.say("Resume: %(what)s", what=_paused(one, voice)), "pause_end", {"pause": one.pause})
        for one in view.paused
    ]
    head = voice.say("What is coming:")
    pages = _pages("coming", view.page, {"customer": view.customer}, voice, more=view.more)
    return lay_out(
        [head, short(view.name, NAME), *lines, *paused],
        *in_rows(digits, IN_A_ROW),
        *in_rows(resume, 1)[:3],
        pages,
        _history(voice),
    )


def _digit(number: int, one: PlannedLine | CareView, view: Coming) -> Button:
    if isinstance(one, PlannedLine):
        return Button(str(number), "open_follow_up", {"follow_up": one.follow_up})
    return Button(str(number), "coming_open", {"reminder": one.id, "customer": view.customer})


def _line(one: PlannedLine | CareView, voice: Voice) -> str:
    if isinstance(one, CareView):
        return voice.labelled(_kind(one.kind, voice), WORDS[one.kind].headline(one, voice))
    return voice.join([_when(one, voice), voice.labelled(short(one.customer, NAME_IN_LIST), short(one.action, NAME))])


def _when(one: PlannedLine, voice: Voice) -> str:
    """Without a clock time the day alone: the agenda tells of it, whenever that comes."""
    if one.at is None and one.day is not None:
        return voice.day(one.day)
    return voice.moment(one.due_at) if one.due_at else ""


def _paused_line(one: PausedLine, voice: Voice) -> str:
    what = _paused(one, voice)
    if one.until is None:
        return voice.say("Paused for good: %(what)s", what=what)
    return voice.say("Paused until %(day)s: %(what)s", what=what, day=voice.day(one.until))


def _paused(one: PausedLine, voice: Voice) -> str:
    return voice.join([short(one.customer, NAME_IN_LIST), _kind(one.kind, voice)]) or "?"


def _kind(kind: str, voice: Voice) -> str:
    name = FOLLOW_UP if kind in ("follow_up", "late") else NAMES.get(kind, "")
    return voice.say(name) if name else ""


def _history(voice: Voice) -> Row:
    return (Button(voice.say("What was told"), "coming_history", {"page": 1}),)


def _pages(action: str, page: int, args: dict[str, Argument], voice: Voice, *, more: bool) -> Row:
    before = [Button(voice.say("Previous page"), action, {**args, "page": page - 1})] if page > 1 else []
    after = [Button(voice.say("Next page"), action, {**args, "page": page + 1})] if more else []
    return (*before, *after)


def coming_line(line: ComingLine, voice: Voice) -> Card:
    head = WORDS[line.view.kind].headline(line.view, voice)
    args: dict[str, Argument] = {"reminder": line.view.id, "customer": line.customer}
    match line.stage:
        case "days":
            return lay_out([head, voice.say("Which day?")], *_days(args, voice), (_back(args, voice),))
        case "pause":
            return lay_out([head, voice.say("Pause what, and for how long?")], *_pauses(line, args, voice))
        case "deleted":
            undo = (Button(voice.say("Undo"), "coming_restore", args), _to_list(line, voice))
            return lay_out([voice.say("Deleted: %(what)s", what=head)], undo)
        case _:
            return lay_out([head, *_told(line, voice)], *_ways(line, args, voice))


def _told(line: ComingLine, voice: Voice) -> Iterator[str]:
    yield voice.say("Comes %(moment)s", moment=voice.moment(line.due_at))
    yield WORDS[line.view.kind].reason(line.view, voice)


def _ways(line: ComingLine, args: dict[str, Argument], voice: Voice) -> Iterator[Row]:
    yield Button(voice.say("Another day"), "coming_days", args), Button(voice.say("Delete"), "coming_delete", args)
    pause = Button(voice.say("Pause"), "coming_pause", args)
    if line.view.customer_id:
        card = Button(voice.say("Customer card"), "open_customer", {"customer": line.view.customer_id})
        yield pause, card
    else:
        yield (pause,)
    yield (_to_list(line, voice),)


def _days(args: dict[str, Argument], voice: Voice) -> tuple[Row, ...]:
    days = [voice.today + timedelta(days=ahead) for ahead in range(1, _DAYS + 1)]
    return in_rows([Button(voice.day(day), "coming_day", {**args, "day": day.isoformat()}) for day in days], 2)


def _pauses(line: ComingLine, args: dict[str, Argument], voice: Voice) -> Iterator[Row]:
    """Of the customer, and of the kind: a week, a month, for good."""
    whats = [("kind", _kind(line.view.kind, voice))]
    if line.view.customer_id:
        whats.insert(0, ("customer", short(line.view.customer, NAME_IN_LIST)))
    for what, name in whats:
        for days, length in _PAUSES:
            label = voice.labelled(name, voice.say(length))
            yield (Button(label, "pause_set", {**args, "what": what, "days": days}),)
    yield (_back(args, voice),)


def _back(args: dict[str, Argument], voice: Voice) -> Button:
    return Button(voice.say("Back"), "coming_open", args)


def _to_list(line: ComingLine, voice: Voice) -> Button:
    return Button(voice.say("Back"), "coming", {"customer": line.customer, "page": 1})


def deliveries(view: Deliveries, voice: Voice) -> Card:
    lines = [_delivery(one, voice) for one in view.lines]
    pages = _pages("coming_history", view.page, {}, voice, more=view.more)
    back = (Button(voice.say("Back"), "coming", {"customer": 0, "page": 1}),)
    return lay_out([voice.say("What was told:") if lines else voice.say("Nothing was told yet."), *lines], pages, back)


def _delivery(one: Delivery, voice: Voice) -> str:
    what = voice.labelled(_kind(one.kind, voice), short(one.what, NAME_IN_LIST))
    state = voice.say("sent late") if one.late and one.state == "done" else voice.say(_STATES.get(one.state, "?"))
    answered = "" if one.answer in _UNANSWERED else voice.say("settled")
    return voice.join([voice.moment(one.at), what, state, answered])

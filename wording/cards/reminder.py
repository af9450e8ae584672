"""A follow-up whose moment has come: due, while a day is picked, and how it ended."""

from collections.abc import Iterator
from datetime import timedelta

from sales.cards import Argument, Button, Card, Row
from sales.views import OFTEN, Last, Reminder
from wording.catalogue import sentence
from wording.layout import in_rows, lay_out
from wording.recurrences import recurrence
from wording.told_lines import action_words
from wording.voice import Voice
from wording.wild_text import NAME, WORDS, short

_ENDED = {
    "done": sentence("✓ Done: %(what)s"),
    "logged": sentence("✓ Logged: %(what)s"),
    "dropped": sentence("Dropped: %(what)s"),
    "skipped": sentence("Left out this time: %(what)s"),
    "withdrawn": sentence("Withdrawn: %(what)s"),
}
_REOPENS = frozenset({"done", "logged", "dropped"})
_DAYS = 14
_DAYS_IN_A_ROW = 2
COLLEAGUES = 20


def reminder(view: Reminder, voice: Voice) -> Card:
    match view.stage:
        case "due":
            return lay_out(
                [*_told(view, voice), voice.say("Just reply, I'll log it.")],
                *_due_buttons(view, voice),
                _back_to_list(view, voice),
            )
        case "picking" | "handing":
            return _choosing(view, voice)
        case "again":
            undo = Button(voice.say("Undo"), "reopen", {"follow_up": view.id})
            return lay_out(_again(view, voice), (undo,), _back_to_list(view, voice))
        case "why":
            back = (Button(voice.say("Back"), "back", {"follow_up": view.id}),)
            return lay_out(_reasons(view, voice), back)
        case "snoozed":
            return lay_out(_moved(view, voice), *_snoozed_buttons(view, voice), _back_to_list(view, voice))
        case ended:
            return lay_out([_ending(ended, view, voice)], _ended_buttons(view, voice), _back_to_list(view, voice))


def _choosing(view: Reminder, voice: Voice) -> Card:
    if view.stage == "picking":
        return lay_out([*_told(view, voice), voice.say("Which day?")], *_day_buttons(view, voice))
    return lay_out([*_told(view, voice), voice.say("Who shall do it?")], *_colleagues(view, voice))


def what_it_is(view: Reminder, voice: Voice) -> str:
    """Customer and action: "Acme Tools: send new quote"."""
    customer = view.what.customer
    return voice.labelled(short(customer.name, NAME) if customer else "", action_words(view.what, voice))


def _told(view: Reminder, voice: Voice) -> Iterator[str]:
    yield what_it_is(view, voice)
    if view.owner:
        yield voice.say("Follow-up of %(owner)s", owner=short(view.owner, NAME))
    if view.what.repeats and view.what.day:
        yield recurrence(view.what.repeats, view.what.day, voice)
    yield voice.join([_when(view, voice), *(short(contact, NAME) for contact in view.what.contacts[:2])])
    if view.late:
        yield voice.say("This comes late: it was due %(moment)s.", moment=voice.moment(view.late))
    if view.last:
        yield last_line(view.last, voice)
    yield short(view.phone or "", NAME)
    yield voice.say("Handed on to %(name)s", name=short(view.handed_to, NAME)) if view.handed_to else ""
    yield _too_often(view, voice)


def _when(view: Reminder, voice: Voice) -> str:
    day = view.what.day
    if day is None:
        return ""
    when = voice.day_and_time(day, view.what.at)
    return voice.say("Today, %(day)s", day=when) if day == voice.today else when


def last_line(last: Last, voice: Voice) -> str:
    """The latest entry: "Last: visit Tue 24 Nov, a bit pricey"."""
    told = voice.say("Last: %(kind)s %(day)s", kind=voice.kind_within(last.kind), day=voice.day(last.on))
    return short(voice.join([told, last.text]), WORDS)


def _ending(ended: str, view: Reminder, voice: Voice) -> str:
    """What became of it: "✓ Done: Acme Tools, send new quote"."""
    customer = view.what.customer
    what = voice.join([short(customer.name, NAME) if customer else "", action_words(view.what, voice)])
    return voice.say(_ENDED[ended], what=what)


def _again(view: Reminder, voice: Voice) -> Iterator[str]:
    """How this time ended, and when it comes again."""
    yield _ending(view.ended, view, voice)
    day = view.what.day
    if day is not None:
        when = voice.day_and_time(day, view.what.at)
        yield voice.say("%(again)s, next %(day)s", again=recurrence(view.what.repeats or "", day, voice), day=when)


def _moved(view: Reminder, voice: Voice) -> Iterator[str]:
    day, at = view.what.day, view.what.at
    when = voice.day_and_time(day, at) if day else voice.say("no date yet")
    yield voice.say("Moved to %(when)s", when=when)
    yield what_it_is(view, voice)
    yield _too_often(view, voice)


def _too_often(view: Reminder, voice: Voice) -> str:
    if view.moves < OFTEN:
        return ""
    return voice.count("Put off %(count)s time: drop it?", "Put off %(count)s times: drop it?", view.moves)


def _drop_or_keep(view: Reminder, voice: Voice) -> Row:
    about = _about(view)
    if view.moves < OFTEN:
        return ()
    return (Button(voice.say("Drop it"), "drop", about), Button(voice.say("Keep it"), "keep", about))


def _reasons(view: Reminder, voice: Voice) -> Iterator[str]:
    """The rule, who told of it and when, and the last contact."""
    yield what_it_is(view, voice)
    if view.what.repeats and view.what.day:
        yield recurrence(view.what.repeats, view.what.day, voice)
    if view.why:
        moment = voice.moment(view.why.at)
        yield voice.say("%(name)s told me %(moment)s:", name=short(view.why.by, NAME), moment=moment)
        yield f"“{short(view.why.text, WORDS)}”"
    if view.moves:
        yield voice.count("Put off %(count)s time since.", "Put off %(count)s times since.", view.moves)
    if view.last:
        yield last_line(view.last, voice)


def _about(view: Reminder) -> dict[str, Argument]:
    """What its buttons act on: of what comes again, this time alone."""
    return {"follow_up": view.id, **({"of": view.of.isoformat()} if view.of else {})}


def _due_buttons(view: Reminder, voice: Voice) -> Iterator[Row]:
    about = _about(view)
    yield from _line_buttons(view, voice) if view.listed else _pushed_buttons(view, voice)
    yield (Button(voice.say("Keep it"), "keep", about),) if view.moves >= OFTEN else ()
    why = Button(voice.say("Why this?"), "why", {"follow_up": view.id})
    if view.of is None:
        yield Button(voice.say("Log it"), "log", about), Button(voice.say("Drop it"), "drop", about), why
    else:
        yield Button(voice.say("Log it"), "log", about), Button(voice.say("Skip this one"), "skip_once", about)
        yield Button(voice.say("Drop all of them"), "drop", about), why


def _pushed_buttons(view: Reminder, voice: Voice) -> Iterator[Row]:
    about = _about(view)
    yield (
        Button(voice.say("Done"), "done", about),
        Button(voice.say("In 1 h"), "snooze_hour", about),
        Button(voice.say("Tomorrow"), "snooze_tomorrow", about),
    )
    yield (
        Button(voice.say("Next Monday"), "snooze_monday", about),
        Button(voice.say("Pick a day"), "snooze_days", about),
    )


def _line_buttons(view: Reminder, voice: Voice) -> Iterator[Row]:
    """A line of a list that was opened in place."""
    about = _about(view)
    yield (
        Button(voice.say("Done"), "done", about),
        Button(voice.say("In 3 days"), "snooze_three", about),
        _in_whose_hands(view, voice),
    )
    yield (
        Button(voice.say("In 1 h"), "snooze_hour", about),
        Button(voice.say("Tomorrow"), "snooze_tomorrow", about),
        Button(voice.say("Pick a day"), "snooze_days", about),
    )


def _in_whose_hands(view: Reminder, voice: Voice) -> Button:
    if view.given:
        return Button(voice.say("Give back"), "give_refuse", {"follow_up": view.id})
    if view.handed_to:
        return Button(voice.say("Take back"), "take_back", {"follow_up": view.id})
    return Button(voice.say("Hand on"), "hand_on", {"follow_up": view.id})


def _colleagues(view: Reminder, voice: Voice) -> Iterator[Row]:
    about: dict[str, Argument] = {"follow_up": view.id}
    each = [Button(short(name, NAME), "hand_to", {**about, "member": key}) for key, name in view.colleagues]
    yield from in_rows(each[:COLLEAGUES], _DAYS_IN_A_ROW)
    yield (Button(voice.say("Back"), "back", about),)


def _day_buttons(view: Reminder, voice: Voice) -> Iterator[Row]:
    days = [voice.today + timedelta(ahead) for ahead in range(1, _DAYS + 1)]
    about = {"follow_up": view.id}
    yield from in_rows(
        [Button(voice.day(day), "snooze_to", {**about, "day": day.isoformat()}) for day in days], _DAYS_IN_A_ROW
    )
    yield (Button(voice.say("Back"), "back", about),)


def _snoozed_buttons(view: Reminder, voice: Voice) -> Iterator[Row]:
    about = _about(view)
    yield _drop_or_keep(view, voice)
    yield Button(voice.say("Done"), "done", about), Button(voice.say("Pick a day"), "snooze_days", about)
    yield (Button(voice.say("Undo"), "reopen", about),)


def _back_to_list(view: Reminder, voice: Voice) -> Row:
    return (Button(voice.say("Back"), "back", {"follow_up": view.id}),) if view.listed else ()


def _ended_buttons(view: Reminder, voice: Voice) -> Row:
    if view.stage not in _REOPENS:
        return ()
    return (Button(voice.say("Reopen"), "reopen", {"follow_up": view.id}),)

"""The one open question of a draft, as buttons."""

from sales.cards import Button, Card, Row
from sales.drafts import Choice, IsItRight, KeepNote, NewName, NewValue, SameCustomer, Step, WhichCustomer, WhichDay
from sales.views import Asking
from wording.cards.step import step
from wording.days import later_choices
from wording.layout import in_rows, lay_out
from wording.sentences import Said, Toast
from wording.told_lines import action_words, told_lines
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short

_NEW = {
    "customer": Said.NEW_CUSTOMER,
    "on": Said.NEW_DAY,
    "day": Said.NEW_DAY,
    "amount": Said.NEW_AMOUNT,
    "name": Said.NEW_NAME,
    "contacts": Said.NEW_CONTACTS,
    "action": Said.NEW_ACTION,
}
"""What to write, by the field of a line."""
_BEST = 3
_DAYS_IN_A_ROW = 2


def question(view: Asking, voice: Voice) -> Card:
    match view.draft.question:
        case WhichCustomer() | SameCustomer() as asked:
            return _about_a_customer(asked, view, voice)
        case WhichDay() as asked:
            return _which_day(asked, view, voice)
        case KeepNote() | IsItRight() as asked:
            return _keep_note(view, voice) if isinstance(asked, KeepNote) else _is_it_right(view, voice)
        case Step() as asked:
            return step(asked, view, voice)
        case asked:
            return _to_write(asked, view, voice)


def _about_a_customer(asked: WhichCustomer | SameCustomer, view: Asking, voice: Voice) -> Card:
    if isinstance(asked, SameCustomer):
        return _same_customer(asked, view, voice)
    return _which_customer(asked, view, voice)


def _which_customer(asked: WhichCustomer, view: Asking, voice: Voice) -> Card:
    about = {"draft": view.id}
    best = [
        (Button(_choice(choice, voice), "pick", {**about, "customer": choice.customer}),)
        for choice in asked.choices[:_BEST]
    ]
    none = Button(voice.say("None of them") if best else voice.say("No customer"), "no_customer", about)
    new, later = Button(_new(asked, voice), "new_customer", about), _later(view, voice)
    # A name needs a row of its own.
    last = ((new,), (none, *later)) if asked.said else ((new, none), later)
    return lay_out([_which(asked, view, voice)], *best, *last)


def _new(asked: WhichCustomer, voice: Voice) -> str:
    """What was said becomes the name; without any the rep is asked to write it."""
    if not asked.said:
        return voice.say("New customer")
    return voice.say("New customer: %(name)s", name=short(" ".join(asked.said.split()), NAME_IN_LIST))


def _which(asked: WhichCustomer, view: Asking, voice: Voice) -> str:
    if asked.said:
        asks = voice.say("Which %(name)s was it?", name=short(asked.said, NAME_IN_LIST))
    else:
        asks = voice.say("Which customer was it?")
    return voice.say("%(question)s I have kept the rest.", question=asks) if view.draft.telling else asks


def _choice(choice: Choice, voice: Voice) -> str:
    name = short(choice.name, NAME_IN_LIST + 4 if choice.seen else NAME_IN_LIST * 2)
    return voice.say("%(name)s, seen %(day)s", name=name, day=voice.day(choice.seen)) if choice.seen else name


def _same_customer(asked: SameCustomer, view: Asking, voice: Voice) -> Card:
    about = {"draft": view.id}
    known = [
        (Button(_choice(choice, voice), "pick", {**about, "customer": choice.customer}),)
        for choice in asked.known[:_BEST]
    ]
    free = [
        (Button(_take_over(choice, voice), "take_over", {**about, "customer": choice.customer}),)
        for choice in asked.free[:_BEST]
    ]
    asks = Said.SAME_CUSTOMER if known else Said.IN_THE_POOL
    lines = voice.say(asks, name=short(asked.name, NAME)).splitlines()
    new = (Button(voice.say("No, a new customer"), "new_customer", about),)
    return lay_out(lines, *known, *free, new, _later(view, voice))


def _take_over(choice: Choice, voice: Voice) -> str:
    return voice.say("Take over %(name)s (pool)", name=short(choice.name, NAME_IN_LIST))


def _later(view: Asking, voice: Voice) -> Row:
    return (Button(voice.say("Ask me later"), "later", {"draft": view.id}),)


def _which_day(asked: WhichDay, view: Asking, voice: Voice) -> Card:
    follow_ups = view.draft.telling.follow_ups
    follow_up = follow_ups[asked.slot] if 0 <= asked.slot < len(follow_ups) else None
    about = {"draft": view.id, "slot": asked.slot}
    days = [(voice.day(day), day) for day in asked.days] or later_choices(voice)
    buttons = [Button(label, "pick_day", {**about, "day": day.isoformat()}) for label, day in days]
    said = ["➜ " + action_words(follow_up, voice)] if follow_up else []
    return lay_out([*_when(asked, voice), *said], *in_rows(buttons, _DAYS_IN_A_ROW), _later(view, voice))


def _when(asked: WhichDay, voice: Voice) -> list[str]:
    if asked.passed:
        return voice.say(Said.PAST_DAY, day=voice.day(asked.passed)).splitlines()
    if asked.far:
        return voice.say(Said.FAR_DAY).splitlines()
    if asked.over:
        return voice.say(Said.PAST_TIME, time=voice.clock_time(asked.over)).splitlines()
    if asked.hour:
        return voice.say(Said.NO_SUCH_TIME, time=short(asked.hour, NAME_IN_LIST)).splitlines()
    return [voice.say("On which day shall I remind you?")]


def _to_write(asked: NewName | NewValue | None, view: Asking, voice: Voice) -> Card:
    """What is answered in writing; a draft without a question was answered meanwhile."""
    if asked is None:
        return lay_out([voice.say(Toast.ALREADY_ANSWERED)])
    asks = _new_name(asked, voice) if isinstance(asked, NewName) else voice.say(_NEW.get(asked.field, Said.NEW_WORDS))
    return lay_out(asks.splitlines(), (Button(voice.say("Cancel"), "cancel", {"draft": view.id}),))


def _new_name(asked: NewName, voice: Voice) -> str:
    name = short(asked.said, NAME_IN_LIST)
    return voice.say(Said.NEW_NAME_FOR, name=name) if name else voice.say(Said.NEW_NAME)


def _keep_note(view: Asking, voice: Voice) -> Card:
    about = {"draft": view.id}
    buttons = Button(voice.say("Keep as a note"), "keep_note", about), Button(voice.say("No"), "cancel", about)
    return lay_out(voice.say(Said.NOTHING_FOUND).splitlines(), buttons)


def _is_it_right(view: Asking, voice: Voice) -> Card:
    """The customers, and what would be stored of them."""
    told, about = view.draft.telling, {"draft": view.id}
    names = voice.join(short(party.name, NAME_IN_LIST) for party in told.parties)
    buttons = Button(voice.say("Yes, save it"), "right", about), Button(voice.say("No"), "cancel", about)
    return lay_out([voice.say(Said.IS_IT_RIGHT), names, *told_lines(told, voice)], buttons, _later(view, voice))

"""An echo that is being corrected: first which line, then which field, then the new value."""

from dataclasses import replace
from itertools import count

from sales.cards import Argument, Button, Card, Row
from sales.fields import FIELDS
from sales.fixes import REMOVE, AnyLine, line_names, line_of
from sales.kinds import Kind
from sales.tellings import Agreement, Entry, Fact, FollowUp
from sales.views import Fixing
from wording.cards.editing import HOW
from wording.cards.fix_values import fix_values
from wording.catalogue import sentence
from wording.layout import digits, in_rows, lay_out
from wording.sentences import Said
from wording.told_lines import agreement_line, entry_line, fact_line, follow_up_line, named_lines
from wording.voice import Voice

_FIELDS = {
    "kind": sentence("Kind"),
    "customer": sentence("Customer"),
    "on": sentence("Date"),
    "amount": sentence("Amount"),
    "category": sentence("Category"),
    "severity": sentence("Severity"),
    "day": sentence("Reminder day"),
    "at": sentence("Time"),
    "action": sentence("What to do"),
    "value": sentence("Value"),
    "until": sentence("Valid until"),
}
_ENTRY_FIELDS = ("kind", "customer", "on", "amount")
_COMPLAINT_FIELDS = (*_ENTRY_FIELDS, "category", "severity")
_FOLLOW_UP_FIELDS = ("customer", "day", "at", "action")
_FACT_FIELDS = ("value", "customer")
_PAPER_FIELDS = ("customer", "amount", "until")
_ASKS = {
    "kind": sentence("What was it?"),
    "customer": sentence("Which customer is it?"),
    "on": sentence("When was it?"),
    "amount": Said.NEW_AMOUNT,
    "category": sentence("What is it about?"),
    "severity": sentence("How grave is it?"),
    "day": sentence("By when?"),
    "at": sentence("At what time?"),
    "action": Said.NEW_ACTION,
    "until": sentence("Until when does it hold?"),
}
_IN_A_ROW = 2


def fixing(view: Fixing, voice: Voice) -> Card:
    view = _at_the_only_line(view)
    line = line_of(view.told, view.line or "")
    if line is None:
        return _which_line(view, voice)
    if view.field is None:
        return _which_field(view, line, voice)
    return _which_value(view, line, view.field, voice)


def _at_the_only_line(view: Fixing) -> Fixing:
    """Where there is one line alone, nobody is asked which."""
    names = line_names(view.told)
    return view if view.line or len(names) != 1 or len(view.parts) > 1 else replace(view, line=names[0])


def _which_line(view: Fixing, voice: Voice) -> Card:
    tellings = [(part.telling, part.told) for part in view.parts if not part.undone] or [(view.telling, view.told)]
    numbers = count(1)
    lines = [
        f"{next(numbers)} {line}"
        for _, told in tellings
        for line, _ in zip(named_lines(told, voice), line_names(told), strict=False)
    ]
    each: list[dict[str, Argument]] = [
        {"telling": telling, "line": name} for telling, told in tellings for name in line_names(told)
    ]
    return lay_out([voice.say("Which line is wrong?"), *lines], *digits("fix_line", each), _back_to_echo(view, voice))


def _which_field(view: Fixing, line: AnyLine, voice: Voice) -> Card:
    fields = _fields(line)
    buttons = [Button(voice.say(_FIELDS[field]), "fix_field", {**_about(view), "field": field}) for field in fields]
    remove = (Button(voice.say("Remove this line"), "fix_set", {**_about(view), "field": REMOVE, "value": ""}),)
    back = _back_to_lines(view, voice) if _several(view) else _back_to_echo(view, voice)
    asks = [voice.say("What is wrong?"), _shown(line, voice)]
    return lay_out(asks, *in_rows(buttons, _IN_A_ROW), remove, back)


def _fields(line: AnyLine) -> tuple[str, ...]:
    match line:
        case FollowUp():
            return _FOLLOW_UP_FIELDS
        case Fact():
            return _FACT_FIELDS
        case Agreement():
            return _PAPER_FIELDS
        case Entry():
            return _COMPLAINT_FIELDS if line.kind is Kind.COMPLAINT else _ENTRY_FIELDS


def _which_value(view: Fixing, line: AnyLine, field: str, voice: Voice) -> Card:
    about = {**_about(view), "field": field}
    buttons = [Button(label, "fix_set", {**about, "value": value}) for value, label in fix_values(view, line, voice)]
    if field == "customer":
        buttons.append(Button(voice.say("Another name"), "fix_field", {**_about(view), "field": "name"}))
    back = (Button(voice.say("Back"), "fix_line", _about(view)),)
    return lay_out([*_asks(line, field, voice), _shown(line, voice)], *in_rows(buttons, _IN_A_ROW), back)


def _asks(line: AnyLine, field: str, voice: Voice) -> list[str]:
    """How a value is given; of a fact that depends on its field."""
    known = FIELDS.get(line.field) if isinstance(line, Fact) and field == "value" else None
    return voice.say(HOW[known.kind] if known else _ASKS.get(field, Said.NEW_WORDS)).splitlines()


def _shown(line: AnyLine, voice: Voice) -> str:
    match line:
        case Entry():
            return entry_line(line, voice)
        case FollowUp():
            return follow_up_line(line, voice)
        case Fact():
            return fact_line(line, voice)
        case Agreement():
            return agreement_line(line, voice)


def _several(view: Fixing) -> bool:
    return len(line_names(view.told)) > 1 or len(view.parts) > 1


def _about(view: Fixing) -> dict[str, Argument]:
    return {"telling": view.telling, "line": view.line or ""}


def _back_to_lines(view: Fixing, voice: Voice) -> Row:
    return (Button(voice.say("Back"), "fix", {"telling": view.telling}),)


def _back_to_echo(view: Fixing, voice: Voice) -> Row:
    return (Button(voice.say("Back"), "less", {"telling": view.telling}),)

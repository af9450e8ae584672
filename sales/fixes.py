"""Lines of a telling by name, and one field of a line set by hand from the text that a button or an answer carries."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from sales.kinds import Category, Kind, Severity
from sales.money import Money
from sales.tellings import Agreement, Entry, Fact, FollowUp, Telling, by_hand

REMOVE = "remove"
"""The field that stands for the whole line: setting it takes the line out."""

AnyLine = Entry | FollowUp | Fact | Agreement
_LISTS = {"e": "entries", "f": "follow_ups", "x": "facts", "a": "agreements"}

# What a field's text means, by (type of line, field); the texts are what wording puts on its buttons.
_ENTRY: dict[str, Callable[[Entry, str], Entry]] = {
    "kind": lambda entry, text: replace(entry, kind=Kind(text)),
    "on": lambda entry, text: replace(entry, on=date.fromisoformat(text)),
    "amount": lambda entry, text: replace(entry, amount=_money(text)),
    "category": lambda entry, text: replace(entry, category=Category(text)),
    "severity": lambda entry, text: replace(entry, severity=Severity(text)),
}
_FOLLOW_UP: dict[str, Callable[[FollowUp, str], FollowUp]] = {
    "day": lambda plan, text: replace(plan, day=date.fromisoformat(text)),
    "at": lambda plan, text: replace(plan, at=time.fromisoformat(text)),
    "action": lambda plan, text: replace(plan, action=text),
}


_FACT: dict[str, Callable[[Fact, str], Fact]] = {"value": lambda fact, text: replace(fact, value=text, calendar=None)}
_AGREEMENT: dict[str, Callable[[Agreement, str], Agreement]] = {
    "amount": lambda paper, text: replace(paper, amount=_money(text)),
    "until": lambda paper, text: replace(paper, until=date.fromisoformat(text)),
}


def fixed(line: AnyLine, field: str, text: str) -> AnyLine:
    """Raise KeyError for a field and ValueError for a text that make no sense."""
    match line:
        case Entry():
            return by_hand(_ENTRY[field](line, text), field)
        case FollowUp():
            return by_hand(_FOLLOW_UP[field](line, text), field)
        case Fact():
            return by_hand(_FACT[field](line, text), field)
        case Agreement():
            return by_hand(_AGREEMENT[field](line, text), field)


def line_names(told: Telling) -> tuple[str, ...]:
    """Name the lines as they are shown: e0, e1, … for entries, then f0 for plans, x0 for facts, a0 for papers."""
    rows = (
        ("e", told.entries),
        ("f", told.follow_ups),
        ("x", told.facts),
        ("a", told.agreements),
    )
    return tuple(f"{letter}{slot}" for letter, lines in rows for slot, line in enumerate(lines) if line)


def line_of(told: Telling, name: str) -> AnyLine | None:
    """The line of that name; None where there is none (any more)."""
    lines: tuple[AnyLine | None, ...] = getattr(told, _LISTS.get(name[:1], "entries"))
    place = int(name[1:]) if name[1:].isdecimal() else len(lines)
    return lines[place] if place < len(lines) else None


def with_line(told: Telling, name: str, changed: AnyLine | None) -> Telling:
    """The same with this line changed; None takes it out."""
    which, slot = _LISTS[name[:1]], int(name[1:])
    lines = list(getattr(told, which))
    lines[slot] = changed
    return replace(told, **{which: tuple(lines)})


def _money(text: str) -> Money:
    """Read "minor currency", as "1200000 CNY"."""
    minor, currency = text.split()
    return Money(int(minor), currency)

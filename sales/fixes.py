"""Sets one field of a line by hand, from the text that a button or an answer carries."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from sales.kinds import Category, Kind, Severity
from sales.money import Money
from sales.tellings import Entry, FollowUp, by_hand

REMOVE = "remove"
"""The field that stands for the whole line: setting it takes the line out."""

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


def fixed_entry(entry: Entry, field: str, text: str) -> Entry:
    """Raise KeyError for a field and ValueError for a text that make no sense."""
    return by_hand(_ENTRY[field](entry, text), field)


def fixed_follow_up(plan: FollowUp, field: str, text: str) -> FollowUp:
    """Raise KeyError for a field and ValueError for a text that make no sense."""
    return by_hand(_FOLLOW_UP[field](plan, text), field)


def _money(text: str) -> Money:
    """Read "minor currency", as "1200000 CNY"."""
    minor, currency = text.split()
    return Money(int(minor), currency)

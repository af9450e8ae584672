"""Reads a value that a rep writes for a field, into the text that a button for it would carry."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from handlers.cards.written_facts import written_fact
from handlers.desk import Desk
from handlers.prepared import Prepared
from handlers.told.refused_days import refused_day
from sales.field_values import Value
from sales.kinds import Category, Kind, Severity
from sales.tellings import Fact
from storage.cards.custom_fields import field_named
from understanding.answers import amount_in, day_ahead, day_behind
from understanding.sums.below_zero import below_zero
from wording.refusals import refusal
from wording.sentences import Said

UNREAD = {
    "amount": Said.NO_AMOUNT,
    "on": Said.NO_DAY,
    "day": Said.NO_DAY,
    "at": Said.NO_DAY,
    "until": Said.NO_DAY,
}
"""What is said when a value cannot be read."""


def written_value(desk: Desk, field: str, text: str, prepared: Prepared) -> str | None:
    """Read the value of a field of sales.fixes, or a new customer's "name"; None: these words are none."""
    read = _READ.get(field)
    return read(desk, text, prepared) if read else _words(text)


def written_fact_value(desk: Desk, fact: Fact, text: str, prepared: Prepared) -> tuple[str | None, str]:
    """Read the value of a field of the card; what cannot be read comes with a sentence that says why."""
    field = field_named(desk.session, fact.field)
    if field is None:
        return _words(text), Said.STILL_ASKING
    read = written_fact(desk, field, text, prepared)
    return (read.text, "") if isinstance(read, Value) else (None, refusal(read, field, desk.voice))


def _words(text: str) -> str | None:
    return " ".join(text.split()) or None


def _amount(desk: Desk, text: str, prepared: Prepared) -> str | None:
    amount = None if below_zero(text) else amount_in(text, desk.house.currency)
    return f"{amount.minor} {amount.currency}" if amount else None


def _on(desk: Desk, text: str, prepared: Prepared) -> str | None:
    """What happened does not lie ahead."""
    day = day_behind(text, desk.told_at)
    return day.isoformat() if day and day <= desk.today else None


def _day(desk: Desk, text: str, prepared: Prepared) -> str | None:
    """What is to be done does not lie behind, nor beyond anybody's plans."""
    told = None if refused_day(desk, text) else day_ahead(text, desk.told_at)
    return told[0].isoformat() if told and told[0] >= desk.today else None


def _at(desk: Desk, text: str, prepared: Prepared) -> str | None:
    told = day_ahead(text, desk.told_at)
    return told[1].isoformat("minutes") if told and told[1] else None


def _customer(desk: Desk, text: str, prepared: Prepared) -> str | None:
    party = prepared.party(text)
    return str(party.id) if party.id else _name(desk, text, prepared)


def _name(desk: Desk, text: str, prepared: Prepared) -> str | None:
    name = _words(text)
    return f"+{name}" if name else None


def _one_of(members: Iterable[StrEnum], label: Callable[[StrEnum], str], text: str) -> str | None:
    said = text.strip().casefold()
    return next((one.value for one in members if said in {one.value, label(one).casefold()}), None)


_READ: dict[str, Callable[[Desk, str, Prepared], str | None]] = {
    "amount": _amount,
    "on": _on,
    "day": _day,
    "until": _day,
    "at": _at,
    "customer": _customer,
    "name": _name,
    "kind": lambda desk, text, prepared: _one_of(Kind, lambda one: desk.voice.kind(Kind(one)), text),
    "category": lambda desk, text, prepared: _one_of(Category, lambda one: desk.voice.category(Category(one)), text),
    "severity": lambda desk, text, prepared: _one_of(Severity, lambda one: desk.voice.severity(Severity(one)), text),
}

"""The contract of `rapport parse`: one JSON line in, one JSON line out."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from sales.kinds import Kind
from sales.money import Money
from understanding.directory import Directory, Known
from understanding.findings import (
    CONTRACT,
    Competitor,
    Findings,
    FoundEntry,
    FoundFact,
    FoundFollowUp,
    Item,
    Mention,
    Moment,
    Referral,
    Span,
)
from understanding.reading import understand

Json = dict[str, object]


def parse_line(line: Json) -> Json:
    """Read one line of the contract; a line that breaks it raises ValueError with one clear sentence."""
    return {"id": line.get("id")} | as_json(understand(*message_of(line)))


def message_of(line: Json) -> tuple[str, Moment, Directory]:
    """The message of a line, when it was written and which customers were known; raises as `parse_line` does."""
    names = _names(line)
    directory = directory_of(names)
    return _text(line), Moment(_at(line), _currency(line), _context(line, names)), directory


def as_json(found: Findings) -> Json:
    return {
        "contract": CONTRACT,
        "entries": [_entry(entry) for entry in found.entries if not entry.attempt],
        "attempts": [_entry(entry) for entry in found.entries if entry.attempt],
        "follow_ups": [_follow_up(one) for one in found.follow_ups],
        "facts": [_fact(fact) for fact in found.facts],
        "competitors": [_competitor(one) for one in found.competitors],
        "referred": [_referral(one) for one in found.referrals],
        "ask": found.ask.value if found.ask else None,
        "about": _customer(found.about),
    }


@lru_cache(maxsize=64)
def directory_of(names: tuple[str, ...]) -> Directory:
    return Directory(Known(key, name) for key, name in enumerate(names))


def _text(line: Json) -> str:
    match line.get("text"):
        case str() as text:
            return text
        case _:
            raise ValueError('"text" must be a string')


def _at(line: Json) -> datetime:
    try:
        at = datetime.fromisoformat(str(line.get("at")))
    except ValueError:
        raise ValueError('"at" must be a date and time such as 2026-11-21T15:30:00+08:00') from None
    if at.tzinfo is None:
        raise ValueError('"at" must say its offset, such as +08:00')
    return at


def _currency(line: Json) -> str:
    code = line.get("default_currency", "USD")
    if not (isinstance(code, str) and len(code) == len("USD") and code.isalpha() and code.isascii()):
        raise ValueError('"default_currency" must be an ISO 4217 code such as CNY')
    return code.upper()


def _names(line: Json) -> tuple[str, ...]:
    names = line.get("customers", [])
    if not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        raise ValueError('"customers" must be a list of names')
    return tuple(names)


def _context(line: Json, names: tuple[str, ...]) -> int | None:
    context = line.get("context")
    if context is None:
        return None
    match context:
        case {"customer": str() as customer}:
            return names.index(customer) if customer in names else None
        case _:
            raise ValueError('"context" must be an object with "customer" and "at"')


def _entry(entry: FoundEntry) -> Json:
    always: Json = {
        "kind": entry.kind.value,
        "customer": _customer(entry.customer),
        "on": entry.on.isoformat(),
        "contacts": list(entry.contacts),
        "amount": _amount(entry.amount),
    }
    return always | _closed_lists(entry) | _beyond(entry)


def _closed_lists(entry: FoundEntry) -> Json:
    match entry.kind:
        case Kind.COMPLAINT:
            category, severity = entry.category, entry.severity
            return {"category": category and category.value, "severity": severity and severity.value}
        case Kind.FEEDBACK:
            return {"sentiment": entry.sentiment and entry.sentiment.value}
        case _:
            return {}


def _beyond(entry: FoundEntry) -> Json:
    return {
        "items": [_item(item) for item in entry.items],
        "attempt": entry.attempt,
        "text": entry.text,
        "spans": _spans(entry.spans),
        "sure": round(entry.sure, 3),
    }


def _item(item: Item) -> Json:
    return {"text": item.text, "quantity": item.quantity, "unit": item.unit}


def _follow_up(one: FoundFollowUp) -> Json:
    due = one.day.isoformat() if one.day else None
    return {
        "customer": _customer(one.customer),
        "due": f"{due}T{one.at:%H:%M}" if due and one.at else due,
        "action": one.action,
        "who": one.who,
        "recurrence": one.repeats,
        "contacts": list(one.contacts),
        "spans": _spans(one.spans),
        "sure": round(one.sure, 3),
    }


def _fact(fact: FoundFact) -> Json:
    told: Json = {"contact": fact.contact, "field": fact.field.value, "value": fact.value}
    calendar: Json = {"calendar": fact.calendar.value} if fact.calendar else {}
    return told | calendar | {"customer": _customer(fact.customer), "spans": _spans(fact.spans)}


def _competitor(one: Competitor) -> Json:
    return {
        "name": one.name,
        "price": _amount(one.price),
        "text": one.text,
        "customer": _customer(one.customer),
        "spans": _spans(one.spans),
        "sure": round(one.sure, 3),
    }


def _referral(one: Referral) -> Json:
    return {
        "customer": _customer(one.customer),
        "person": one.person,
        "through": _customer(one.through),
        "spans": _spans(one.spans),
        "sure": round(one.sure, 3),
    }


def _customer(mention: Mention | None) -> str | None:
    return mention.name if mention else None


def _amount(amount: Money | None) -> Json | None:
    if amount is None:
        return None
    value = amount.value
    number = int(value) if value == value.to_integral_value() else float(value)
    return {"value": number, "currency": amount.currency}


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

"""Tells whose a birthday, phone number or e-mail address is."""

from understanding.findings import FoundFact, Mention, Span
from understanding.message.facts import Told
from understanding.message.notice import Noticed


def facts(noticed: Noticed) -> tuple[FoundFact, ...]:
    return tuple(_fact(noticed, one) for one in noticed.facts if _is_somebodys(noticed, one))


def _is_somebodys(noticed: Noticed, one: Told) -> bool:
    """A birthday without a name is told of somebody at the last customer, if that is known."""
    return bool(one.calendar is None or _owner(noticed, one.start) or (any(noticed.about) and not noticed.named))


def _fact(noticed: Noticed, one: Told) -> FoundFact:
    owner = _owner(noticed, one.start)
    who: Mention | None = None
    for clause, keys in zip(noticed.clauses, noticed.about, strict=False):
        if clause.start <= one.start < clause.end and keys:
            who = noticed.mentions.get(keys[0])
    return FoundFact(owner, one.field, one.value, one.calendar, who, (Span(one.start, one.end),))


def _owner(noticed: Noticed, start: int) -> str:
    """The person named nearest before, else the first after."""
    before = [one for one in noticed.people if one.start < start]
    if before:
        return before[-1].name
    return noticed.people[0].name if noticed.people else ""

"""Shows the reading itself, a line for each thing that would be recorded."""

from collections.abc import Iterator

from sales.money import Money
from understanding.explaining.columns import Row, one_line
from understanding.explaining.things import chance
from understanding.findings import Competitor, Findings, FoundEntry, FoundFact, FoundFollowUp, Item, Mention, Referral


def told_rows(found: Findings) -> Iterator[Row]:
    """What it is, of whom, the day, its details, and how sure it is."""
    yield from (_entry(one) for one in found.entries)
    yield from (_follow_up(one) for one in found.follow_ups)
    yield from (_fact(one) for one in found.facts)
    yield from (_competitor(one) for one in found.competitors)
    yield from (_referral(one) for one in found.referrals)
    if found.ask:
        yield "question", _customer(found.about), "", found.ask.value


def _entry(one: FoundEntry) -> Row:
    details = (
        "nobody met or reached" if one.attempt else "",
        _amount(one.amount),
        *(value.value for value in (one.category, one.severity, one.sentiment) if value),
        *map(_item, one.items),
        *_with(one.contacts),
        f'"{one.text}"' if one.text else "",
    )
    return one.kind.value, _customer(one.customer), f"{one.on:%a %Y-%m-%d}", _joined(details), chance(one.sure)


def _follow_up(one: FoundFollowUp) -> Row:
    due = f"{one.day:%a %Y-%m-%d}" if one.day else "no day"
    at = f" {one.at:%H:%M}" if one.at else ""
    other = " or ".join(f"{day:%a %Y-%m-%d}" for day in one.days[1:])
    details = (
        f"{one.who} is to act" if one.who else "",
        one.repeats or "",
        f"or {other}" if other else "",
        *_with(one.contacts),
        f'"{one.action}"',
    )
    return "to do", _customer(one.customer), due + at, _joined(details), chance(one.sure)


def _fact(one: FoundFact) -> Row:
    calendar = f" ({one.calendar.value})" if one.calendar else ""
    return (
        one.field.value,
        _customer(one.customer),
        "",
        one_line(f"{one.contact}: {one.value}{calendar}"),
        chance(one.sure),
    )


def _competitor(one: Competitor) -> Row:
    details = (one.name or "without a name", _amount(one.price), f'"{one.text}"')
    return "competitor", _customer(one.customer), "", _joined(details), chance(one.sure)


def _referral(one: Referral) -> Row:
    told = ", ".join(filter(None, (one.person, one.through.name if one.through else None)))
    return "referred", _customer(one.customer), "", one_line(f"by {told or 'nobody named'}"), chance(one.sure)


def _customer(mention: Mention | None) -> str:
    if mention is None:
        return "nobody"
    return one_line(mention.name) + (" (new)" if mention.key is None else "")


def _amount(amount: Money | None) -> str:
    return f"{amount.value:,} {amount.currency}" if amount else ""


def _item(item: Item) -> str:
    return " ".join(filter(None, (item.quantity, item.unit, item.text)))


def _with(contacts: tuple[str, ...]) -> list[str]:
    return [f"with {', '.join(contacts)}"] if contacts else []


def _joined(details: tuple[str, ...]) -> str:
    return one_line(", ".join(filter(None, details)))

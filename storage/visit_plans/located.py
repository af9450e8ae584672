"""Where customers are, as their cards say: the place, and the region or address."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from sales.care.calendar import Whereabouts
from sales.visit_plans.places import Place, place_of
from storage.bulk import in_parts
from storage.tables.facts import FactRow

_AREA = ("region", "address")
"""The first that is known tells the area."""


@dataclass(frozen=True, slots=True)
class Located:
    """`address` as it was written, `area` to compare by."""

    place: Place | None = None
    area: str = ""
    address: str = ""


NOWHERE = Located()


def whereabouts(session: Session, customers: Iterable[int]) -> dict[int, Whereabouts]:
    """As calendars show it."""
    found = located(session, customers).items()
    return {
        customer: Whereabouts(one.address, (one.place.latitude, one.place.longitude) if one.place else None)
        for customer, one in found
    }


def located(session: Session, customers: Iterable[int]) -> dict[int, Located]:
    """By customer, of those of whom something is known; a query for some hundred customers."""
    said: dict[int, dict[str, str]] = {}
    for part in in_parts(sorted(set(customers))):
        rows = select(FactRow.customer_id, FactRow.field, FactRow.value).where(
            col(FactRow.customer_id).in_(part),
            col(FactRow.contact_id).is_(None),
            col(FactRow.field).in_(("place", *_AREA)),
            col(FactRow.live),
        )
        # Of each field the newest counts.
        for customer, field, value in session.exec(rows.order_by(col(FactRow.at), col(FactRow.id))):
            said.setdefault(customer, {})[field] = value
    return {customer: _located(known) for customer, known in said.items()}


def _located(known: dict[str, str]) -> Located:
    area = next((known[field] for field in _AREA if known.get(field)), "")
    return Located(place_of(known.get("place", "")), " ".join(area.casefold().split()), known.get("address", ""))

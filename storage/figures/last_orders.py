"""The last orders of customers, but for those dated so far ahead that somebody must have slipped in the year."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlmodel import Session

from sales.order_book import occasions, purchases
from storage.figures.orders import orders_of
from storage.figures.rates import exchange

FURTHEST = timedelta(days=31)
"""Some book-keepings date an order by its delivery; nobody delivers later."""


def last_orders(session: Session, counted: Mapping[int, date], today: date) -> dict[int, date]:
    """By customer, from the days that their figures say; those whose only orders lie ahead are left out."""
    until = today + FURTHEST
    ahead = [customer for customer, last in counted.items() if last > until]
    orders, into = orders_of(session, ahead), exchange(session)
    found = {customer: last for customer, last in counted.items() if last <= until}
    for customer in ahead:
        near = [one for one in orders.get(customer, ()) if one.day <= until]
        if last := purchases(occasions(near, into.worth)).last:
            found[customer] = last
    return found

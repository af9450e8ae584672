"""Order books for tests, by words: each customer is a list of days before TODAY."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from sales.foresight.book import Book, book_of

TODAY = date(2026, 3, 2)
WITHIN = 60


def book(*customers: Sequence[int]) -> Book:
    """How many days ago each customer ordered."""
    owner = [number for number, days in enumerate(customers) for _ in days]
    days = [TODAY.toordinal() - ago for ago in (ago for days in customers for ago in days)]
    return book_of(np.array(owner, dtype=np.int64), np.array(days, dtype=np.int64))


def every(gap: int, times: int, *, silent: int) -> list[int]:
    """So many orders with so many days between, the last so many days ago."""
    return [silent + gap * number for number in range(times)]


def company() -> Book:
    """Forty customers of every rhythm, of whom every third left."""
    rhythms = [7, 10, 14, 21, 30, 45, 60, 90]
    return book(
        *(
            every(rhythms[number % 8] + number % 3, 3 + number % 9, silent=(400 if number % 3 == 0 else 5) + number % 7)
            for number in range(40)
        )
    )

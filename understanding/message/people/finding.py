"""Offers all that may be persons in a message, each with how likely it is one whom the customer knows."""

import itertools
from collections.abc import Collection, Iterator, Sequence

from understanding.message.people import Person, chinese, known, latin, latin_rows, over_customers, small_letters
from understanding.message.people.clues import Guess, chosen
from understanding.message.people.ours import marked
from understanding.message.people.sides import GONE

MOST_GUESSES = 400
"""More than anybody gives cause for; the rest is not even looked at."""
Stretch = tuple[int, int]


def persons(text: str, spelled: str, taken: Sequence[Stretch], acquainted: Collection[str]) -> list[Person]:
    """Persons outside what is `taken` by customers, dates and the like; `acquainted` are known at the customer."""
    found = list(chosen(text, guesses(text, spelled, taken)))
    blocked = [*taken, *((one.start, one.end) for one in found if one.sure >= known.SURE_AS_ANY)]
    met = list(known.persons(text, acquainted, blocked)) if acquainted else []
    kept = [one for one in found if not any(one.start < other.end and other.start < one.end for other in met)]
    return sorted(kept + met, key=lambda one: one.start)


def guesses(text: str, spelled: str, taken: Sequence[Stretch]) -> Iterator[Guess]:
    bare, small = _blanked(text, taken), _blanked(spelled, taken)
    cuts = latin_rows.cut(bare)
    some = itertools.chain(
        itertools.islice(latin.guesses(bare, small, cuts), MOST_GUESSES),
        itertools.islice(small_letters.guesses(bare, small, cuts), MOST_GUESSES),
        itertools.islice(chinese.guesses(small), MOST_GUESSES),
        itertools.islice(over_customers.guesses(text, spelled, taken), MOST_GUESSES),
    )
    for one in some:
        yield marked(spelled, one)


def _blanked(text: str, taken: Sequence[Stretch]) -> str:
    """Customers and dates are no part of a name, and end what stands beside them."""
    for start, end in taken:
        text = f"{text[:start]}{GONE * (end - start)}{text[end:]}"
    return text

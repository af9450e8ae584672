"""Erases a person beside everybody else's work: long looks while others write, and writes that take milliseconds."""

from collections import Counter
from functools import partial

from sales.hands import Hand
from storage.bulk import in_parts
from storage.privacy.erasing import clean, empty, look
from storage.privacy.persons import Person
from storage.privacy.ties import Ties
from storage.store import Store

AT_ONCE = 100
"""So many rows are changed in one transaction."""
MOST_LOOKS = 10


class StillNamedError(Exception):
    """Whenever somebody looked the person had been named anew."""


async def erase_in_steps(store: Store, person: Person, by: Hand) -> Counter[str]:
    """How many places of which tables were changed; that it was done is for the caller to record.

    Their own rows are emptied only when no other names them: who is found by them until then can be erased again.

    It is done when a look after that finds nothing; so what was told meanwhile is seen, too.
    """
    changed, emptied = Counter[str](), Ties()
    for _ in range(MOST_LOOKS):
        seen = await store.read(partial(look, person=person))
        if seen.mentions:
            for part in in_parts(seen.mentions, AT_ONCE):
                changed += await store.write(partial(clean, found=part))
        elif seen.ties.within(emptied):
            return changed
        else:
            changed += await store.write(partial(empty, person=person, ties=seen.ties, now=by.now))
            emptied = seen.ties
    raise StillNamedError(person.stand_in)

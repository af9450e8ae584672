"""Takes the steps of erasing a person one after the other in a single session, as nobody else is at work."""

from collections import Counter

from sqlmodel import Session

from sales.hands import Hand
from storage.privacy.erasing import Erased, clean, empty, look, record
from storage.privacy.persons import Person


def erase(session: Session, person: Person, *, by: Hand) -> Erased:
    session.flush()
    seen = look(session, person)
    changed = clean(session, seen.mentions) + empty(session, person, seen.ties, by.now)
    again = look(session, person)
    assert again.mentions == ()
    assert again.ties.within(seen.ties)
    return record(session, person, Counter(changed), by=by)

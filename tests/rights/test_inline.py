"""Role x row for `@bot acme`: what is offered for passing on stands on a card that is open to the one who asks."""

import pytest
from sqlmodel import Session, col, select

from handlers.answering import Answering
from handlers.cards import inline
from handlers.heard import Query
from handlers.outcome import SILENCE, Offer
from handlers.prepared import UNPREPARED, Prepared
from sales.people import Member
from storage.cards import directory
from storage.tables.customers import ContactRow
from tests.people.company import NOON, Company
from tests.people.desks import carried_out, desk, heard
from tests.rights.world import LETTER, NAMES, World, made
from understanding.directory import Directory, Known
from understanding.findings import Candidate


@pytest.fixture
def world(session: Session, company: Company) -> World:
    return made(session, company)


def offers(session: Session, member: Member, words: str, names: tuple[Candidate, ...]) -> tuple[Offer, ...]:
    """What the list shows, as the journey of a query makes it."""
    outcome = inline.answer(desk(session, member, Query(words, "q")), Query(words, "q"), Prepared(names=names))
    carried_out(session, outcome)
    return outcome.offers


@pytest.mark.parametrize("who", LETTER)
def test_only_open_cards_are_offered(session: Session, world: World, who: str) -> None:
    """With the names that the asker's own index finds, and even if it found those of everybody."""
    member = world.company[who]
    known = [Known(one.id, one.name, one.aliases, one.contacts) for one in directory.directory(session, member)]
    index = Directory(known)
    for row, name in NAMES.items():
        everybodys = (Candidate(world.customers[row], name, 1.0),)
        seen = [name] if LETTER[who][row] != "-" else []
        found = [one.title for one in offers(session, member, name, index.search(name))]
        assert [title for title in found if title == name] == seen
        assert set(found) <= {NAMES[open_one] for open_one, letter in LETTER[who].items() if letter != "-"}
        assert [one.title for one in offers(session, member, name, everybodys)] == seen


@pytest.mark.parametrize("who", LETTER)
def test_what_is_passed_on_is_open_to_the_asker(session: Session, world: World, who: str) -> None:
    """Orders never; people where the asker sees them."""
    for person in session.exec(select(ContactRow).where(col(ContactRow.phone).is_(None))):
        person.phone = "+6565550123"
    session.flush()
    for row, name in NAMES.items():
        found = offers(session, world.company[who], name, (Candidate(world.customers[row], name, 1.0),))
        said = " ".join(f"{one.title} {one.line} {one.text}" for one in found)
        assert "order-" not in said
        assert (f"person-{row}"[:16] in said) is (LETTER[who][row] != "-"), row


@pytest.mark.usefixtures("world")
def test_a_stranger_is_offered_nothing(session: Session, answering: Answering) -> None:
    for name in NAMES.values():
        asked = heard(Query(name, "q"), 999_999)
        assert answering.answer(session, asked, UNPREPARED, NOON) == SILENCE

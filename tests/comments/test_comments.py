"""Who reads an entry and what is said of it: those who lead its teller, and whom a comment is meant for."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from sales.comments import EntryPlace
from sales.hands import Hand
from sales.kinds import Kind
from storage.cards.history import history
from storage.comments import keeping
from storage.comments.keeping import NewComment
from storage.comments.views import comment_card, entry_card
from storage.tables.tellings import EntryRow
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)


@pytest.fixture
def company(session: Session) -> Company:
    return found_company(session)


@pytest.fixture
def place(company: Company, session: Session) -> EntryPlace:
    """Anna told of a visit at Acme."""
    acme, anna = customer_of(company, "Anna", "Acme"), company["Anna"].id
    row = put_entry(session, anna, (acme, Kind.VISIT), date(2026, 3, 16), NOW, text="visited Acme")
    return EntryPlace(row.telling_id, 0)


def say(company: Company, who: str, comment: NewComment) -> None:
    keeping.keep(company.session, comment, Hand(company[who].id, NOW))


@pytest.mark.parametrize(
    ("who", "reads"),
    [("Ada", True), ("Dora", True), ("Boris", True), ("Anna", True), ("Max", False), ("小李", False), ("Carl", False)],
)
def test_an_entry_is_read_by_those_who_lead_its_teller(
    company: Company, session: Session, place: EntryPlace, who: str, *, reads: bool
) -> None:
    assert (entry_card(session, company[who], place) is not None) is reads


def test_a_comment_is_read_by_nobody_but_whom_it_is_for(company: Company, session: Session, place: EntryPlace) -> None:
    say(company, "Boris", NewComment(place, company["Anna"].id, "Who was there?", 7))
    read = {who for who in company.members if comment_card(session, company[who], 7)}
    assert read == {"Anna"}
    assert keeping.came_by(session, company["Max"].id, 7) is None


def test_an_answer_shows_what_was_asked(company: Company, session: Session, place: EntryPlace) -> None:
    say(company, "Boris", NewComment(place, company["Anna"].id, "Who was there?", 7))
    asked = keeping.came_by(session, company["Anna"].id, 7)
    assert asked is not None
    say(company, "Anna", NewComment(place, asked.by, "the buyer", 8, answers=asked.id))
    answer = comment_card(session, company["Boris"], 8)
    assert answer is not None
    assert (answer.by, answer.text, answer.about, answer.leads) == ("Anna", "the buyer", "Who was there?", True)


def test_an_entry_that_was_taken_back_says_so(company: Company, session: Session, place: EntryPlace) -> None:
    row = session.get_one(EntryRow, 1)
    row.live = False
    session.flush()
    card = entry_card(session, company["Boris"], place)
    assert card is not None
    assert card.undone


def test_thanks_are_counted_once_for_each_who_gives_them(company: Company, session: Session, place: EntryPlace) -> None:
    say(company, "Boris", NewComment(place, company["Anna"].id, "", 7))
    assert keeping.has_thanked(session, company["Boris"].id, place)
    assert not keeping.has_thanked(session, company["Dora"].id, place)


def test_the_history_opens_what_ones_own_people_told(company: Company, session: Session, place: EntryPlace) -> None:
    def opened(who: str) -> list[EntryPlace | None]:
        found = history(session, company[who], 1, page=1, size=8)
        return [told.place for told in found.entries] if found else []

    assert (opened("Boris"), opened("Anna")) == ([place], [None])

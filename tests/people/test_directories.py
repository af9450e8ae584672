"""The index of a member's customers follows every change, and costs what has changed rather than what there is."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from handlers.directories import Directories
from sales.people import Member
from storage.cards import names
from storage.cards.directory import directory, directory_stamp
from storage.cards.directory_drawers import DRAWER, changes_since
from storage.duplicates import undoing
from storage.duplicates.merging import Two, merge_customers
from storage.store import Store
from storage.tables.access import ShareRow
from storage.tables.customers import ContactRow, CustomerRow
from tests.duplicates.records import contact, hand
from tests.people.company import NOON, Company, customer_of, found_company

MANY = 5000


@pytest.fixture
def many(session: Session, company: Company) -> list[int]:
    anna = company["Anna"]
    rows = [
        CustomerRow(name=f"Customer {number}", owner_id=anna.id, team_id=anna.team, created_at=NOON)
        for number in range(MANY)
    ]
    session.add_all(rows)
    session.flush()
    return [row.id or 0 for row in rows]


def test_one_change_among_thousands_reads_one_drawer(session: Session, company: Company, many: list[int]) -> None:
    anna = company["Anna"]
    first = changes_since(session, anna, {})
    assert len(first.listed) == MANY
    drawers = len(first.sums)
    assert drawers <= MANY / DRAWER + 2
    session.get_one(CustomerRow, many[17]).name = "Acme Tools"
    later = changes_since(session, anna, first.sums)
    assert len(later.drawers) == 1
    assert len(later.listed) + len(later.sums) <= DRAWER + drawers
    assert "Acme Tools" in {one.name for one in later.listed}
    assert changes_since(session, anna, later.sums).listed == ()


def changes(session: Session, company: Company, many: list[int]) -> Iterator[None]:
    """One after the other, everything that a directory may show."""
    anna, max_ = company["Anna"], company["Max"]
    one, other = many[3], many[700]
    names.learn_alias(session, anna, customer=one, name="AC")
    yield
    person = session.get_one(ContactRow, contact(session, one, "Sarah Lee"))
    yield
    person.withdrawn = True
    yield
    merge = merge_customers(session, Two(one, other), choices={}, by=hand(company))
    yield
    undoing.undo(session, merge, by=hand(company))
    yield
    session.get_one(CustomerRow, other).owner_id = max_.id
    yield
    session.get_one(CustomerRow, one).withdrawn = True
    yield
    customer_of(company, "Anna", "Globex")
    yield


def test_what_is_read_step_by_step_is_the_whole(session: Session, company: Company, many: list[int]) -> None:
    anna = company["Anna"]
    seen = changes_since(session, anna, {})
    there = {one.id: one for one in seen.listed}
    for step, _ in enumerate(changes(session, company, many)):
        seen = changes_since(session, anna, seen.sums)
        assert 0 < len(seen.listed) <= 2 * DRAWER, step
        for key in seen.keys:
            there.pop(key, None)
        there |= {one.id: one for one in seen.listed}
        assert sorted(there.values(), key=lambda one: one.id) == directory(session, anna), step


def test_who_is_shared_a_customer_sees_it_and_then_no_more(session: Session, company: Company, many: list[int]) -> None:
    rita = company["Rita"]
    before = changes_since(session, rita, {})
    share = ShareRow(customer_id=many[9], member_id=rita.id, at=NOON)
    session.add(share)
    session.flush()
    shared = changes_since(session, company["Rita"], before.sums)
    assert [one.id for one in shared.listed] == [many[9]]
    session.delete(share)
    session.flush()
    gone = changes_since(session, company["Rita"], shared.sums)
    assert (gone.listed, many[9] in gone.keys, gone.sums) == ([], True, before.sums)


async def test_an_index_that_is_kept_follows(any_store: Store) -> None:
    def begin(session: Session) -> tuple[Member, int]:
        company = found_company(session)
        return company["Anna"], customer_of(company, "Anna", "Acme Tools")

    anna, acme = await any_store.write(begin)
    directories = Directories(any_store)

    async def looked() -> list[str]:
        stamp = await any_store.read(lambda session: directory_stamp(session, anna))
        index = await directories.of(anna, stamp)
        return [name.name for word in ("Acme Tools", "Globex") for name in index.search(word)[:1]]

    assert await looked() == ["Acme Tools"]
    await any_store.write(lambda session: rename(session, acme, "Globex"))
    assert await looked() == ["Globex"]


def rename(session: Session, customer: int, name: str) -> None:
    session.get_one(CustomerRow, customer).name = name

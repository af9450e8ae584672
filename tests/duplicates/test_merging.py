"""Of two customers one is made, with everything of both, and back again."""

from datetime import timedelta

import pytest
from sqlalchemy import Table
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, SQLModel, col, select

from sales.known import About
from sales.merging import OWNER, Side
from storage.cards.living import living
from storage.duplicates import undoing
from storage.duplicates.merging import Obstacle, Two, contact_obstacle, merge_contacts, merge_customers, obstacle
from storage.duplicates.moving import BY_HAND, LEFT, plainly_moved
from storage.tables.access import ShareRow
from storage.tables.customers import AliasRow, ContactRow, CustomerRow
from storage.tables.dealings import ReceivableRow
from storage.tables.events import EventRow
from storage.tables.facts import FactRow
from storage.tables.tellings import EntryContactRow, EntryRow
from tests.duplicates.records import contact, everything, fact, hand, tables
from tests.people.company import NOON, Company, customer_of


@pytest.fixture
def two(session: Session, company: Company) -> Two:
    one, other = (customer_of(company, "Anna", name) for name in ("Acme Tools", "Acme Tools Ltd"))
    everything(session, company, one, 1)
    everything(session, company, other, 2)
    return Two(one, other)


KNOWN = {"fact", "fact_asked", "entry", "complaint", "follow_up", "opportunity", "agreement"}


def rows(session: Session, table: Table, customer: int) -> int:
    return len(session.connection().execute(table.select().where(table.c.customer_id == customer)).all())


def names(session: Session, customer: int) -> set[str]:
    return set(session.exec(select(AliasRow.name).where(col(AliasRow.customer_id) == customer)))


def test_everything_of_both_is_kept(session: Session, company: Company, two: Two) -> None:
    here = {table.name: [rows(session, table, number) for number in (two.one, two.other)] for table in plainly_moved()}
    assert {name for name, (mine, theirs) in here.items() if mine and theirs} >= KNOWN
    merge_customers(session, two, choices={}, by=hand(company))
    for table in plainly_moved():
        assert rows(session, table, two.one) == sum(here[table.name])
        assert not rows(session, table, two.other)
    assert names(session, two.one) == {"the yellow shed 1", "the yellow shed 2", "the shed", "Acme Tools Ltd"}
    assert living(session, two.other) == two.one


def test_every_table_that_points_to_a_customer_is_thought_of() -> None:
    tables = SQLModel.metadata.sorted_tables
    pointing = {t.name for t in tables for key in t.foreign_keys if key.column.table.name == "customer"}
    assert pointing == {t.name for t in plainly_moved()} | BY_HAND | LEFT
    assert all("id" in t.c for t in plainly_moved())


def test_one_person_at_both_is_one_with_all_numbers(session: Session, company: Company, two: Two) -> None:
    merge_customers(session, two, choices={}, by=hand(company))
    people = session.exec(
        select(ContactRow).where(col(ContactRow.customer_id) == two.one, col(ContactRow.withdrawn).is_(False))
    ).all()
    assert [person.name for person in people] == ["S. Lee", "Mr Tan 1", "Mr Tan 2"]
    said = select(FactRow.value).where(col(FactRow.contact_id) == people[0].id, col(FactRow.field) == "phone")
    assert set(session.exec(said)) == {"+6565550001", "+6565550002"}
    took_part = select(EntryContactRow.entry_id).where(col(EntryContactRow.contact_id) == people[0].id)
    assert len(session.exec(took_part).all()) == 2


def test_a_number_without_a_fact_is_kept_too(session: Session, company: Company) -> None:
    one, other = customer_of(company, "Anna", "Globex"), customer_of(company, "Anna", "Globex Ltd")
    contact(session, one, "Ann", phone="+6565550009", greetings=True)
    contact(session, other, "Ann", phone="+6565550010", greetings=False)
    merge_customers(session, Two(one, other), choices={}, by=hand(company))
    kept = session.exec(select(ContactRow).where(col(ContactRow.customer_id) == one)).one()
    assert (kept.phone, kept.greetings) == ("+6565550009", False)
    assert set(session.exec(select(FactRow.value))) == {"+6565550009", "+6565550010"}


def test_the_same_invoice_stands_once(session: Session, company: Company, two: Two) -> None:
    merge_customers(session, two, choices={}, by=hand(company))
    live = select(ReceivableRow.number).where(col(ReceivableRow.customer_id) == two.one, col(ReceivableRow.live))
    assert sorted(session.exec(live)) == ["R-0", "R-1", "R-2"]


def test_an_invoice_that_counts_beats_one_that_was_taken_back(session: Session, company: Company, two: Two) -> None:
    mine = session.exec(select(ReceivableRow).where(col(ReceivableRow.customer_id) == two.one)).first()
    assert mine
    mine.live = False
    merge_customers(session, two, choices={}, by=hand(company))
    session.refresh(mine)
    assert (mine.live, mine.open_minor) == (True, 2)


def test_the_newer_value_counts_unless_somebody_chooses(session: Session, company: Company, two: Two) -> None:
    change = merge_customers(session, two, choices={}, by=hand(company))
    assert newest(session, two.one) == "steel 1"
    undoing.undo(session, change, by=hand(company))
    merge_customers(session, two, choices={"industry": Side.OTHER}, by=hand(company))
    assert newest(session, two.one) == "steel 2"


def newest(session: Session, customer: int) -> str | None:
    said = select(FactRow.value).where(col(FactRow.customer_id) == customer, col(FactRow.field) == "industry")
    return session.exec(said.order_by(col(FactRow.at).desc(), col(FactRow.id).desc())).first()


def test_the_name_and_the_owner_are_chosen_like_fields(session: Session, company: Company) -> None:
    one, other = customer_of(company, "Anna", "Acme"), customer_of(company, "Rita", "Acme Tools", team="West")
    merge_customers(session, Two(one, other), choices={"name": Side.OTHER, OWNER: Side.OTHER}, by=hand(company, "Dora"))
    row = session.get_one(CustomerRow, one)
    assert (row.name, row.owner_id, row.team_id) == ("Acme Tools", company["Rita"].id, company.teams["West"])
    assert names(session, one) == {"Acme"}
    assert [share.member_id for share in session.exec(select(ShareRow))] == [company["Anna"].id]


def test_a_merge_undone_leaves_the_store_as_it_was(session: Session, company: Company, two: Two) -> None:
    before = tables(session)
    change = merge_customers(session, two, choices={"industry": Side.OTHER, "name": Side.OTHER}, by=hand(company))
    assert tables(session) != before
    undoing.undo(session, change, by=hand(company, days=30))
    assert tables(session) == before


def test_what_was_told_since_stays_with_the_one_that_stayed(session: Session, company: Company, two: Two) -> None:
    change = merge_customers(session, two, choices={}, by=hand(company))
    later = EntryRow(
        telling_id=session.exec(select(EntryRow.telling_id)).first() or 0,
        slot=7,
        member_id=company["Anna"].id,
        customer_id=two.one,
        kind="visit",
        on_day=NOON.date(),
        moment=NOON,
        zone="UTC",
        text="since",
    )
    session.add(later)
    undoing.undo(session, change, by=hand(company))
    assert later.customer_id == two.one


def test_it_is_undone_once_and_in_time(session: Session, company: Company, two: Two) -> None:
    change = merge_customers(session, two, choices={}, by=hand(company))
    with pytest.raises(StaleDataError):
        undoing.undo(session, change, by=hand(company, days=31))
    undoing.undo(session, change, by=hand(company, days=1))
    with pytest.raises(StaleDataError):
        undoing.undo(session, change, by=hand(company, days=1))
    found = undoing.find(session, change)
    assert found
    assert undoing.stuck(session, found, now=NOON) is undoing.Stuck.DONE


def test_a_merge_that_another_one_builds_on_waits_for_it(session: Session, company: Company, two: Two) -> None:
    third = customer_of(company, "Anna", "Acme Group")
    first = merge_customers(session, two, choices={}, by=hand(company))
    second = merge_customers(session, Two(third, two.one), choices={}, by=hand(company))
    found = undoing.find(session, first)
    assert found
    assert undoing.stuck(session, found, now=NOON) is undoing.Stuck.BUILT_ON
    assert living(session, two.other) == third
    undoing.undo(session, second, by=hand(company))
    assert undoing.stuck(session, found, now=NOON) is None
    listed = undoing.undoable(session, now=NOON, limit=9)
    assert [merge.change for merge in listed] == [first]
    assert not undoing.undoable(session, now=NOON + timedelta(days=40), limit=9)


def test_what_cannot_become_one(session: Session, company: Company, two: Two) -> None:
    assert obstacle(session, Two(two.one, two.one)) is Obstacle.SAME
    assert obstacle(session, Two(two.one, 999)) is Obstacle.GONE
    assert obstacle(session, two) is None
    merge_customers(session, two, choices={}, by=hand(company))
    assert obstacle(session, two) is Obstacle.MERGED
    with pytest.raises(StaleDataError):
        merge_customers(session, two, choices={}, by=hand(company))


def test_it_is_on_the_trail(session: Session, company: Company, two: Two) -> None:
    change = merge_customers(session, two, choices={}, by=hand(company))
    undoing.undo(session, change, by=hand(company))
    assert list(session.exec(select(EventRow.action).order_by(col(EventRow.id)))) == [
        "customer.merged",
        "customer.parted",
    ]


def test_two_people_of_a_customer_become_one_and_two_again(session: Session, company: Company, two: Two) -> None:
    theirs = col(ContactRow.customer_id) == two.one
    people = session.exec(select(ContactRow.id).where(theirs).order_by(col(ContactRow.id))).all()
    pair = Two(people[0] or 0, people[1] or 0)
    fact(session, About(two.one, pair.other), "birthday", "--03-04")
    session.get_one(ContactRow, pair.other).birthday = "--03-04"
    before = tables(session)
    assert contact_obstacle(session, pair) is None
    change = merge_contacts(session, pair, choices={"contact_name": Side.OTHER}, by=hand(company))
    kept = session.get_one(ContactRow, pair.one)
    assert (kept.name, kept.birthday) == ("Mr Tan 1", "--03-04")
    assert contact_obstacle(session, pair) is Obstacle.MERGED
    undoing.undo(session, change, by=hand(company))
    assert tables(session) == before


@pytest.mark.usefixtures("two")
def test_people_of_two_customers_stay_two(session: Session) -> None:
    lees = session.exec(select(ContactRow.id).where(col(ContactRow.name) == "S. Lee")).all()
    assert contact_obstacle(session, Two(lees[0] or 0, lees[1] or 0)) is Obstacle.ELSEWHERE
    assert contact_obstacle(session, Two(lees[0] or 0, lees[0] or 0)) is Obstacle.SAME

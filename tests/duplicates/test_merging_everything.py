"""Customers with all that can hang on one: the merge loses nothing of either, whatever happens around it."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from storage import change_sets
from storage.cards.visibility import seen_of
from storage.change_sets import ChangeKind
from storage.duplicates import undoing
from storage.duplicates.merging import Two, merge_customers
from storage.tables.access import AbsenceRow
from storage.tables.changes import ChangeSetRow
from storage.tables.customers import ContactRow, CustomerRow
from storage.tables.dealings import AgreementRow, BookedOrderRow, OpportunityRow, ReceivableRow
from storage.tables.facts import FactAskedRow
from tests.duplicates.records import DAY, everything, hand, tables
from tests.people.company import Company, customer_of

MOVED = {"customer_id", "contact_id", "version"}
"""What a merge changes of a row that goes along."""


@pytest.fixture
def two(session: Session, company: Company) -> Two:
    one, other = (customer_of(company, "Anna", name) for name in ("Acme Tools", "Acme Tools Ltd"))
    everything(session, company, one, 1)
    everything(session, company, other, 2)
    return Two(one, other)


def contents(rows: list[dict[str, Any]]) -> Counter[str]:
    return Counter(str(sorted((k, str(v)) for k, v in row.items() if k not in MOVED)) for row in rows)


GO_ALONG = (
    "opportunity",
    "deal_answer",
    "agreement",
    "fact",
    "fact_asked",
    "follow_up",
    "entry",
    "complaint",
    "absence",
    "look_up",
    "ruling",
    "import_run",
    "import_chunk",
    "telling",
)


def test_no_row_of_either_is_lost_or_says_something_else(session: Session, company: Company, two: Two) -> None:
    before = tables(session)
    merge_customers(session, two, choices={}, by=hand(company))
    after = tables(session)
    for name in GO_ALONG:
        assert not contents(before[name]) - contents(after[name]), name


def test_every_kind_of_thing_stands_with_the_one_that_stayed(session: Session, company: Company, two: Two) -> None:
    merge_customers(session, two, choices={}, by=hand(company))
    for kind, expected in (
        (OpportunityRow, 4),
        (AgreementRow, 4),
        (FactAskedRow, 2),
        (ReceivableRow, 3),
        (BookedOrderRow, 3),
    ):
        assert len(session.exec(select(kind).where(col(kind.customer_id) == two.one)).all()) == expected


def test_a_deal_told_again_still_belongs_to_the_first(session: Session, company: Company, two: Two) -> None:
    merge_customers(session, two, choices={}, by=hand(company))
    deals = {row.id: row for row in session.exec(select(OpportunityRow))}
    again = [row for row in deals.values() if row.joined_id]
    assert len(again) == 2
    assert all(deals[row.joined_id].customer_id == row.customer_id == two.one for row in again)


def test_whoever_stands_in_sees_both_as_one(session: Session, company: Company) -> None:
    one, other = customer_of(company, "Anna", "Globex"), customer_of(company, "Anna", "Globex Ltd")
    leave = AbsenceRow(member_id=company["Anna"].id, first_day=DAY, last_day=DAY, asked_at=hand(company).now)
    leave.cover_id, leave.state = company["Max"].id, "active"
    session.add(leave)
    session.flush()
    merge_customers(session, Two(one, other), choices={}, by=hand(company))
    assert seen_of(company["Max"], session.get_one(CustomerRow, one))


def test_the_owner_comes_with_the_day_since_when(session: Session, company: Company) -> None:
    one, other = customer_of(company, None, "Globex"), customer_of(company, "Anna", "Globex Ltd")
    theirs = session.get_one(CustomerRow, other)
    theirs.owned_on, theirs.pool_warned_on = date(2026, 2, 1), date(2026, 2, 20)
    before = tables(session)
    change = merge_customers(session, Two(one, other), choices={}, by=hand(company))
    row = session.get_one(CustomerRow, one)
    assert (row.owner_id, row.owned_on, row.pool_warned_on) == (company["Anna"].id, theirs.owned_on, date(2026, 2, 20))
    undoing.undo(session, change, by=hand(company))
    assert tables(session) == before


def test_a_list_is_taken_back_although_its_customers_were_merged(session: Session, company: Company, two: Two) -> None:
    merge = merge_customers(session, two, choices={}, by=hand(company))
    for number in lists(session):
        assert change_sets.take_back(session, number, now=hand(company).now)
    undoing.undo(session, merge, by=hand(company))
    assert [session.get_one(CustomerRow, number).grade for number in (two.one, two.other)] == [None, None]


def lists(session: Session) -> list[int]:
    made = select(ChangeSetRow.id).where(col(ChangeSetRow.kind) == ChangeKind.IMPORT).order_by(col(ChangeSetRow.id))
    return [number for number in session.exec(made) if number]


def test_whom_a_list_made_does_not_come_back_once_it_was_taken_back(session: Session, company: Company) -> None:
    by = hand(company)
    one = customer_of(company, "Anna", "Globex")
    ann = ContactRow(customer_id=one, name="Ann")
    session.add(ann)
    change = change_sets.begin(session, ChangeKind.IMPORT, by, undo_for=timedelta(hours=24), facts={})
    other = CustomerRow(name="Globex Ltd", owner_id=company["Anna"].id, created_at=by.now)
    change_sets.make(session, change, other)
    twin = ContactRow(customer_id=other.id or 0, name="Ann")
    change_sets.make(session, change, twin)
    merge = merge_customers(session, Two(one, other.id or 0), choices={}, by=by)
    change_sets.take_back(session, change, now=by.now)
    undoing.undo(session, merge, by=by)
    for row in (other, twin, ann):
        session.refresh(row)
    assert (other.withdrawn, twin.withdrawn, ann.withdrawn) == (True, True, False)

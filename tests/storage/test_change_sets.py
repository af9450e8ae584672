"""A change of many rows is taken back as a whole, and never over what somebody did since."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from sales.hands import Hand
from storage import change_sets
from storage.change_sets import ChangeKind, TakenBack
from storage.tables.access import ShareRow
from storage.tables.customers import CustomerRow
from tests.people.company import NOON, Company, customer_of

DAY = timedelta(days=1)


@pytest.fixture
def acme(session: Session, company: Company) -> CustomerRow:
    return session.get_one(CustomerRow, customer_of(company, "Anna", "Acme"))


@pytest.fixture
def change(session: Session, company: Company) -> int:
    by = Hand(company["Boris"].id, NOON)
    return change_sets.begin(session, ChangeKind.HAND_OVER, by, undo_for=DAY, facts={"to": "Rita"})


def test_a_row_is_what_it_was(session: Session, acme: CustomerRow, company: Company, change: int) -> None:
    change_sets.alter(session, change, acme, owner_id=company["Rita"].id, touched_on=date(2026, 3, 1))
    assert change_sets.take_back(session, change, now=NOON + DAY) == TakenBack(restored=1, kept=0)
    assert (acme.owner_id, acme.touched_on) == (company["Anna"].id, None)


def test_what_somebody_changed_since_stays(session: Session, acme: CustomerRow, company: Company, change: int) -> None:
    change_sets.alter(session, change, acme, owner_id=company["Rita"].id, grade="A")
    acme.grade = "B"
    assert change_sets.take_back(session, change, now=NOON) == TakenBack(restored=0, kept=1)
    assert (acme.owner_id, acme.grade) == (company["Anna"].id, "B")


def test_what_was_made_is_withdrawn(session: Session, change: int) -> None:
    made = CustomerRow(name="Globex", created_at=NOON)
    change_sets.make(session, change, made)
    change_sets.take_back(session, change, now=NOON)
    assert made.withdrawn


def test_what_was_removed_is_back_and_what_cannot_withdraw_is_gone(
    session: Session, acme: CustomerRow, company: Company, change: int
) -> None:
    old = ShareRow(customer_id=acme.id or 0, member_id=company["Rita"].id, at=NOON)
    session.add(old)
    session.flush()
    change_sets.remove(session, change, old)
    change_sets.make(session, change, ShareRow(customer_id=acme.id or 0, member_id=company["Max"].id, at=NOON))
    change_sets.take_back(session, change, now=NOON)
    assert [(share.member_id, share.at) for share in session.exec(select(ShareRow))] == [(company["Rita"].id, NOON)]


def test_it_is_taken_back_once_and_in_time(session: Session, acme: CustomerRow, change: int) -> None:
    change_sets.alter(session, change, acme, grade="A")
    assert change_sets.open_until(session, change) == NOON + DAY
    assert change_sets.take_back(session, change, now=NOON + 2 * DAY) is None
    assert change_sets.take_back(session, change, now=NOON) is not None
    assert change_sets.take_back(session, change, now=NOON) is None
    assert change_sets.open_until(session, change) is None

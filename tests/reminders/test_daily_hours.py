"""Whose day begins with an agenda: reps, customer care, and managers who sell."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from sales.people import Member
from storage.care.daily_hours import MORNING, at_their_hour, is_still_to_come
from storage.store import Store
from tests.reminders.office import HOUR, MONDAY, customer, member


@pytest.fixture
def session(any_store: Store) -> Iterator[Session]:
    with any_store.transaction() as session:
        yield session


@pytest.mark.parametrize(("sells", "told"), [(True, ["Boris"]), (False, [])])
def test_a_manager_who_looks_after_customers_has_a_day(
    session: Session, boris: Member, told: list[str], *, sells: bool
) -> None:
    if sells:
        customer(session, boris)
        session.flush()
    found = at_their_hour(session, MORNING, now=MONDAY)
    assert [member(session, one.member).name for one in found] == told
    assert is_still_to_come(session, MORNING, boris, now=MONDAY - 4 * HOUR) is sells

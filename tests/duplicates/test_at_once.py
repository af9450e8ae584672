"""Two reps tell of the same new customer at the same moment: one of them gets it, the other one hears of it."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, select

from handlers.told.submitting import submit
from sales.drafts import Draft
from sales.kinds import Kind
from sales.people import Member
from sales.tellings import Entry, Party, Telling
from storage.store import Store
from storage.tables.access import RulingRow
from storage.tables.customers import CustomerRow
from tests.people.company import NOON, found_company
from tests.people.desks import carried_out, desk

WAITING = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


def tells(session: Session, member: Member, name: str) -> list[str]:
    """Put a visit to a new customer on record; the kinds of what is said then."""
    visit = Telling((Entry(Kind.VISIT, Party(name), NOON.date(), "visited them"),))
    draft = Draft(member.chat or 0, 1, NOON, "visited them", telling=visit)
    outcome = submit(desk(session, member), draft, fresh=True)
    return [row.kind for row in carried_out(session, outcome)]


def until_somebody_waits(session: Session, other: Future[list[str]]) -> None:
    """Until the other one waits for its turn, or went on without waiting."""
    while not session.connection().execute(WAITING).scalar_one() and not other.done():
        session.connection().execute(text("SELECT pg_sleep(0.01)"))


@pytest.mark.parametrize("names", [("Hengda Steel", "Hengda Steel"), ("Hengda Steel", "hengda steel co., ltd")])
def test_of_two_at_once_one_gets_the_collision(
    postgres_store: Store, pool: ThreadPoolExecutor, names: tuple[str, str]
) -> None:
    with postgres_store.transaction() as session:
        company = found_company(session)
        anna, max_ = company["Anna"], company["Max"]
    begun = Event()

    def second() -> list[str]:
        begun.wait(10)
        with postgres_store.transaction() as session:
            return tells(session, max_, names[1])

    other = pool.submit(second)
    with postgres_store.transaction() as session:
        first = tells(session, anna, names[0])
        begun.set()
        until_somebody_waits(session, other)
    assert "claim" not in first
    assert "claim" in other.result(10)
    with postgres_store.transaction() as session:
        made = session.exec(select(CustomerRow).order_by(col(CustomerRow.id))).all()
        assert [row.owner_id for row in made] == [anna.id, max_.id]
        ruling = session.exec(select(RulingRow)).one()
        assert (ruling.customer_id, ruling.claimed_id, ruling.claimant_id) == (made[0].id, made[1].id, max_.id)

"""The pool: when an untouched customer goes back, and who gets it when two claim at once."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session

from handlers.company import pool as pool_handler
from handlers.outcome import Outcome
from reminders.pool import look_after_the_pool
from sales.company_settings import by_class
from sales.hands import Hand
from sales.people import Member, Role
from sales.pool import Untouched, Verdict, judge
from sales.tellings import Party
from storage.company import pool
from storage.company.company_settings import set_company
from storage.store import Store
from storage.tables.customers import CustomerRow
from storage.tables.dealings import OpportunityRow
from tests.people.desks import desk
from tests.reminders.office import DAY, MONDAY, TODAY, customer, hire, open_migrated, promise, queued

DAYS = by_class(30, 60, 90)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("standing", "verdict"),
    [
        pytest.param(Untouched("A", ago(22)), Verdict.KEEP, id="more than a week is left"),
        pytest.param(Untouched("A", ago(23)), Verdict.WARN, id="a week is left"),
        pytest.param(Untouched("B", ago(23)), Verdict.KEEP, id="another class has longer"),
        pytest.param(Untouched(None, ago(23)), Verdict.KEEP, id="without class as the last one"),
        pytest.param(Untouched("A", ago(300)), Verdict.WARN, id="never without a warning"),
        pytest.param(Untouched("A", ago(300), warned=ago(6)), Verdict.KEEP, id="the week is not over"),
        pytest.param(Untouched("A", ago(300), warned=ago(7)), Verdict.RETURN, id="the week is over"),
        pytest.param(Untouched("A", ago(2), warned=ago(7)), Verdict.CALM, id="touched after the warning"),
        pytest.param(Untouched("A", ago(300), warned=ago(7), kept=True), Verdict.CALM, id="something is planned"),
        pytest.param(Untouched("A", ago(300), kept=True), Verdict.KEEP, id="a deal is under way"),
    ],
)
def test_when_a_customer_goes_back(standing: Untouched, verdict: Verdict) -> None:
    assert judge(standing, today=TODAY, pool_after=DAYS) is verdict


def test_nothing_goes_back_where_nobody_has_set_it() -> None:
    assert judge(Untouched("A", ago(3000)), today=TODAY, pool_after={}) is Verdict.KEEP


class Round:
    """Anna, her manager Boris, and a customer that nobody has touched for long."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.anna, self.boris = hire(session, "Anna"), hire(session, "Boris", role=Role.MANAGER)
        set_company(session, name="pool", value={"A": 30, "B": 60, "C": 90}, by=Hand(self.boris.id, MONDAY))
        self.row = session.get_one(CustomerRow, customer(session, self.anna).id)
        self.row.created_at, self.row.grade = MONDAY - 300 * DAY, "A"
        session.flush()

    def goes(self, day: int) -> None:
        look_after_the_pool(self.session, MONDAY + day * DAY)
        self.session.expire_all()

    def told(self, to: Member) -> list[tuple[str, str]]:
        rows = queued(self.session, to=to)
        return [(str(row.facts["warned"]), str(row.facts["returned"])) for row in rows if row.kind == "pool_news"]


def test_the_owner_is_warned_and_a_week_later_it_is_gone(any_store: Store) -> None:
    with any_store.transaction() as session:
        around = Round(session)
        for day in (0, 1, 6):
            around.goes(day)
            assert around.row.owner_id == around.anna.id
        around.goes(7)
        number = str(around.row.id)
        assert around.row.owner_id is None
        assert around.told(around.anna) == [(number, ""), ("", number)]
        assert around.told(around.boris) == [("", number)]


def test_a_contact_a_plan_or_a_deal_keeps_it(any_store: Store) -> None:
    with any_store.transaction() as session:
        around = Round(session)
        around.goes(0)
        around.row.touched_on = TODAY + DAY
        around.goes(7)
        assert (around.row.owner_id, around.row.pool_warned_on) == (around.anna.id, None)

        around.row.touched_on = None
        around.goes(8)
        deal = OpportunityRow(
            customer_id=around.row.id or 0, member_id=around.anna.id, title="x", stage="lead", opened_at=MONDAY
        )
        session.add(deal)
        around.goes(15)
        assert around.row.owner_id == around.anna.id


@pytest.mark.parametrize(("ahead", "kept"), [(10, True), (40, False)])
def test_a_plan_keeps_it_as_far_as_it_is_near(any_store: Store, ahead: int, *, kept: bool) -> None:
    with any_store.transaction() as session:
        around = Round(session)
        around.goes(0)
        promise(session, around.anna, TODAY + ahead * DAY, party=Party(around.row.name, around.row.id))
        around.goes(7)
        assert (around.row.owner_id is not None) is kept


async def test_of_two_who_claim_at_once_one_gets_it(url: str) -> None:
    one, other = open_migrated(url), open_migrated(url)
    with one.transaction() as session:
        anna, ben = hire(session, "Anna"), hire(session, "Ben")
        row = session.get_one(CustomerRow, customer(session, anna).id)
        row.owner_id = None
        number = row.id or 0

    async def claim(store: Store, member: Member) -> bool:
        work = partial(pool.claim, customer=number, member=member, by=Hand(member.id, MONDAY))
        try:
            await store.write(work)
        except StaleDataError:
            return False
        return True

    won = await asyncio.gather(claim(one, anna), claim(other, ben))

    assert sorted(won) == [False, True]
    with one.transaction() as session:
        assert session.get_one(CustomerRow, number).owner_id == (anna if won[0] else ben).id
        assert pool.claims_since(session, (anna if won[0] else ben).id, datetime(2026, 3, 1, tzinfo=UTC)) == 1
    one.close()
    other.close()


def test_of_two_who_looked_at_the_same_moment_one_gets_it(postgres_store: Store) -> None:
    """Truly at once: the second one has read that it is free before the first one takes it, and writes after that."""
    with postgres_store.transaction() as session:
        anna, ben = hire(session, "Anna"), hire(session, "Ben")
        number = customer(session, anna).id or 0
        session.get_one(CustomerRow, number).owner_id = None

    def second(session: Session) -> None:
        assert session.get_one(CustomerRow, number).owner_id is None
        with postgres_store.transaction() as first:
            pool.claim(first, customer=number, member=anna, by=Hand(anna.id, MONDAY))
        pool.claim(session, customer=number, member=ben, by=Hand(ben.id, MONDAY))

    with pytest.raises(StaleDataError), postgres_store.transaction() as session:
        second(session)

    with postgres_store.transaction() as session:
        assert session.get_one(CustomerRow, number).owner_id == anna.id
        told = pool_handler.claim(desk(session, ben), {"customer": number})
        assert told == Outcome(toast="Anna was a moment quicker; it is taken.")
        again = pool_handler.claim(desk(session, anna), {"customer": number})
        assert (again.changes, again.messages) == ((), ())

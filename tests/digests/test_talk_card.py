"""What a manager reads of each rep in the morning, within what they may see, and when the card comes."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlmodel import Session, col, select

from reminders.talk_cards import TalkCards
from sales.comments import EntryPlace
from sales.customers import Stage
from sales.hands import Hand
from sales.kinds import Kind
from sales.measures import Measure
from sales.talk_card import KIND, Praised, RepTalk, Wanting
from sales.targets import Span, Target
from storage.company.habits import keep_habit, keep_kind
from storage.figures.rates import remember_currency
from storage.store import Store
from storage.tables.access import AbsenceRow
from storage.tables.customers import CustomerRow
from storage.tables.followups import FollowUpRow
from storage.tables.foresight import StageChangeRow
from storage.tables.people import MemberRow
from storage.tables.queues import OutboxRow
from storage.tables.tellings import ComplaintRow, EntryRow
from storage.talk_card.reading import talk_card
from storage.targets.keeping import set_target
from storage.ticks import Tick
from tests.people.company import Company, customer_of, found_company
from tests.people.entries import put_entry

EIGHT = datetime(2026, 3, 5, 0, 0, tzinfo=UTC)
"""In Shanghai, on a Thursday."""
TODAY = date(2026, 3, 5)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def company(session: Session) -> Company:
    """Acme is Anna's in East, 恒大 小李's in South below it, Globex Max's in West; Anna and 小李 told yesterday."""
    remember_currency(session, "CNY")
    there = found_company(session)
    for owner, name in (("Anna", "Acme"), ("小李", "恒大"), ("Max", "Globex")):
        number = customer_of(there, owner, name)
        tell(there, owner, number, Kind.NOTE)
    tell(there, "Rita", 1, Kind.NOTE)
    return there


def tell(company: Company, who: str, customer: int, kind: Kind, day: date = YESTERDAY, **more: Any) -> EntryRow:  # noqa: ANN401 - columns of the row
    moment = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    return put_entry(company.session, company[who].id, (customer, kind), day, moment, **more)


def read(company: Company, who: str = "Boris", told: dict[int, str] | None = None) -> dict[str, RepTalk]:
    found = talk_card(company.session, company[who], TODAY, told or {}, EIGHT)
    return {one.name: one for one in found.reps}


def promise(company: Company, day: date, closed: datetime | None = None) -> None:
    note = tell(company, "Anna", 1, Kind.NOTE, day)
    company.session.add(
        FollowUpRow(
            telling_id=note.telling_id,
            slot=1,
            customer_id=1,
            owner_id=company["Anna"].id,
            action="send samples",
            day=day,
            state="done" if closed else "open",
            closed_at=closed,
        )
    )
    company.session.flush()


def test_an_ordinary_day_gives_nothing_to_talk_about(company: Company) -> None:
    assert read(company) == {}


def test_the_biggest_order_of_four_weeks_is_praised_by_its_entry(company: Company) -> None:
    tell(company, "Anna", 1, Kind.ORDER, TODAY - timedelta(days=9), amount_minor=800, currency="CNY")
    order = tell(company, "Anna", 1, Kind.ORDER, amount_minor=900, currency="CNY")
    tell(company, "小李", 2, Kind.ORDER, TODAY - timedelta(days=9), amount_minor=800, currency="CNY")
    tell(company, "小李", 2, Kind.ORDER, amount_minor=700, currency="CNY")
    found = read(company)
    praise = found["Anna"].praise
    assert praise is not None
    assert (praise.reason, praise.name, praise.place) == (Praised.ORDER, "Acme", EntryPlace(order.telling_id, 0))
    assert "小李" not in found
    assert read(company, told={company["Anna"].id: praise.key}) == {}
    assert read(company, "Max") == {}


def test_who_came_back_is_praised_before_an_order_with_the_last_entry_there(company: Company) -> None:
    company.session.get_one(CustomerRow, 1).stage = Stage.WON_BACK
    company.session.add(StageChangeRow(customer_id=1, on_day=YESTERDAY, stage=Stage.WON_BACK, at=EIGHT))
    order = tell(company, "Anna", 1, Kind.ORDER, amount_minor=900, currency="CNY")
    praise = read(company)["Anna"].praise
    assert praise is not None
    assert (praise.reason, praise.place) == (Praised.WON_BACK, EntryPlace(order.telling_id, 0))


def test_a_target_is_praised_once_it_is_reached_and_asked_for_while_it_is_behind(company: Company) -> None:
    for who, number in (("Anna", 2), ("小李", 40)):
        by, target = Hand(company["Boris"].id, EIGHT), Target(Measure.VISITS, Span.MONTH, number)
        set_target(company.session, member=company[who].id, target=target, by=by)
    tell(company, "Anna", 1, Kind.VISIT, TODAY - timedelta(days=3))
    assert "Anna" not in read(company)
    tell(company, "Anna", 1, Kind.VISIT)
    found = read(company)
    assert found["Anna"].praise is not None
    assert (found["Anna"].praise.reason, found["Anna"].praise.number) == (Praised.TARGET, 2)
    assert found["小李"].ask is not None
    assert (found["小李"].ask.reason, found["小李"].ask.number) == (Wanting.TARGET, 0)


def test_the_fifth_promise_in_a_row_and_many_visits(company: Company) -> None:
    for ago in range(1, 6):
        day = TODAY - timedelta(days=ago)
        promise(company, day, datetime(day.year, day.month, day.day, 5, tzinfo=UTC))
    for _ in range(3):
        tell(company, "小李", 2, Kind.VISIT)
    found = {name: one.praise and (one.praise.reason, one.praise.number) for name, one in read(company).items()}
    assert found == {"Anna": (Praised.PROMISES, 5), "小李": (Praised.VISITS, 3)}


def test_a_late_answer_is_asked_for_before_a_broken_promise(company: Company) -> None:
    promise(company, YESTERDAY)
    ask = read(company)["Anna"].ask
    assert ask is not None
    assert (ask.reason, ask.words, ask.name) == (Wanting.PROMISE, "send samples", "Acme")
    told = tell(company, "Anna", 1, Kind.COMPLAINT)
    row = ComplaintRow(entry_id=told.id or 0, customer_id=1, answer_by=EIGHT - timedelta(hours=2))
    company.session.add(row)
    company.session.flush()
    ask = read(company)["Anna"].ask
    assert ask is not None
    assert (ask.reason, ask.complaint, ask.place) == (Wanting.ANSWER, row.id, EntryPlace(told.telling_id, 0))


def test_an_a_customer_not_seen_is_asked_for_and_so_is_their_empty_card(company: Company) -> None:
    for number, seen in ((1, TODAY - timedelta(days=90)), (2, TODAY - timedelta(days=1))):
        row = company.session.get_one(CustomerRow, number)
        row.grade, row.touched_on = "A", seen
    company.session.flush()
    found = {name: (one.ask.reason, one.ask.number) for name, one in read(company).items() if one.ask}
    assert found["Anna"] == (Wanting.VISIT, 90)
    assert found["小李"][0] is Wanting.CARD


def test_silence_is_asked_for_but_not_of_whoever_is_on_leave_or_was_never_there(company: Company) -> None:
    came = company.session.get_one(MemberRow, company["Anna"].id)
    for row in company.session.exec(select(EntryRow).where(col(EntryRow.member_id) == company["Anna"].id)):
        row.live = False
    company.session.flush()
    assert read(company) == {}
    came.joined_at = EIGHT - timedelta(days=90)
    company.session.flush()
    ask = read(company)["Anna"].ask
    assert ask is not None
    assert (ask.reason, ask.place) == (Wanting.SILENCE, None)
    leave = AbsenceRow(member_id=company["Anna"].id, first_day=TODAY, last_day=TODAY, state="active", asked_at=EIGHT)
    company.session.add(leave)
    company.session.flush()
    assert read(company) == {}


def _settled(session: Session) -> Company:
    there = found_company(session)
    number = customer_of(there, "Anna", "Acme")
    remember_currency(session, "CNY")
    tell(there, "Anna", number, Kind.ORDER, amount_minor=900, currency="CNY")
    keep_kind(session, member=there["Dora"].id, kind=KIND, wanted=False)
    keep_habit(session, member=there["Max"].id, name="talk", value="09:00")
    return there


async def test_it_comes_to_leaders_unless_they_turned_it_off_at_their_hour_once_and_remembers_what_it_praised(
    store: Store,
) -> None:
    company = await store.write(_settled)
    boris, anna = company.members["Boris"], company.members["Anna"]
    for minutes, told in ((-1, []), (0, [boris]), (1, [boris]), (60, [boris, company.members["Max"]])):
        now = EIGHT + timedelta(minutes=minutes)
        await TalkCards(store).sweep(Tick(now, now))
        assert await store.read(_sent) == told
    first = await store.read(partial(_facts, member=boris))
    assert first == [("", f"{anna}=order:1")]
    tomorrow = EIGHT + timedelta(days=1)
    await TalkCards(store).sweep(Tick(tomorrow, tomorrow))
    assert (await store.read(partial(_facts, member=boris)))[1][0] == f"{anna}=order:1"


def _sent(session: Session) -> list[int | None]:
    return list(session.exec(select(OutboxRow.member_id).order_by(col(OutboxRow.id))))


def _facts(session: Session, *, member: int) -> list[tuple[str, str]]:
    rows = session.exec(select(OutboxRow).where(col(OutboxRow.member_id) == member).order_by(col(OutboxRow.id)))
    return [(str(row.facts["told"]), str(row.facts["praised"])) for row in rows]

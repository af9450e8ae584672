"""When a push may go: quiet hours, free days, the day's number, and what breaks through."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reminders.permitted import Firm, Permit, Spent, Wish, allot, may_go
from sales.care.habits import Habits, Span
from sales.message_rules import Priority
from sales.moments import local_day
from storage.plans.due_followups import Recipient

SHANGHAI = ZoneInfo("Asia/Shanghai")
FEW = Habits(a_day=2)
LI = Recipient(7, 1007, SHANGHAI, FEW)
# A Tuesday; the Saturday of that week is a free day, 14 February 2026 one that makes up for the Spring Festival.
TUESDAY = date(2026, 3, 3)
FULL: Spent = {(7, TUESDAY): 2}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("wanted", "firm", "goes"),
    [
        pytest.param("2026-03-03 10:00", Firm.DAY, "2026-03-03 10:00", id="in the day"),
        pytest.param("2026-03-03 11:59", Firm.DAY, "2026-03-03 11:59", id="just before the noon rest"),
        pytest.param("2026-03-03 12:00", Firm.DAY, "2026-03-03 13:30", id="in the noon rest"),
        pytest.param("2026-03-03 13:29", Firm.DAY, "2026-03-03 13:30", id="at its end"),
        pytest.param("2026-03-03 22:00", Firm.DAY, "2026-03-04 07:00", id="in the evening"),
        pytest.param("2026-03-03 03:00", Firm.DAY, "2026-03-03 07:00", id="at night"),
        pytest.param("2026-03-03 03:00", Firm.TOLD, "2026-03-03 03:00", id="a clock time that was told"),
        pytest.param("2026-03-03 12:30", Firm.URGENT, "2026-03-03 12:30", id="urgent"),
        pytest.param("2026-03-07 10:00", Firm.DAY, "2026-03-07 10:00", id="a day that was named, though it is free"),
        pytest.param("2026-03-07 10:00", Firm.WORKING, "2026-03-09 08:30", id="on Saturday: with Monday's agenda"),
        pytest.param("2026-02-14 10:00", Firm.WORKING, "2026-02-14 10:00", id="a Saturday that is worked"),
        pytest.param("2026-02-16 10:00", Firm.WORKING, "2026-02-24 08:30", id="after the Spring Festival"),
        pytest.param("2026-03-06 22:30", Firm.WORKING, "2026-03-09 08:30", id="Friday night ends on Monday"),
    ],
)
def test_when_it_goes(wanted: str, firm: Firm, goes: str) -> None:
    assert may_go(Wish(LI, at(wanted), firm), {}) == Permit(at(goes))


@pytest.mark.parametrize(
    ("firm", "priority", "permit"),
    [
        pytest.param(
            Firm.DAY, Priority.REMINDER, Permit(at("2026-03-04 08:30"), bundled=True), id="the next day's agenda"
        ),
        pytest.param(Firm.TOLD, Priority.REMINDER, Permit(at("2026-03-03 10:00")), id="a clock time that was told"),
        pytest.param(Firm.URGENT, Priority.REMINDER, Permit(at("2026-03-03 10:00")), id="urgent"),
        pytest.param(Firm.DAY, Priority.ALERT, Permit(at("2026-03-03 10:00")), id="an alert is not counted"),
    ],
)
def test_a_day_that_had_its_fill(firm: Firm, priority: Priority, permit: Permit) -> None:
    assert may_go(Wish(LI, at("2026-03-03 10:00"), firm, priority), FULL) == permit


def test_the_agenda_of_the_next_working_day_takes_what_waits_for_one() -> None:
    friday = {(7, date(2026, 3, 6)): 2}
    permit = may_go(Wish(LI, at("2026-03-06 10:00"), Firm.WORKING), friday)
    assert permit == Permit(at("2026-03-09 08:30"), bundled=True)


def test_an_agenda_hour_within_quiet_hours_waits_for_their_end() -> None:
    late = Recipient(8, 1008, SHANGHAI, Habits(a_day=1, quiet=(Span(time(22), time(9)),)))
    permit = may_go(Wish(late, at("2026-03-03 10:00")), {(8, TUESDAY): 1})
    assert permit.moment == at("2026-03-04 09:00")


def test_the_more_urgent_one_takes_the_last_place_of_the_day() -> None:
    first, urgent = Wish(LI, at("2026-03-03 10:00"), priority=Priority.BROADCAST), Wish(LI, at("2026-03-03 10:01"))
    permits = allot([first, urgent], {(7, TUESDAY): 1})
    assert [permit.bundled for permit in permits] == [True, False]


def test_each_reader_has_a_number_of_their_own() -> None:
    anna = Recipient(9, 1009, SHANGHAI, FEW)
    permits = allot([Wish(one, at("2026-03-03 10:00")) for one in (LI, LI, LI, anna)], {})
    assert [permit.bundled for permit in permits] == [False, False, True, False]


CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
SPANS = st.tuples(CLOCKS, st.integers(1, 11 * 60)).map(
    lambda span: Span(span[0], (datetime.combine(TUESDAY, span[0]) + timedelta(minutes=span[1])).time())
)
ZONES = st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"])
READERS = st.builds(
    Recipient,
    st.integers(1, 3),
    st.just(1),
    ZONES.map(ZoneInfo),
    st.builds(
        Habits,
        quiet=st.lists(SPANS, max_size=2).map(tuple),
        a_day=st.integers(1, 4),
        workdays=st.frozensets(st.integers(1, 7), min_size=1),
    ),
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - as it wants
WISHES = st.lists(
    st.builds(Wish, READERS, MOMENTS, st.sampled_from(Firm), st.sampled_from([Priority.ALERT, Priority.REMINDER])),
    max_size=12,
)


@given(WISHES)
def test_never_in_quiet_hours_and_never_early(wishes: list[Wish]) -> None:
    for wish, permit in zip(wishes, allot(wishes, {}), strict=True):
        assert permit.moment >= wish.moment
        if wish.firm in (Firm.DAY, Firm.WORKING):
            local = permit.moment.astimezone(wish.recipient.zone).time()
            assert not wish.recipient.habits.is_quiet(local)


@given(READERS, st.lists(st.sampled_from([Priority.ALERT, Priority.REMINDER, Priority.BROADCAST]), max_size=9))
def test_no_day_gets_more_than_wanted_and_the_order_is_kept(reader: Recipient, priorities: list[Priority]) -> None:
    wishes = [Wish(reader, at("2026-03-03 10:00"), Firm.DAY, priority) for priority in priorities]
    permits = allot(wishes, {})
    told = [wish for wish, permit in zip(wishes, permits, strict=True) if not permit.bundled]
    counted = [wish for wish in told if wish.counts]
    held = [wish for wish, permit in zip(wishes, permits, strict=True) if permit.bundled]
    assert len(counted) <= reader.habits.a_day
    assert not held or max(wish.priority for wish in told) <= min(wish.priority for wish in held)
    days = {local_day(permit.moment, reader.zone) for permit in permits if not permit.bundled}
    assert len(days) <= 1

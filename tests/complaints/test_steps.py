"""Where steps lead a complaint, as a table; and what its clock says."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from sales.care.habits import Span
from sales.company_settings import CompanySettings
from sales.complaint_clocks import WorkingTime, clock_of, working_time
from sales.complaints import Standing, State, Step, Taken, allows, standing
from sales.kinds import Severity

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
ANNA, BORIS = 1, 2
SHANGHAI = ZoneInfo("Asia/Shanghai")
WORKING = WorkingTime(Span(time(9), time(18)), SHANGHAI, 8)

# What each step makes of a complaint that stands there; - it leads nowhere.
LEADS = """
            open      promised  reopened  resolved  closed
take        open      promised  reopened  resolved  -
promise     promised  promised  promised  -         -
answer      open      promised  reopened  -         -
resolve     resolved  resolved  resolved  -         -
close       closed    closed    closed    closed    -
reopen      -         -         -         reopened  reopened
join        open      promised  reopened  reopened  -
"""
_HEAD, *_ROWS = (line.split() for line in LEADS.strip().splitlines())
EXPECTED = {(row[0], state): leads for row in _ROWS for state, leads in zip(_HEAD, row[1:], strict=True)}
WAYS: dict[str, tuple[Step, ...]] = {
    "open": (),
    "promised": (Step.PROMISE,),
    "reopened": (Step.RESOLVE, Step.REOPEN),
    "resolved": (Step.RESOLVE,),
    "closed": (Step.CLOSE,),
}


def steps(*which: Step) -> list[Taken]:
    return [Taken(step, NOON + timedelta(minutes=n), ANNA, day=date(2026, 3, 3)) for n, step in enumerate(which)]


@pytest.mark.parametrize(("step", "state"), list(product(Step, State)))
def test_where_a_step_leads(step: Step, state: State) -> None:
    before, leads = steps(*WAYS[state]), EXPECTED[step, state]
    assert standing(before).state is state
    assert allows(state, step) is (leads != "-")
    assert standing([*before, *steps(step)]).state == (state if leads == "-" else leads)


def test_who_has_it_keeps_it_through_a_reopening() -> None:
    taken = Taken(Step.TAKE, NOON, BORIS, holder=BORIS)
    assert standing([taken, *steps(Step.CLOSE, Step.REOPEN)]).holder == BORIS


def test_news_after_an_answer_opens_it_again_and_winds_the_clock() -> None:
    now = standing(steps(Step.ANSWER, Step.JOIN))
    assert (now.state, now.answered, now.since) == (State.REOPENED, False, NOON + timedelta(minutes=1))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("told", "severity", "warned", "over"),
    [
        pytest.param("2026-03-02T10:00", Severity.HIGH, "2026-03-02T11:00", "2026-03-02T12:00", id="grave"),
        pytest.param("2026-03-02T10:00", Severity.NORMAL, "2026-03-02T14:00", "2026-03-02T18:00", id="to the minute"),
        pytest.param("2026-03-02T10:00", Severity.LOW, "2026-03-03T13:00", "2026-03-04T16:00", id="slight"),
        pytest.param("2026-03-02T10:00", None, "2026-03-02T14:00", "2026-03-02T18:00", id="nobody knows how grave"),
        pytest.param("2026-03-06T17:00", None, "2026-03-09T12:00", "2026-03-09T16:00", id="over a weekend"),
        pytest.param("2026-02-27T15:20", None, "2026-02-28T10:20", "2026-02-28T14:20", id="a Saturday made up for"),
        pytest.param("2026-09-30T17:00", None, "2026-10-08T12:00", "2026-10-08T16:00", id="over the golden week"),
        pytest.param("2026-03-02T23:00", None, "2026-03-03T13:00", "2026-03-03T17:00", id="told at night"),
    ],
)
def test_the_clock_counts_working_time(told: str, severity: Severity | None, warned: str, over: str) -> None:
    clock = clock_of(Standing(), at(told), severity, WORKING)
    assert clock is not None
    assert (clock.warn_at, clock.answer_by) == (at(warned), at(over))


@pytest.mark.parametrize(("grade", "over"), [("A", "14:00"), ("B", "18:00"), ("C", "18:00"), (None, "18:00")])
def test_the_class_of_the_customer_drives_the_clock(grade: str | None, over: str) -> None:
    settings = CompanySettings(clocks={"A": 50, "B": 100})
    clock = clock_of(Standing(), at("2026-03-02T10:00"), None, working_time(settings, SHANGHAI, grade))
    assert clock is not None
    assert clock.answer_by == at(f"2026-03-02T{over}")


@pytest.mark.parametrize(
    ("moment", "made", "warned", "over"),
    [
        pytest.param(None, "2026-03-02T10:00", "2026-03-03T09:00", "2026-03-03T18:00", id="for a day"),
        pytest.param(None, "2026-03-03T20:00", "2026-03-03T22:00", "2026-03-04T00:00", id="for today, late"),
        pytest.param("2026-03-03T15:00", "2026-03-02T10:00", "2026-03-03T14:00", "2026-03-03T15:00", id="with a time"),
        pytest.param("2026-03-03T15:00", "2026-03-03T14:40", "2026-03-03T14:40", "2026-03-03T15:00", id="in minutes"),
    ],
)
def test_a_promise_has_a_clock_of_its_own(moment: str | None, made: str, warned: str, over: str) -> None:
    promised = Taken(Step.PROMISE, at(made), ANNA, day=date(2026, 3, 3), moment=at(moment) if moment else None)
    clock = clock_of(standing([promised]), NOON, None, WORKING)
    assert clock is not None
    assert (clock.warn_at, clock.answer_by) == (at(warned), at(over))


@pytest.mark.parametrize("ended", [Step.ANSWER, Step.RESOLVE, Step.CLOSE])
def test_an_answer_stops_the_clock(ended: Step) -> None:
    assert clock_of(standing(steps(ended)), NOON, None, WORKING) is None

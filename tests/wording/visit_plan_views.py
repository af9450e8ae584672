"""Whatever plans of visits may hold, wilder than any real one."""

from datetime import time
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from sales.moments import monday_of
from sales.people import Member
from sales.visit_plans.plan import PlanState, Stop, StopCard, TeamLine, TeamPlans, WeekPlan
from sales.visit_plans.reasons import Cause, Reason
from tests.wording.views import DAYS, IDS, VOICES, WORDS, many
from wording.cards.visit_plans import stop, team, week

_NUMBERS = st.integers(0, 10**6)
_REASONS = many(st.builds(Reason, st.sampled_from(Cause), _NUMBERS, _NUMBERS, st.none() | DAYS), 2)
_STOPS = st.builds(
    Stop,
    IDS,
    WORDS,
    DAYS,
    st.none() | IDS,
    st.none() | IDS,
    _REASONS,
    st.none() | st.times().map(lambda at: time(at.hour, at.minute)),
    visited=st.booleans(),
)
_MONDAYS = DAYS.map(monday_of)
_STATES = st.none() | st.sampled_from(PlanState)
_PLANS = st.builds(WeekPlan, IDS, WORDS, _MONDAYS, _STATES, many(_STOPS, 20), many(WORDS, 9), st.booleans())
_MEMBERS = st.builds(Member, IDS, WORDS, st.none(), st.just("en"), st.just(ZoneInfo("UTC")))
_LINES = st.builds(TeamLine, IDS, WORDS, _STATES, _NUMBERS, _NUMBERS)
_SAID = st.fixed_dictionaries({"week": _MONDAYS.map(str), "text": WORDS})
VISIT_PLAN_CARDS = {
    "visit_plan": st.one_of(
        st.builds(week.week, _PLANS, VOICES),
        st.builds(week.day, _PLANS, DAYS, VOICES),
        st.builds(week.empty, _PLANS, VOICES, works=st.booleans()),
    ),
    "visit_stop": st.builds(
        stop.stop, st.builds(StopCard, IDS, _MONDAYS, _STOPS, WORDS, st.booleans(), many(DAYS, 7)), VOICES
    ),
    "team_plans": st.builds(team.team, st.builds(TeamPlans, _MONDAYS, many(_LINES, 8), IDS, IDS), VOICES),
    "plan_comment": st.builds(team.comment, _MEMBERS, _MEMBERS, _SAID, VOICES),
}

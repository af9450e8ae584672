"""Whatever the hours of a member and what is coming for them may hold, for the properties of all cards."""

from datetime import time

from hypothesis import strategies as st

from sales.cards import Card
from sales.care.coming import Coming, ComingLine, Deliveries, Delivery, PausedLine, PlannedLine
from sales.care.habits import Habits, Span
from sales.care.hours import Hour
from sales.care.kinds import REMINDER_KINDS
from sales.care.unreached import Unreached
from tests.wording.care_views import CARE_VIEWS
from tests.wording.views import DAYS, IDS, MOMENTS, VOICES, WORDS, many
from wording.cards.coming import coming, coming_line, deliveries
from wording.cards.hours import hours, offer
from wording.cards.unreached import unreached

_KINDS = st.sampled_from(sorted(REMINDER_KINDS))
_HABITS = st.builds(
    Habits,
    agenda_at=st.times(),
    quiet=st.lists(st.builds(Span, st.times(), st.just(time(12))), max_size=3).map(tuple),
    workdays=st.frozensets(st.integers(1, 7), min_size=1),
    country=st.sampled_from([None, "", "CN", "XX"]),
    kinds=st.dictionaries(_KINDS, st.booleans()),
)
_PLANNED = st.builds(PlannedLine, IDS, WORDS, WORDS, st.none() | DAYS, st.none() | MOMENTS)
COMING_CARDS: dict[str, st.SearchStrategy[Card]] = {
    "hours": st.builds(hours, _HABITS, st.sampled_from(["", "kinds", *Hour]), VOICES),
    "kind_offer": st.builds(offer, _KINDS, VOICES),
    "unreached": st.builds(unreached, st.builds(Unreached, IDS, WORDS, many(_PLANNED, 9), IDS), VOICES),
    "coming": st.builds(
        coming,
        st.builds(
            Coming,
            many(_PLANNED | CARE_VIEWS, 8),
            many(st.builds(PausedLine, IDS, st.just("") | _KINDS, WORDS, st.none() | DAYS), 5),
            IDS,
            WORDS,
            st.integers(1, 9),
            st.booleans(),
        ),
        VOICES,
    ),
    "coming_line": st.builds(
        coming_line,
        st.builds(ComingLine, CARE_VIEWS, MOMENTS, st.sampled_from(["", "days", "pause", "deleted"]), IDS),
        VOICES,
    ),
    "deliveries": st.builds(
        deliveries,
        st.builds(
            Deliveries,
            many(
                st.builds(
                    Delivery,
                    st.sampled_from(["late", "follow_up"]) | _KINDS,
                    WORDS,
                    MOMENTS,
                    st.sampled_from(["pending", "done", "trouble", "uncertain", "parked", "withdrawn"]),
                    st.booleans(),
                    st.sampled_from(["", "done", "open"]),
                ),
                10,
            ),
            st.integers(1, 9),
            st.booleans(),
        ),
        VOICES,
    ),
}

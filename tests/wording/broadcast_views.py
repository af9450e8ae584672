"""Whatever words to a team may hold, for the properties of all cards."""

from hypothesis import strategies as st

from sales.broadcasts import BroadcastCard, DraftCard, SentCard, TeamReached
from tests.wording.views import IDS, MOMENTS, VOICES, WORDS, many
from wording.cards import broadcasts

_LINES = st.lists(WORDS, min_size=1, max_size=4).map("\n".join)
_TEAMS = st.builds(TeamReached, IDS, WORDS, st.integers(0, 300))
_NAMES = many(WORDS, 14)
BROADCAST_CARDS = {
    "broadcast_draft": st.builds(
        broadcasts.draft, st.builds(DraftCard, _LINES, _TEAMS, many(_TEAMS, 8), _NAMES, _NAMES), VOICES
    ),
    "broadcast": st.builds(
        broadcasts.broadcast,
        st.builds(BroadcastCard, IDS, WORDS, WORDS, _LINES, st.booleans(), st.booleans()),
        VOICES,
    ),
    "broadcast_sent": st.builds(
        broadcasts.sent,
        st.builds(
            SentCard,
            IDS,
            WORDS,
            _LINES,
            st.integers(0, 300),
            st.integers(0, 300),
            _NAMES,
            _NAMES,
            st.none() | MOMENTS,
        ),
        VOICES,
    ),
}

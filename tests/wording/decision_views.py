"""Whatever may wait for a manager's decision, for the properties of all cards."""

from hypothesis import strategies as st

from sales.digests import Claimed, LateAnswer
from sales.handovers import OPEN, Begun, HandOver
from tests.wording.views import IDS, MOMENTS, VOICES, WORDS, many
from wording.cards.digests import decisions

_NEEDS = st.builds(Claimed, IDS, WORDS, many(WORDS, 2)) | st.builds(LateAnswer, IDS, WORDS, MOMENTS)
_ABOUT = st.builds(HandOver, IDS, IDS, IDS, WORDS, st.sampled_from(sorted(OPEN)), MOMENTS, to_name=WORDS)
_WAITING = _NEEDS | st.builds(Begun, _ABOUT, WORDS)
DECISION_CARDS = {"decisions": st.builds(decisions.decisions, many(_WAITING, 40), st.integers(-1, 40), VOICES)}

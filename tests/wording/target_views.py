"""Whatever the views of targets may hold, wilder than any real one."""

from hypothesis import strategies as st

from sales.freshness import Weights
from sales.targets import TARGETED, OwnCard, Progress, Span, Standing, Target, TargetsCard, period_of
from tests.wording.views import DAYS, IDS, VOICES, WORDS, many
from wording.cards import targets

NUMBERS = st.integers(0, 10**15)
_TARGETS = st.builds(Target, st.sampled_from(TARGETED), st.sampled_from(Span), st.integers(1, 10**15), st.just("CNY"))
_PROGRESS = st.builds(
    lambda target, done, day: Progress(target, done, period_of(target.span, day), day), _TARGETS, NUMBERS, DAYS
)
STANDINGS = st.builds(Standing, IDS, WORDS, many(_PROGRESS, 12), many(st.tuples(st.sampled_from(TARGETED), NUMBERS), 6))
SMALL = st.integers(0, 40)
TARGET_CARDS = {
    "targets": st.builds(
        targets.targets,
        st.builds(TargetsCard, many(STANDINGS, 8), st.just("CNY"), st.none() | STANDINGS, SMALL, SMALL),
        VOICES,
    ),
    "me": st.builds(
        targets.me,
        st.builds(OwnCard, STANDINGS, st.just("CNY"), st.builds(Weights, SMALL, SMALL, SMALL), SMALL),
        VOICES,
    ),
}

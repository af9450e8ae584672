"""Whatever the views of merges and rulings may hold, wilder than any real one."""

from hypothesis import strategies as st

from sales.merging import OWNER, Difference, Half, Held, Merged, Preview, Side, What
from sales.rulings import Ruling, RulingState
from tests.wording.views import IDS, MOMENTS, VOICES, WORDS, many
from wording.cards import merging, ruling
from wording.cards.same_reach import same_reach

FIELDS = st.sampled_from(
    ["name", "grade", OWNER, "payment_terms", "birthday", "credit_limit", "own:Tier, of the fleet"]
)
HELD = st.builds(Held, WORDS, MOMENTS)
HALVES = st.builds(Half, IDS, WORDS, IDS, IDS, IDS)
WHAT = st.sampled_from(What)
MERGED = st.builds(Merged, IDS, WHAT, st.tuples(WORDS, WORDS), IDS, MOMENTS, st.none() | MOMENTS, st.booleans(), WORDS)
RULINGS = st.builds(
    Ruling,
    IDS,
    st.sampled_from(RulingState),
    WORDS,
    WORDS,
    WORDS,
    owner=st.none() | WORDS,
    said=WORDS,
    asked=st.none() | WORDS,
    decided_by=st.none() | WORDS,
    owner_shown=st.booleans(),
)
DUPLICATE_CARDS = {
    "merge": st.builds(
        merging.merge,
        st.builds(
            Preview,
            WHAT,
            HALVES,
            HALVES,
            many(st.builds(Difference, FIELDS, HELD, HELD), 30),
            st.dictionaries(FIELDS, st.sampled_from(Side)),
        ),
        VOICES,
    ),
    "merged": st.builds(merging.merged, MERGED, VOICES),
    "merges": st.builds(merging.merges, st.lists(MERGED, max_size=8), VOICES),
    "merge_pick": st.builds(merging.pick, WORDS, many(st.tuples(WHAT, IDS, IDS, WORDS), 30), VOICES),
    "same_reach": st.builds(same_reach, st.tuples(WORDS, WORDS, WORDS, WORDS), st.tuples(WHAT, IDS, IDS), VOICES),
    "claim": st.builds(ruling.claim, RULINGS, VOICES),
    "claimed": st.builds(ruling.claimed, RULINGS, VOICES),
    "ruling": st.builds(ruling.ruling, RULINGS, VOICES),
}

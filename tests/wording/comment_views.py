"""Whatever entries and what colleagues say of them may hold, for the properties of all cards."""

from hypothesis import strategies as st

from sales.comments import CommentCard, EntryCard, EntryPlace, Said
from tests.wording.views import ENTRIES, IDS, MOMENTS, VOICES, WORDS, many
from wording.cards import comments

PLACES = st.builds(EntryPlace, IDS, st.integers(0, 9))
_SAID = st.builds(Said, WORDS, st.just("") | WORDS, MOMENTS)
COMMENT_CARDS = {
    "entry": st.builds(
        comments.entry,
        st.builds(EntryCard, PLACES, ENTRIES, WORDS, MOMENTS, st.booleans(), st.booleans(), many(_SAID, 6)),
        VOICES,
    ),
    "comment": st.builds(
        comments.comment,
        st.builds(CommentCard, IDS, PLACES, ENTRIES, WORDS, st.just("") | WORDS, WORDS, st.booleans()),
        VOICES,
    ),
}

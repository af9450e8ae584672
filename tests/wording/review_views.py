"""Whatever the cards that a manager looks over may hold, for the properties of all cards."""

from hypothesis import strategies as st

from sales.card_reviews import CardQuestion, Reason, ReviewCard, ReviewLine, ReviewList, ReviewNews, Verdict
from sales.kinds import Kind
from sales.views import Last
from tests.wording.views import DAYS, IDS, VOICES, WORDS, many
from wording.cards import card_reviews

_LINES = st.builds(ReviewLine, IDS, IDS, WORDS, WORDS, st.sampled_from(Reason), st.none() | st.sampled_from(Verdict))
_FEW = st.integers(1, 9)
_LASTS = st.none() | st.builds(Last, st.sampled_from(Kind), DAYS, WORDS)
_DATED = many(st.tuples(DAYS, WORDS), 2)
_QUESTIONS = st.builds(CardQuestion, IDS, IDS, WORDS, WORDS, WORDS, WORDS, WORDS)
REVIEW_CARDS = {
    "review": st.builds(
        card_reviews.listed,
        st.builds(ReviewList, DAYS, many(_LINES, 8), IDS, st.integers(0, 40), _FEW, _FEW),
        st.none() | _LINES,
        VOICES,
    )
    | st.builds(
        card_reviews.one,
        st.builds(ReviewCard, _LINES, _LASTS, _DATED, _DATED, st.none() | DAYS, WORDS),
        DAYS,
        st.none() | _LINES,
        VOICES,
    ),
    "review_news": st.builds(
        card_reviews.news,
        st.builds(ReviewNews, WORDS, st.lists(WORDS, min_size=1, max_size=9).map(tuple)),
        VOICES,
    ),
    "card_question": st.builds(card_reviews.question, _QUESTIONS, VOICES),
    "card_answer": st.builds(card_reviews.answer, _QUESTIONS, VOICES),
}

"""Cards under pictures with whatever may stand in them."""

from hypothesis import strategies as st

from sales.cards import Card
from sales.order_book import Occasion
from sales.pictures.facts import AtRisk, CustomerCourse, Risks, Segmented, SegmentSum
from sales.question_views import AnswerCard
from sales.scores.rfm import Segment
from tests.papers.pictures.answer_samples import NAMES, NUMBERED
from tests.papers.pictures.digest_samples import DIGESTS
from tests.wording.views import DAYS, IDS, VOICES, WORDS, many
from wording.cards.pictures.answer_chart import chart_card as answered_chart_card
from wording.cards.pictures.digest_picture import picture_card
from wording.cards.pictures.risk_plot import risk_card
from wording.cards.pictures.segment_map import map_card
from wording.cards.pictures.timeline import chart_card

_SUMS = st.integers(-(10**18), 10**18)
_ORDERS = many(st.builds(Occasion, DAYS, _SUMS, st.integers(0, 3)))
_COURSES = st.builds(
    CustomerCourse, IDS, WORDS, st.just("CNY"), DAYS, _ORDERS, many(DAYS), many(DAYS), st.none() | st.tuples(DAYS, DAYS)
)
_SEGMENTED = st.builds(
    Segmented, DAYS, st.just("JPY"), many(st.builds(SegmentSum, st.sampled_from(Segment), st.integers(0), _SUMS))
)
_NAMED = st.lists(st.builds(AtRisk, IDS, WORDS, st.floats(0, 1), _SUMS), max_size=10).map(tuple)
_RISKS = st.builds(
    Risks, DAYS, st.just("CNY"), _NAMED, many(st.tuples(st.floats(0, 1), st.integers(1))), st.integers(0, 10**6)
)

PICTURE_CARDS: dict[str, st.SearchStrategy[Card]] = {
    "chart": st.builds(chart_card, _COURSES, VOICES),
    "segment_map": st.builds(map_card, st.none() | _SEGMENTED, VOICES),
    "answer_chart": st.builds(
        lambda numbers, day, voice: answered_chart_card(AnswerCard(numbers, NAMES, day), numbers, voice),
        st.sampled_from([*NUMBERED.values()]),
        DAYS,
        VOICES,
    ),
    "digest_picture": st.builds(picture_card, st.sampled_from([*DIGESTS.values()]), VOICES),
    "risk_plot": st.builds(risk_card, st.none() | _RISKS, VOICES),
}

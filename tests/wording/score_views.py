"""Cards of scores with whatever may stand in them."""

from hypothesis import strategies as st

from sales.cards import Card
from sales.customers import Customer
from sales.exchange import Rate
from sales.money import Money
from sales.rate_views import RatesCard
from sales.scores.abc import ClassReason, Grade
from sales.scores.credit_advice import Credit, Debt, credit_advice
from sales.scores.fared import Answer as Told
from sales.scores.fared import Fared, Looked, Tally
from sales.scores.lifetime_value import LifetimeReason, Terms
from sales.scores.loyalty import Loyalty, Part, PartReason
from sales.scores.rating import Answer, Asked, Criterial, Criterion, rating
from sales.scores.rating_round import RatingRound
from sales.scores.rfm import RfmReason
from sales.scores.score_card import Night, Score, ScoreCard
from sales.scores.stage_reasons import StageReason
from tests.wording.views import DAYS, IDS, VOICES, WORDS, many
from wording.cards.rates import rates
from wording.cards.scores.card import score_card
from wording.cards.scores.fared import fared
from wording.cards.scores.rating_round import rating_round

_SUMS = st.builds(Money, st.integers(-(10**15), 10**15), st.sampled_from(["CNY", "JPY"]))
_SHARES = st.floats(0, 1)
_COUNTS = st.integers(0, 10_000)
_CUSTOMERS = st.builds(Customer, IDS, WORDS, WORDS, st.none() | IDS)
_CLASSES = st.builds(ClassReason, st.sampled_from([None, "A", "C"]), _COUNTS, _COUNTS, _SHARES, _SHARES)
_NIGHTS = st.builds(
    Night,
    DAYS,
    st.just("CNY"),
    st.builds(Grade, st.sampled_from([None, "A"]), st.booleans(), _CLASSES),
    st.none() | st.builds(RfmReason),
    st.builds(StageReason, lost=st.none() | _SHARES, growth=st.none() | st.floats(0, 1_000)),
    st.builds(
        LifetimeReason,
        st.none() | _COUNTS,
        _COUNTS,
        _COUNTS,
        st.floats(0, 99),
        _COUNTS,
        _COUNTS,
        _COUNTS,
        st.just(Terms()),
    ),
)
_PARTS = st.builds(PartReason, st.sampled_from(Part), st.none() | _SHARES, _COUNTS)
_LOYALTY = st.builds(Loyalty, st.sampled_from([None, "loyal", "none"]), st.none() | _COUNTS, _COUNTS, many(_PARTS))
_VALUES = st.none() | st.builds(Criterial, st.sampled_from(Criterion), st.integers(1, 5), st.just(1), st.none() | DAYS)
_RATINGS = st.dictionaries(st.sampled_from(Criterion), _VALUES).map(rating)
_ADVICE = st.builds(
    Credit, st.builds(Debt, _SUMS, _SUMS, _COUNTS), st.none() | _SUMS, _SUMS, growth=st.none() | st.floats(0, 99)
).map(credit_advice)
ANSWERS = st.builds(Answer, st.sampled_from(Asked), st.none() | st.integers(1, 5), DAYS)
RATES = st.builds(Rate, st.just("USD"), DAYS, st.decimals("1e-9", 10**6, allow_nan=False))
UNPRICED = st.tuples(st.just("THB"), _COUNTS)
_TALLIES = st.builds(Tally, _COUNTS, _COUNTS, _SHARES, st.none() | st.floats(-900, 900))
SCORE_CARDS: dict[str, st.SearchStrategy[Card]] = {
    "scores": st.builds(
        score_card,
        st.builds(
            ScoreCard,
            _CUSTOMERS,
            _LOYALTY,
            _RATINGS,
            st.none() | _NIGHTS,
            st.none() | _ADVICE,
            st.none() | st.sampled_from(Score),
            st.booleans(),
        ),
        VOICES,
    ),
    "fared": st.builds(
        fared,
        st.builds(
            Fared,
            st.none()
            | st.builds(Looked, DAYS, st.none() | DAYS, st.none() | DAYS, st.none() | DAYS, st.integers(1, 9)),
            _TALLIES,
            _TALLIES,
            st.dictionaries(st.sampled_from(Told), _COUNTS),
            st.dictionaries(st.sampled_from("ABC"), _COUNTS),
        ),
        VOICES,
    ),
    "rates": st.builds(
        rates,
        st.builds(RatesCard, st.just("CNY"), many(RATES, 8), _COUNTS, many(UNPRICED, 9), st.none() | RATES),
        VOICES,
    ),
    "rating": st.builds(
        rating_round,
        st.builds(RatingRound, _CUSTOMERS, st.none() | st.sampled_from(Asked), _RATINGS, st.none() | st.integers(1, 5)),
        VOICES,
    ),
}

"""Answers to questions with whatever may stand in them."""

from hypothesis import strategies as st

from sales.cards import Card
from sales.complaint_views import BoardLine
from sales.complaints import State
from sales.kinds import Category, Sentiment, Severity
from sales.measures import By, Measure, Period, Tally
from sales.money import Money
from sales.question_views import AnswerCard, Debt, Debts, Figure, NearCard, Numbers, OpenComplaints
from sales.questions import MOST_NEAR, Complaining, Counting, Listing, Owing, Question
from storage.questions.debts import MOST_DEBTS
from storage.questions.numbers import MOST_DAYS, MOST_FIGURES
from tests.wording.segment_views import NAMES, SEGMENTS
from tests.wording.views import DAYS, IDS, MOMENTS, VOICES, WORDS, many
from wording.cards.answers import answer, near

_PERIODS = st.builds(Period, DAYS, DAYS)
_CATEGORIES = st.none() | st.sampled_from(Category)
_TALLIES = st.builds(
    Tally,
    st.sampled_from(Measure),
    _PERIODS,
    st.sampled_from(By),
    SEGMENTS,
    st.none() | st.frozensets(st.integers(1, 9), min_size=1, max_size=4),
    _CATEGORIES,
    st.none() | st.sampled_from(Sentiment),
)
_COUNTING = st.builds(Counting, _TALLIES, st.none() | _PERIODS)
_COMPLAINING = st.builds(Complaining, SEGMENTS, _CATEGORIES, st.integers(0, 10**4))
_OWING = st.builds(Owing, SEGMENTS, st.integers(0, 10**4))
_QUESTIONS: st.SearchStrategy[Question] = st.one_of(_COUNTING, st.builds(Listing, SEGMENTS), _COMPLAINING, _OWING)
_NUMBERS_OF = st.integers(-(10**12), 10**12)
_KEYS = {By.CATEGORY: st.sampled_from([one.value for one in Category])}
_IDS = frozenset({By.REP, By.TEAM, By.CUSTOMER})
_IN_TIME = frozenset({By.DAY, By.WEEK, By.MONTH})


def _keys(by: By) -> st.SearchStrategy[str]:
    if by in _IDS:
        return st.integers(1, 9).map(str)
    return DAYS.map(lambda day: day.isoformat()) if by in _IN_TIME else _KEYS.get(by, WORDS)


@st.composite
def _numbers(draw: st.DrawFn) -> Numbers:
    question = draw(_COUNTING)
    by = question.tally.by
    before = _NUMBERS_OF if question.against else st.none()
    figure = st.builds(Figure, st.none() | _keys(by), _NUMBERS_OF, before)
    most = MOST_DAYS if by in _IN_TIME else MOST_FIGURES
    figures = () if by is By.NOTHING else tuple(draw(st.lists(figure, max_size=most)))
    named = draw(st.dictionaries(st.integers(1, 5), WORDS)) if by is By.CUSTOMER else None
    total = draw(st.none() | st.builds(Figure, st.none(), _NUMBERS_OF, before))
    currency = draw(st.sampled_from(["CNY", "JPY", "XXX"]))
    return Numbers(question, total, currency, figures, draw(st.integers(len(figures), 10**5)), named)


_MONEY = st.builds(Money, st.integers(0, 10**15), st.sampled_from(["CNY", "USD", "JPY"]))
_OWED = st.lists(st.builds(Debt, IDS, WORDS, _MONEY, st.integers(0, 10**4)), max_size=MOST_DEBTS).map(tuple)
_DEBTS = st.builds(Debts, _OWING, _MONEY, st.integers(8, 10**5), _OWED)
_LINES = st.lists(
    st.builds(
        BoardLine,
        id=IDS,
        customer=WORDS,
        on=DAYS,
        text=WORDS,
        severity=st.none() | st.sampled_from(Severity),
        state=st.sampled_from(State),
        answer_by=st.none() | MOMENTS,
        late=st.just(value=False),
        taken_by=st.none() | WORDS,
    ),
    max_size=8,
).map(tuple)
_OPEN = st.builds(OpenComplaints, _COMPLAINING, st.integers(8, 10**5), _LINES)
_ANSWERS = st.builds(AnswerCard, st.one_of(_numbers(), _DEBTS, _OPEN), NAMES, DAYS)
_NEAR = st.builds(
    NearCard, st.lists(_QUESTIONS, max_size=MOST_NEAR).map(tuple), NAMES, many(WORDS), st.booleans(), st.booleans()
)

QUESTION_CARDS: dict[str, st.SearchStrategy[Card]] = {
    "book_answer": st.builds(answer, _ANSWERS, VOICES),
    "book_near": st.builds(near, _NEAR, VOICES),
}

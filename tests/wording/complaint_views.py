"""Whatever complaints may hold, for the properties of all cards."""

from hypothesis import strategies as st

from sales.cards import Card
from sales.comments import EntryPlace
from sales.complaint_views import Board, BoardLine, CauseWeek, Only
from sales.complaints import Cause, Remedy, State
from sales.kinds import Severity
from sales.views import ComplaintAlert, ComplaintNews
from tests.wording.views import DAYS, ENTRIES, IDS, MOMENTS, VOICES, WORDS, many
from wording.cards.complaint import complaint, news
from wording.cards.complaint_board import board
from wording.cards.complaint_causes import causes

_ALERTS = st.builds(
    ComplaintAlert,
    IDS,
    ENTRIES,
    WORDS,
    MOMENTS,
    WORDS,
    passed_on=st.booleans(),
    promised=st.none() | DAYS,
    promised_at=st.none() | MOMENTS,
    taken_by=st.none() | WORDS,
    undone=st.booleans(),
    severity=st.none() | st.sampled_from(Severity),
    state=st.sampled_from(State),
    answer_by=st.none() | MOMENTS,
    cause=st.none() | st.sampled_from(Cause),
    remedy=st.none() | st.sampled_from([remedy.value for remedy in Remedy]),
    remark=st.none() | WORDS,
    news=many(ENTRIES),
    step=st.none() | IDS,
    asks=st.sampled_from(["", "day", "cause", "remedy"]),
    listed=st.sampled_from(["", "open", "late", "mine"]),
    now=st.none() | MOMENTS,
    given=st.none() | st.builds(EntryPlace, IDS, IDS),
)
_LINES = st.builds(
    BoardLine,
    IDS,
    WORDS,
    DAYS,
    WORDS,
    st.none() | st.sampled_from(Severity),
    st.sampled_from(State),
    answer_by=st.none() | MOMENTS,
    late=st.booleans(),
    taken_by=st.none() | WORDS,
)
_FEW = st.integers(1, 9)
_WEEKS = st.builds(
    CauseWeek,
    DAYS,
    IDS,
    IDS,
    IDS,
    IDS,
    st.integers(0, 99),
    st.dictionaries(st.sampled_from([cause.value for cause in Cause]), IDS),
    st.dictionaries(st.sampled_from([remedy.value for remedy in Remedy]), IDS),
)
COMPLAINT_CARDS: dict[str, st.SearchStrategy[Card]] = {
    "complaint": st.builds(complaint, _ALERTS, VOICES),
    "complaint_news": st.builds(
        news, st.builds(ComplaintNews, IDS, ENTRIES, WORDS, WORDS, undone=st.booleans()), VOICES
    ),
    "complaints": st.builds(
        board, st.builds(Board, st.sampled_from(Only), _FEW, _FEW, IDS, IDS, many(_LINES, 8)), VOICES
    ),
    "complaint_causes": st.builds(causes, _WEEKS, VOICES),
}

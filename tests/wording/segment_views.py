"""Cards of segments with whatever may stand in them."""

from hypothesis import strategies as st

from sales.customers import Customer
from sales.fields import Field, FieldKind, Of
from sales.segment_offers import GROUPS
from sales.segment_views import Adding, Names, Saved, SegmentCard, SegmentPage
from sales.segments import Bought, Chosen, Condition, Deed, Done, Has, Lacks, Risk, Segment, Side, Sign, Silent, Unlike
from sales.since import Ever, From, Since, Stretch, This, Within
from tests.wording.views import DAYS, IDS, VOICES, WORDS, many
from wording.cards.segment import adding, segment, segments

_SINCE: st.SearchStrategy[Since] = st.one_of(
    st.builds(Within, st.integers(0, 10**6)),
    st.builds(This, st.sampled_from(Stretch)),
    st.builds(From, DAYS),
    st.just(Ever()),
)
_PLACED = st.sampled_from(["owner", "team"])
_FREE = st.sampled_from(["region", "tags", "own:tier", "own:gone", "grade", "stage"])
_NUMBERS = st.lists(IDS.map(str), min_size=1, max_size=3).map(tuple)
_CONDITIONS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Chosen, _PLACED, _NUMBERS),
    st.builds(Chosen, _FREE, many(WORDS)),
    st.builds(Unlike, _FREE, many(WORDS)),
    st.builds(Silent, st.sampled_from(Deed), _SINCE),
    st.builds(Done, st.sampled_from(Deed), _SINCE),
    st.builds(Bought, st.sampled_from(Side), st.integers(1, 10**15), st.sampled_from(["CNY", "JPY"])),
    st.builds(Risk, st.integers(1, 100)),
    st.builds(Has, st.sampled_from(Sign)),
    st.builds(Lacks, st.sampled_from(Sign)),
)
SEGMENTS = st.builds(Segment, st.lists(_CONDITIONS, max_size=8).map(tuple))
NAMES = st.builds(
    Names,
    st.dictionaries(st.integers(1, 5), WORDS, max_size=2),
    st.dictionaries(st.integers(1, 5), WORDS, max_size=2),
    WORDS.map(lambda label: {"own:tier": Field("own:tier", Of.CUSTOMER, FieldKind.TEXT, label=label)}),
)
_SAVED = st.builds(Saved, IDS, WORDS, SEGMENTS)
_CUSTOMERS = st.builds(Customer, IDS, WORDS, WORDS, st.none() | IDS)
_LINES = st.lists(st.tuples(_CUSTOMERS, st.none()), max_size=8).map(tuple)
_OFFERS = st.lists(st.text(min_size=1, max_size=40), max_size=16).map(tuple)


@st.composite
def _segment_cards(draw: st.DrawFn) -> SegmentCard:
    told = draw(SEGMENTS)
    lines = draw(_LINES)
    blamed = [(place, 3) for place in range(len(told.conditions))] if not lines else []
    page = SegmentPage(len(lines) and draw(st.integers(len(lines), 10**6)), lines, blamed)
    return SegmentCard(told, page, draw(NAMES), draw(st.none() | _SAVED), draw(many(WORDS)))


@st.composite
def _addings(draw: st.DrawFn) -> Adding:
    if draw(st.booleans()):
        return Adding("", GROUPS, (), draw(NAMES))
    offers = draw(_OFFERS)
    return Adding("region", offers, tuple(Chosen("region", (offer,)) for offer in offers), draw(NAMES))


SEGMENT_CARDS = {
    "segment": st.builds(segment, _segment_cards(), VOICES),
    "segment_adding": st.builds(adding, _addings(), VOICES),
    "segments": st.builds(segments, st.lists(_SAVED, max_size=20), VOICES),
}

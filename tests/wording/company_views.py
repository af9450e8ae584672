"""Whatever the views of teams, leaves, hand-overs, the set-up and the pool may hold, wilder than any real one."""

from hypothesis import strategies as st

from sales.absences import Absence, AbsenceState, LeaveCard, LeaveNews
from sales.cards import Card
from sales.company_settings import CompanySettings, Preset, SetupCard, Step, by_class
from sales.fields import GRADES
from sales.handovers import Giver, Going, HandOver, HandOverCard, Pack, PackLine, Stage
from sales.people import Place, Role
from sales.pool import PoolLine, PoolNews, PoolPage
from sales.teams import Colleague, TeamLine, TeamsCard
from tests.wording.views import DAYS, IDS, MOMENTS, MONEY, VOICES, WORDS, many
from wording.cards import handover, leave, pack, pool, setup, teams
from wording.voice import Voice

SMALL = st.integers(0, 40)
ABSENCES = st.builds(
    Absence, IDS, IDS, WORDS, DAYS, DAYS, st.sampled_from(AbsenceState), cover=st.none() | IDS, cover_name=WORDS
)
HAND_OVERS = st.builds(
    HandOver,
    IDS,
    IDS,
    IDS,
    WORDS,
    st.sampled_from(Stage),
    MOMENTS,
    to=st.none() | IDS,
    to_name=WORDS,
    leaves=st.booleans(),
    chosen=many(IDS, 9),
)
HANDED = st.builds(
    HandOverCard,
    HAND_OVERS,
    st.builds(Going, SMALL, SMALL, SMALL, SMALL),
    SMALL,
    SMALL,
    SMALL,
    many(st.tuples(IDS, WORDS, st.booleans()), 8),
    many(st.tuples(IDS, WORDS), 12),
    st.none() | MOMENTS,
)
PACK_LINES = st.builds(
    PackLine,
    IDS,
    WORDS,
    st.none() | WORDS,
    SMALL,
    SMALL,
    promised=st.none() | DAYS,
    birthday=st.none() | DAYS,
    person=WORDS,
    debt=st.none() | MONEY,
)
POOL_LINES = st.builds(PoolLine, IDS, WORDS, st.none() | st.sampled_from(GRADES), WORDS, st.none() | DAYS)
SETTINGS = st.builds(CompanySettings, st.none() | WORDS, cadence=st.just(by_class(1, 2, 3)), pool_after=st.just({}))
TEAM_LINES = st.builds(TeamLine, IDS, WORDS, st.integers(0, 9), SMALL, SMALL, many(WORDS, 5))
ROLES = st.frozensets(st.sampled_from(Role))
COLLEAGUES = st.builds(Colleague, IDS, WORDS, ROLES, SMALL)
PLACES = st.builds(Place, st.sampled_from(Role), IDS, st.just(frozenset[int]()))


def pool_told(view: PoolNews, voice: Voice) -> Card:
    card = pool.news(view, voice)
    assert card is not None
    return card


COMPANY_CARDS: dict[str, st.SearchStrategy[Card]] = {
    "leave": st.builds(
        leave.leave,
        st.builds(LeaveCard, ABSENCES, st.booleans(), many(st.tuples(IDS, WORDS), 9), st.booleans()),
        VOICES,
    ),
    "leaves": st.builds(leave.leaves, many(ABSENCES, 16), VOICES),
    "leave_news": st.builds(
        leave.news,
        st.builds(
            LeaveNews,
            ABSENCES,
            st.sampled_from(["asked", "not_needed", "entered", "cancelled", "begins", "ends"]),
            IDS,
            SMALL,
            SMALL,
            SMALL,
            SMALL,
        ),
        VOICES,
    ),
    "givers": st.builds(handover.givers, many(st.builds(Giver, IDS, WORDS, SMALL, left=st.booleans()), 40), VOICES),
    "handover": st.builds(handover.handover, HANDED, VOICES),
    "handover_news": st.builds(handover.news, HANDED, VOICES, gave=st.booleans()),
    "handed_on": st.builds(handover.handed_on, WORDS, st.one_of(st.just(""), WORDS), VOICES),
    "pack": st.builds(
        pack.pack,
        st.builds(Pack, HAND_OVERS, WORDS, many(PACK_LINES, 20), st.integers(-1, 9), st.just(8), st.integers(0, 30)),
        VOICES,
    ),
    "pool": st.one_of(
        st.builds(pool.pool, st.builds(PoolPage, SMALL, SMALL, SMALL, many(POOL_LINES, 8)), VOICES),
        st.builds(pool.several, many(POOL_LINES, 8), VOICES),
        st.builds(pool.one, POOL_LINES, VOICES, page=SMALL, own=st.booleans()),
    ),
    "pool_news": st.builds(
        pool_told,
        st.builds(
            PoolNews, st.lists(st.tuples(POOL_LINES, DAYS), min_size=1, max_size=40).map(tuple), many(POOL_LINES, 40)
        ),
        VOICES,
    ),
    "setup": st.builds(
        setup.setup,
        st.builds(
            SetupCard,
            st.sampled_from(["", "preset", "change", *Step]),
            WORDS,
            st.sampled_from(["Asia/Shanghai", "UTC"]),
            SETTINGS,
            WORDS,
            st.none() | st.sampled_from(Preset),
        ),
        VOICES,
    ),
    "teams": st.builds(
        teams.teams,
        st.builds(
            TeamsCard,
            many(TEAM_LINES, 24),
            st.none() | TEAM_LINES,
            many(COLLEAGUES, 32),
            st.none() | COLLEAGUES,
            many(PLACES, 5),
            st.booleans(),
            st.booleans(),
            many(st.tuples(IDS, WORDS), 5),
        ),
        VOICES,
    ),
}

"""Whatever a digest may hold, wilder than any real one."""

from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from sales.care.habits import Habits
from sales.comments import EntryPlace
from sales.dealings import WinRate
from sales.digest_sections import Section
from sales.digests import (
    HOURS,
    Asked,
    BigOrder,
    Claimed,
    Digest,
    LateAnswer,
    Moved,
    Pace,
    Share,
    Theme,
    Work,
    kind_of,
    until,
)
from sales.freshness import Weights
from sales.kinds import Category, Kind
from sales.late_news import Evening, LateLine, LateNews
from sales.measures import Measure
from sales.money import Money
from sales.people import Member, Place, Role
from sales.talk_card import Ask, Praise, Praised, RepTalk, TalkCard, Wanting
from sales.targets import TARGETED
from sales.team_targets import Behind, TeamTargets
from sales.themes import Asker, ThemeAsked, ThemeDone, ThemeNews
from sales.views import BirthdayLine
from tests.wording.views import DAYS, IDS, MOMENTS, VOICES, WORDS, many
from wording.cards.digests import themes
from wording.cards.digests.by_rep import by_rep
from wording.cards.digests.digest import digest
from wording.cards.digests.group import group_digest, group_teams
from wording.cards.digests.late_news import late_news
from wording.cards.digests.schedule import schedule
from wording.cards.digests.talk_card import talk_card
from wording.cards.digests.talk_note import TalkNote, talk_note
from wording.cards.digests.talk_schedule import talk_schedule

_NUMBERS = st.integers(0, 10**15)
_COUNTS = st.dictionaries(st.sampled_from(Measure), _NUMBERS)
_WORK = st.builds(Work, WORDS, _COUNTS, _COUNTS)
_ASKED = st.builds(lambda pace, day: Asked(pace, until(pace, day)), st.sampled_from(Pace), DAYS)
_NEEDS = st.builds(LateAnswer, IDS, WORDS, MOMENTS) | st.builds(Claimed, IDS, WORDS, many(WORDS, 2))
_MOVED = st.builds(Moved, many(st.tuples(WORDS, WORDS), 3), _NUMBERS)
_SHARES = st.builds(Share, _NUMBERS, _NUMBERS)
_THEME = st.builds(Theme, st.sampled_from(Category), _NUMBERS, WORDS, st.none() | DAYS)
_MEASURES = st.sampled_from(TARGETED)
_BEHIND = st.builds(Behind, WORDS, _MEASURES, st.integers(0, 99))
_DIGESTS = st.builds(
    Digest,
    WORDS,
    _ASKED,
    st.just("CNY"),
    _WORK,
    teams=many(_WORK, 12),
    reps=many(_WORK, 40),
    needs=many(_NEEDS, 4),
    more_needs=_NUMBERS,
    late=_NUMBERS,
    big=st.none() | st.builds(BigOrder, WORDS, st.builds(Money, _NUMBERS, st.just("CNY")), WORDS),
    back=_MOVED,
    slipping=_MOVED,
    promises=_SHARES,
    deals=_SHARES,
    theme=st.none() | _THEME,
    overdue=_NUMBERS,
    birthdays=many(st.builds(BirthdayLine, DAYS, WORDS, WORDS), 4),
    silent=many(WORDS, 5),
    praised=st.none() | st.builds(EntryPlace, IDS, IDS),
    broken=_MOVED,
    sources=many(st.builds(WinRate, WORDS, _NUMBERS, _NUMBERS), 3),
    more_themes=many(_THEME, 3),
    targets=st.builds(TeamTargets, many(st.tuples(_MEASURES, _NUMBERS), 3), many(_BEHIND, 4), _NUMBERS),
    cards=st.builds(Weights, st.just(100), st.integers(0, 100), st.integers(0, 100)),
    sections=st.frozensets(st.sampled_from(Section)),
)
_THEMES = st.builds(
    ThemeDone,
    IDS,
    st.builds(lambda category, day: ThemeAsked(category, until(Pace.WEEK, day)), st.sampled_from(Category), DAYS),
    WORDS,
    many(WORDS, 9),
    st.booleans(),
)
_PLACES = st.none() | st.builds(EntryPlace, IDS, st.integers(0, 9))
_MONEY = st.none() | st.builds(Money, _NUMBERS, st.just("CNY"))
_MEASURES = st.sampled_from([Measure.VISITS, Measure.PAID])
_PRAISES = st.builds(
    Praise, st.sampled_from(Praised), IDS, WORDS, _NUMBERS, _NUMBERS, _MONEY, st.none() | _MEASURES, _PLACES
)
_ASKS = st.builds(
    Ask,
    st.sampled_from(Wanting),
    IDS,
    WORDS,
    _NUMBERS,
    st.none() | DAYS,
    st.none() | MOMENTS,
    WORDS,
    IDS,
    st.none() | _MEASURES,
    _PLACES,
)
_REPS = st.builds(RepTalk, IDS, WORDS, st.none() | _PRAISES, st.none() | _ASKS)
_TALKS = st.builds(TalkCard, DAYS, many(_REPS, 20), st.just(1), st.none() | _REPS)
_ASKERS = st.builds(Asker, IDS, WORDS, WORDS, st.sampled_from(["en", "zh"]))
_EVENINGS = st.builds(lambda day, at, sent: Evening(day, until(Pace.WEEK, day), at, sent), DAYS, MOMENTS, st.booleans())
_LATE = st.builds(LateLine, st.builds(EntryPlace, IDS, IDS), st.sampled_from(Kind), WORDS, WORDS)
_HABITS = st.builds(
    Habits,
    digest_at=st.sampled_from(HOURS),
    kinds=st.dictionaries(st.sampled_from([kind_of(pace) for pace in Pace]), st.booleans()),
)
_MEMBERS = st.builds(
    lambda roles: Member(1, "Ada", 1, "en", ZoneInfo("UTC"), tuple(Place(role, 1, frozenset({1})) for role in roles)),
    st.frozensets(st.sampled_from(Role)),
)
DIGEST_CARDS = {
    "digest": st.builds(digest, _DIGESTS, VOICES),
    "digest_reps": st.builds(by_rep, _DIGESTS, st.integers(-1, 9), VOICES),
    "talk_card": st.builds(talk_card, _TALKS, VOICES),
    "group_digest": st.builds(group_digest, _DIGESTS, VOICES),
    "group_teams": st.builds(group_teams, many(st.tuples(IDS, WORDS), 12), VOICES),
    "talk_note": st.builds(talk_note, st.builds(TalkNote, IDS, WORDS, st.just(0) | IDS, WORDS, WORDS), VOICES),
    "talk_schedule": st.builds(talk_schedule, st.builds(Habits), VOICES, comes=st.booleans()),
    "theme": st.builds(themes.done, _THEMES, VOICES),
    "theme_news": st.builds(themes.news, st.builds(ThemeNews, _THEMES, WORDS, many(_ASKERS, 6), _NUMBERS), VOICES),
    "late_news": st.builds(late_news, st.builds(LateNews, _EVENINGS, many(_LATE, 8), _NUMBERS), VOICES),
    "digest_schedule": st.builds(schedule, _HABITS, _MEMBERS, _ASKED, VOICES),
}

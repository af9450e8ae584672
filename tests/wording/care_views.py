"""Whatever the reminders of each kind may hold, for the properties of all cards."""

from typing import Any

from hypothesis import strategies as st

from sales.cards import Card
from sales.care.calendar import CalendarView
from sales.care.kinds import REMINDER_KINDS
from sales.care.views import CareView
from sales.customers import Stage
from sales.festivals import FESTIVALS
from sales.kinds import Kind
from sales.money import Money
from sales.scores.quiet import QuietKnown, QuietReason
from sales.scores.stage_reasons import LossCause, ReturnCause
from sales.silences import Silence, SilencePage
from sales.views import Last
from tests.wording.views import DAYS, IDS, MOMENTS, VOICES, WORDS, many
from wording.cards import told_lost
from wording.cards.calendar import calendar, calendar_enclosed
from wording.cards.care.celebrations import alone
from wording.cards.care.frame import care
from wording.cards.page_link import page_link
from wording.cards.silence_list import silence, silences

_STAGES = (
    *("due", "why", "done", "never", "answered", "sent", "skipped", "no_greetings", "moved", "withdrawn", "expired"),
    *("planned", "fine", "seasonal", "known", "lost", "because"),
)
_HANDED = ("handing", "handed")
"""Of kinds that can be handed on."""
_GREETED: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "name": WORDS,
        "phone": WORDS,
        "language": st.sampled_from(["en", "zh", ""]),
        "likes": WORDS,
        "said": WORDS,
        "met": st.just("") | DAYS.map(str),
        "age": st.none() | st.integers(-1, 120),
        "years": st.none() | st.integers(-1, 120),
        "birthday": st.sampled_from(["1980-10-17", "--04+-05"]),
        "calendar": st.sampled_from(["solar", "lunar", ""]),
    }
)
_WAITING: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"text": WORDS, "grave": st.booleans(), "answer_by": MOMENTS, "timed": st.booleans(), "manager": WORDS}
)
_TOLD = st.lists(st.tuples(DAYS, WORDS), max_size=2)
_OWED = st.lists(st.tuples(st.integers(1, 10**12), st.sampled_from(["SGD", "CNY", "JPY"])), max_size=2)
ABOUT: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    **dict.fromkeys(("birthday_gift", "birthday_eve", "birthday", "anniversary"), _GREETED),
    "anniversary": _GREETED
    | st.fixed_dictionaries(
        {
            "field": st.sampled_from(["partner_since", "founded"]),
            "since": DAYS.map(str),
            "years": st.integers(1, 200),
            "language": st.sampled_from(["en", "zh"]),
        }
    ),
    "festival": st.fixed_dictionaries(
        {"festival": st.sampled_from(sorted(FESTIVALS)), "count": IDS, "customers": st.tuples(WORDS, WORDS)}
    ),
    **dict.fromkeys(("promise", "complaint_clock"), _WAITING),
    "visit_brief": st.fixed_dictionaries(
        {
            "at": st.none() | st.times(),
            "contacts": WORDS,
            "phone": st.none() | WORDS,
            "complaints": _TOLD,
            "plans": _TOLD,
            "birthdays": many(st.tuples(DAYS, WORDS), 2),
            "overdue": _OWED,
        }
    ),
    "visit_outcome": st.fixed_dictionaries({"at": st.none() | st.times()}),
    "cadence": st.fixed_dictionaries(
        {"since": DAYS.map(str), "grade": st.none() | WORDS, "met": st.booleans()},
    ),
    "silent_prospect": st.fixed_dictionaries({"since": DAYS.map(str)}),
    "slipping": st.fixed_dictionaries(
        {
            "gap": st.none() | st.integers(1, 4000),
            "last": DAYS.map(str),
            "of_ten": st.none() | st.integers(0, 10),
            "within": st.none() | IDS,
            "lost": st.none() | st.floats(0, 1),
            "expected": st.none() | DAYS.map(str),
            "items": st.lists(st.tuples(WORDS, st.integers(1, 4000), DAYS.map(str)), max_size=2),
            "complaints": st.lists(st.tuples(DAYS.map(str), WORDS), max_size=2),
        }
    ),
    "won_back": st.fixed_dictionaries(
        {"ordered": DAYS.map(str), "lost_on": DAYS.map(str), "owner": WORDS, "asks": st.booleans()}
    ),
    "overdue_payment": st.fixed_dictionaries(
        {
            "sums": st.lists(st.tuples(IDS, st.sampled_from(["EUR", "JPY", "CNY"])), max_size=12),
            "invoices": IDS,
            "since": DAYS.map(str),
        }
    ),
    "after_order": st.fixed_dictionaries(
        {"ordered": DAYS.map(str), "after": st.sampled_from([3, 30]), "what": WORDS},
    ),
    "unanswered": st.fixed_dictionaries({"asks": WORDS})
    | st.fixed_dictionaries({"follow_up": IDS, "action": WORDS, "by": WORDS})
    | st.fixed_dictionaries({"comment": IDS, "action": WORDS, "by": WORDS}),
    "rating_due": st.fixed_dictionaries({"questions": IDS}),
    "card_review": st.fixed_dictionaries(
        {
            "count": IDS,
            "reps": st.lists(st.tuples(WORDS, IDS), max_size=5),
        }
    ),
    "agreement_ends": st.fixed_dictionaries({"kind": st.sampled_from(["quote", "contract"]), "title": WORDS}),
}


def _views(kind: str) -> st.SearchStrategy[CareView]:
    return st.builds(
        CareView,
        id=IDS,
        kind=st.just(kind),
        day=DAYS,
        stage=st.sampled_from((*_STAGES, *(_HANDED if "care_hand" in REMINDER_KINDS[kind].answers else ()))),
        customer=WORDS,
        customer_id=st.none() | IDS,
        last=st.none() | st.builds(Last, st.sampled_from(Kind), DAYS, WORDS),
        late=st.none() | MOMENTS,
        person=WORDS,
        choice=st.integers(0, 30),
        asks=st.sampled_from(["", "why", "until", "cause", "visit"]),
        was=st.booleans(),
        listed=st.booleans(),
        about=ABOUT[kind],
    )


_SILENCES = st.builds(
    Silence,
    customer=IDS,
    name=WORDS,
    owner=WORDS,
    stage=st.sampled_from([Stage.SLIPPING, Stage.LOST, Stage.WON_BACK]),
    gap=st.none() | st.integers(1, 4000),
    last=st.none() | DAYS,
    value=st.none() | st.builds(Money, st.integers(1, 10**14), st.sampled_from(["EUR", "JPY", "CNY"])),
    known=st.none() | st.builds(QuietKnown, st.sampled_from(QuietReason), DAYS, st.none() | DAYS, WORDS),
    cause=st.none() | st.sampled_from(LossCause) | st.sampled_from(ReturnCause),
    said_lost=st.booleans(),
    reminder=st.none() | IDS,
    about=st.just({}) | ABOUT["slipping"],
)
_PAGES = st.builds(
    SilencePage,
    page=IDS,
    pages=IDS,
    counts=st.dictionaries(st.sampled_from([Stage.SLIPPING, Stage.LOST, Stage.WON_BACK]), IDS),
    lines=st.lists(_SILENCES, max_size=8).map(tuple),
    teams=st.lists(st.tuples(IDS, WORDS), max_size=14).map(tuple),
    team=IDS,
    owners=st.booleans(),
)
CARE_VIEWS = st.one_of(*(_views(kind) for kind in REMINDER_KINDS))


ADDRESSES = st.sampled_from(["", f"https://rapport.example/calendar/{'a' * 43}.ics"])
CALENDARS = st.builds(CalendarView, st.booleans(), st.none() | MOMENTS, ADDRESSES)

PAGE_ADDRESSES = st.sampled_from(["", "http://127.0.0.1:8080", "https://rapport.example"])

CARE_CARDS: dict[str, st.SearchStrategy[Card]] = {
    "calendar": st.builds(calendar, CALENDARS, VOICES),
    "page": st.builds(page_link, PAGE_ADDRESSES, st.just("a" * 43), VOICES),
    "calendar_file": st.builds(lambda voice: Card(calendar_enclosed(voice)), VOICES),
    "silences": st.builds(silences, _PAGES, VOICES),
    "told_lost": st.one_of(
        st.builds(told_lost.asked, WORDS, IDS, VOICES),
        st.builds(told_lost.noted, WORDS, IDS, VOICES),
        st.builds(told_lost.kept, WORDS, VOICES),
    ),
    "silence": st.builds(silence, _SILENCES, st.just({"team": 0, "page": 1}), VOICES),
    "greeting": st.builds(alone, _views("birthday"), VOICES),
    **{kind: st.builds(care, _views(kind), VOICES) for kind in REMINDER_KINDS},
}

"""Whatever an import may show, for the properties of all cards."""

from hypothesis import strategies as st

from sales.cards import Card
from sales.import_views import Counts, ImportView
from sales.lists import Fault, FileFault, ListKind, Problem, Resembling, State
from wording.cards.importing import importing
from wording.cards.list_files import errors, exported
from wording.sentences import Said
from wording.voice import Voice

_WORDS = st.text(max_size=30) | st.sampled_from(["A" * 4_096, "钢" * 300, "\u202e\n" * 2_000, "", "<b>"])
_COUNT = st.integers(0, 200_000)
_PROBLEMS = st.lists(
    st.builds(
        Problem, _COUNT, st.sampled_from(["name", "phone", "own:x"]), st.sampled_from(Fault), _WORDS, other=_WORDS
    ),
    max_size=5,
).map(tuple)
_QUESTIONS = st.sampled_from(
    [None, ("kind", ""), ("column", "name"), ("column", "open"), ("days", "03/04/2026|2026-04-03|2026-03-04")]
)
_VIEWS = st.builds(
    ImportView,
    id=st.integers(1, 2**53),
    name=_WORDS,
    state=st.sampled_from(State),
    kind=st.none() | st.sampled_from(ListKind),
    headings=st.lists(_WORDS, max_size=200).map(tuple),
    columns=st.dictionaries(st.integers(0, 210), st.sampled_from(["name", "phone", "own:x"]), max_size=9),
    question=_QUESTIONS,
    fault=st.none() | st.sampled_from(FileFault),
    counts=st.builds(Counts, *[_COUNT] * 10),
    first=_PROBLEMS,
    overwrite=st.booleans(),
    resembling=st.none() | st.sampled_from(Resembling),
    undo_until=st.none() | st.datetimes(timezones=st.timezones()),
    kept=_COUNT,
    choosing=st.none() | st.integers(-1, 210),
)


def list_cards(voices: st.SearchStrategy[Voice]) -> dict[str, st.SearchStrategy[Card]]:
    return {
        "import": st.builds(importing, _VIEWS, voices),
        "import_errors": st.builds(_errors, _PROBLEMS, _WORDS, voices),
        "import_template": st.builds(lambda voice: Card(voice.say(Said.IMPORT_TEMPLATE)), voices),
        "paper": st.builds(lambda voice: Card(exported([("customers", 3), ("addresses", 1)], voice)), voices),
    }


def _errors(problems: tuple[Problem, ...], file: str, voice: Voice) -> Card:
    return Card(errors(problems, file, voice)[0])

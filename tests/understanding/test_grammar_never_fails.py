"""Says whatever the dates' grammar can put together, and reads it."""

from datetime import datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.dates.finding import find_dates, phrases
from understanding.dates.grammar import complete, read_line
from understanding.dates.policy import due, happened
from understanding.dates.when import Frame
from understanding.lexicon.shelf import LANGUAGES, shared, table
from understanding.spelling import plain

LINES: dict[str, list[str]] = shared("grammar")["rules"]
ROOTS = sorted(complete())
NOW = datetime.fromisoformat("2028-02-29T10:20")
FIGURES = {
    "n": ("3", "12", "15", "99", "0", "2.5", "100000", "ten", "两", "十"),
    **dict.fromkeys(("n_bare", "n_hour", "n_alone", "n_day", "n_min"), ("9", "31")),
    "ord": ("5th", "31st"),
    "theord": ("the 5th",),
    "said_min": ("thirty",),
    "yy": ("27", "98"),
    "year4": ("2027",),
    "hm": ("9:30", "25:00"),
    "hm_dot": ("7.30", "25.30"),
    "hhmm": ("0930",),
    "dt": ("2026-05-12t09:30",),
    "md": ("5/12", "2/30"),
    "md_han": ("5/12",),
    "md_dot": ("5.12",),
    "ymd": ("2027-05-12",),
    "ym": ("2026-05",),
    "my": ("5/2026",),
    "decade": ("1990s",),
    "frac": ("3/4",),
}
DEPTH = 4
WORDS = {
    language: {
        name: tuple(word for said in values.values() for word in said)
        for name, values in table(language, "dates").items()
        if isinstance(values, dict)
    }
    for language in LANGUAGES
}


def said(symbol: str, language: str, chance: Random, depth: int = DEPTH) -> str:
    """Some words for a symbol; what has none is left out."""
    some = [*FIGURES.get(symbol, ()), *WORDS[language].get(symbol, ())]
    told = [chance.choice(some)] if some else []
    if depth and symbol in LINES:
        rule = chance.choice(read_line(symbol, chance.choice(LINES[symbol])))
        told.append(
            (" " if language == "en" else "").join(said(one, language, chance, depth - 1) for one in rule.symbols)
        )
    return chance.choice(told) if told else ""


@given(st.integers(0, 10**9), st.sampled_from(LANGUAGES), st.sampled_from(ROOTS))
@settings(max_examples=1000, deadline=None)
def test_nothing_that_the_grammar_can_say_stops_the_reading(seed: int, language: str, root: str) -> None:
    text = said(root, language, Random(seed))  # noqa: S311 - no secret
    for one in phrases(plain(text)):
        due(one.read, Frame(NOW))
        happened(one.read, Frame(NOW, lean=-1))
    assert isinstance(find_dates(text, NOW), list)

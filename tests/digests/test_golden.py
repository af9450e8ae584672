"""How digests of a fixed book read, word by word, on one screen of a phone; the docs show the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sales.digests import Asked, Digest, LateAnswer, Pace, Work, until
from sales.measures import Measure
from storage.migrating import migrate
from storage.store import open_store
from tests.digests.golden import LANGUAGES, NOW, TODAY, cards, file_of, fill, text_of
from tests.wording.shown import ENGLISH
from wording.cards.digests.by_rep import by_rep
from wording.cards.digests.digest import SCREEN, digest
from wording.layout import on_a_screen

DOCS = Path(__file__).parents[2] / "docs" / "digests.md"
REPS = 200
MANY = Digest(
    whose="East",
    asked=Asked(Pace.DAY, until(Pace.DAY, TODAY)),
    currency="CNY",
    total=Work(now=dict.fromkeys(Measure, 10**9), before=dict.fromkeys(Measure, 10**9)),
    teams=tuple(Work(f"Team {number}", {Measure.VISITS: number}) for number in range(1, 13)),
    reps=tuple(Work(f"Rep {number}", {Measure.VISITS: number}) for number in range(1, REPS + 1)),
    needs=tuple(LateAnswer(number, f"Customer {number}", NOW) for number in range(4)),
    silent=tuple(f"Rep {number}" for number in range(REPS)),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """On one engine: what is counted is counted by others on both."""
    url = f"sqlite:///{tmp_path_factory.mktemp('golden')}/book.db"
    migrate(url)
    with open_store(url).transaction() as session:
        company = fill(session)
        for language in LANGUAGES:
            for card in cards(company, language):
                lines = card.text.splitlines()
                assert on_a_screen(lines, SCREEN) == lines
        return {language: text_of(company, language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_by_word(written: dict[str, str], language: str) -> None:
    assert written[language] == file_of(language).read_text("utf-8"), "run: python -m tests.digests.golden"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_docs_show_it(written: dict[str, str], language: str) -> None:
    first = written[language].split("\n\n")[0]
    assert "\n".join(f"    {line}" for line in first.splitlines()) in DOCS.read_text("utf-8")


def test_however_much_there_is_a_screen_is_enough_and_the_rest_is_a_tap_away() -> None:
    card = digest(MANY, ENGLISH)
    lines = card.text.splitlines()
    assert on_a_screen(lines, SCREEN) == lines
    assert "Show all" in [button.label for row in card.rows for button in row]
    whole = digest(MANY, ENGLISH, whole=True)
    assert whole.text.startswith(card.text)
    assert "Less" in [button.label for row in whole.rows for button in row]


def test_what_fits_needs_no_button() -> None:
    card = digest(replace(MANY, needs=(), teams=(), silent=()), ENGLISH)
    assert "Show all" not in [button.label for row in card.rows for button in row]


def test_a_week_that_has_just_begun_is_told_as_the_day_that_it_is() -> None:
    monday = replace(MANY, asked=Asked(Pace.WEEK, until(Pace.WEEK, date(2026, 3, 16))))
    assert digest(monday, ENGLISH).text.startswith("East, Mon 16 Mar: 4 need you")


def test_two_hundred_reps_stand_on_pages_each_once() -> None:
    found = [line.partition(":")[0] for page in range(1, 18) for line in by_rep(MANY, page, ENGLISH).text.splitlines()]
    assert sorted(name for name in found if name.startswith("Rep ")) == sorted(work.name for work in MANY.reps)
    assert [name for name in found if name.startswith("Team ")] == [f"Team {number}" for number in range(6, 13)]

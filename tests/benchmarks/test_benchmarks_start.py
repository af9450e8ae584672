"""Benchmarks of understanding start with a tiny set, and say so when a set or a library is not there."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from benchmarks import understanding_dates, understanding_directory, understanding_messages
from benchmarks.baseline_customers import SCORERS, Names
from benchmarks.baseline_dates import LIBRARIES, Library
from benchmarks.baseline_messages import NEEDED, read_by_keywords

NAMES = ["Acme Tools Ltd", "Globex Marine", "恒大钢铁有限公司"]
VISIT: dict[str, object] = {"kind": "visit", "customer": NAMES[0], "on": "2026-03-02", "contacts": [], "amount": None}
MESSAGE = {
    "id": "1",
    "lang": "en",
    "text": "Visited Acme Tools today",
    "at": "2026-03-02T10:00:00+08:00",
    "default_currency": "USD",
    "customers": NAMES,
    "expect": {"entries": [VISIT], "follow_ups": [], "facts": [], "ask": None},
}
JUDGE = """
class Tally:
    def rows(self):
        yield "exact", 1.0, 1

def score(gold, got, tally):
    return [] if gold["entries"][0]["kind"] == got["entries"][0]["kind"] else ["entries"]

def right(gold, found):
    return any(one["start"].startswith(gold["day"]) for one in found)
"""
PHRASES = {
    "en": {"text": "call me on 12 March 2026", "day": "2026-03-12"},
    "zh": {"text": "2026年3月12日打电话", "day": "2026-03-12"},
}
NOW = datetime(2026, 3, 2, 10)  # noqa: DTZ001 - local time without a zone, as the suites give it


def written(path: Path, *lines: object) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "score.py").write_text(JUDGE, encoding="utf-8")
    for name in ("LABELLED", "DATES"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


@pytest.fixture
def nothing_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LABELLED", "DATES", "ANSWERS"):
        monkeypatch.delenv(name, raising=False)


def test_messages_are_judged_by_the_judge_of_their_set(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(shared / "dev.jsonl", MESSAGE)
    understanding_messages.main()
    told = capsys.readouterr().out
    assert "1 messages: dev.jsonl" in told
    assert "whole messages right      .85    1.00" in told


def test_messages_read_by_other_models_are_judged_too(
    shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written(shared / "dev.jsonl", MESSAGE)
    written(shared / "train-a.jsonl", MESSAGE)
    (answers := shared / "answers").mkdir()
    written(answers / "train-a.jsonl", {"id": "1", "entries": [VISIT]})
    monkeypatch.setenv("ANSWERS", str(answers))
    understanding_messages.main()
    assert "1 messages: train-*.jsonl, by models that did not learn" in capsys.readouterr().out


@pytest.mark.usefixtures("nothing_shared")
def test_without_the_set_our_own_messages_are_a_sanity_figure(capsys: pytest.CaptureFixture[str]) -> None:
    understanding_messages.main()
    told = capsys.readouterr().out
    assert "LABELLED is not set" in told
    assert "THE MODELS LEARNED" in told


def test_dates_are_judged_by_the_judge_of_their_set(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language, phrase in PHRASES.items():
        expected = [{"day": phrase["day"], "core": True}]
        line = {"text": phrase["text"], "now": NOW.isoformat(), "expected": expected, "source": "ours"}
        written(shared / f"dev_{language}.jsonl", line, line)
    understanding_dates.main()
    rows = [row for row in capsys.readouterr().out.splitlines() if row.startswith("  Rapport")]
    assert [row.split()[1:3] for row in rows] == [["1.00", "1.00"]] * 2


@pytest.mark.usefixtures("nothing_shared")
def test_without_the_set_sentences_without_a_date_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    understanding_dates.main()
    told = capsys.readouterr().out
    assert "DATES is not set" in told
    assert "sentences without a date" in told


@pytest.mark.filterwarnings("ignore")  # what a library warns about is its own business
@pytest.mark.parametrize(
    ("library", "language"),
    [(one, language) for one in LIBRARIES for language in one.languages],
    ids=lambda one: one.module if isinstance(one, Library) else one,
)
def test_a_library_finds_a_plain_date(library: Library, language: str) -> None:
    if not library.installed:
        pytest.skip("only make bench installs it")
    phrase = PHRASES[language]
    found = library.find(phrase["text"], NOW, language)
    assert any(str(one["start"]).startswith(phrase["day"]) for one in found)


@pytest.mark.filterwarnings("ignore")  # what a library warns about is its own business
def test_the_baseline_reads_a_plain_message() -> None:
    for name in NEEDED:
        pytest.importorskip(name)
    found = read_by_keywords(
        MESSAGE | {"text": "Visited Acme Tools, they paid $1,200. Will call them on 12 March 2026"}
    )
    assert {(one["kind"], one["customer"]) for one in found["entries"]} >= {("visit", NAMES[0]), ("payment", NAMES[0])}
    assert {one["amount"]["value"] for one in found["entries"] if one["amount"]} == {1200.0}
    assert [one["due"] for one in found["follow_ups"]] == ["2026-03-12"]


@pytest.mark.parametrize("scorer", SCORERS.values(), ids=SCORERS)
def test_the_baseline_of_customers_finds_two_names(scorer: object) -> None:
    assert callable(scorer)
    meant, shown = Names(NAMES, scorer).found("met acme tools ltd and globex marine at the fair")
    assert meant == {0, 1}
    assert shown == {0, 1, 2}


def test_a_small_directory_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    understanding_directory.measure(understanding_directory.CHANGED)
    assert "rapidfuzz partial_ratio" in capsys.readouterr().out

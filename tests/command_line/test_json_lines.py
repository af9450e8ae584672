"""`rapport parse` and `rapport dates`: a line in, a line out."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.command_line.conftest import Rapport

GOOD = {
    "id": "en-1",
    "text": "Visited Acme this morning, met Sarah Lee",
    "at": "2026-11-21T15:30:00+08:00",
    "default_currency": "CNY",
    "customers": ["Acme Tools Ltd.", "恒大钢铁集团有限公司"],
}


def line(**changes: object) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


def answers(output: str) -> list[dict[str, Any]]:
    return [json.loads(each) for each in output.splitlines()]


def test_a_message_is_read(rapport: Rapport) -> None:
    result = rapport("parse", said=line())
    (answer,) = answers(result.stdout)
    assert result.exit_code == 0
    assert answer["id"] == "en-1"
    assert answer["contract"] == 1
    assert answer.keys() >= {"entries", "follow_ups", "facts", "ask"}


def test_chinese_stays_readable(rapport: Rapport) -> None:
    result = rapport("parse", said=line(id="一", text="拜访了恒大钢铁"))
    assert '"id": "一"' in result.stdout


@pytest.mark.parametrize(
    ("bad", "number", "error"),
    [
        pytest.param("{", None, "not a line of JSON in UTF-8", id="no JSON"),
        pytest.param(b"\xff\xfe", None, "not a line of JSON in UTF-8", id="no UTF-8"),
        pytest.param("[" * 100_000, None, "not a line of JSON in UTF-8", id="a very deep line"),
        pytest.param("[]", None, "a line must be an object", id="no object"),
        pytest.param(line(text=7), "en-1", '"text" must be a string', id="text is a number"),
        pytest.param(line(at="yesterday"), "en-1", '"at" must be', id="no moment"),
        pytest.param(line(at="2026-11-21T15:30:00"), "en-1", '"at" must say its offset', id="no offset"),
        pytest.param(line(customers="Acme"), "en-1", '"customers" must be', id="customers are no list"),
        pytest.param(line(default_currency="dollars"), "en-1", '"default_currency" must be', id="no currency"),
    ],
)
def test_a_bad_line_is_answered_and_stops_no_other(
    rapport: Rapport, bad: str | bytes, number: str | None, error: str
) -> None:
    raw = bad if isinstance(bad, bytes) else bad.encode()
    result = rapport("parse", said=raw + b"\n\n" + line(id="next").encode())
    first, second = answers(result.stdout)
    assert (first["id"], str(first["error"])[: len(error)]) == (number, error)
    assert second["id"] == "next"
    assert "error" not in second
    assert result.exit_code == 1


def test_nothing_in_nothing_out(rapport: Rapport) -> None:
    result = rapport("parse", said="")
    assert (result.exit_code, result.stdout) == (0, "")


def test_dates_are_found(rapport: Rapport) -> None:
    said = json.dumps({"id": "1", "text": "see you tomorrow", "now": "2026-11-21T00:00:00"})
    result = rapport("dates", said=said)
    (answer,) = answers(result.stdout)
    assert result.exit_code == 0
    assert answer["found"][0]["start"].startswith("2026-11-22")


@pytest.mark.parametrize(
    "bad", ['{"id": "1", "text": "x", "now": "soon"}', '{"id": "1", "now": "2026-11-21T00:00:00"}']
)
def test_dates_of_a_bad_line(rapport: Rapport, bad: str) -> None:
    result = rapport("dates", said=bad)
    (answer,) = answers(result.stdout)
    assert result.exit_code == 1
    assert answer.keys() == {"id", "error"}


HEAVY = ("telegram", "sqlalchemy", "sqlmodel", "openpyxl", "aiohttp", "apscheduler")
WATCH = f"""
import sys
from bot.command_line import main
try:
    main()
finally:
    sys.stderr.write(",".join(name for name in {HEAVY} if name in sys.modules))
"""


@pytest.mark.parametrize("command", ["parse", "dates"])
def test_nothing_heavy_is_loaded(command: str) -> None:
    said = line(now="2026-11-21T00:00:00")
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", WATCH, command], input=said, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


def test_a_message_may_stand_on_the_command_line(rapport: Rapport) -> None:
    result = rapport("parse", "--customer", "Acme Tools", "--at", "2026-03-02T10:00:00", "Visited Acme today")
    (answer,) = answers(result.stdout)
    assert [(entry["customer"], entry["on"]) for entry in answer["entries"]] == [("Acme Tools", "2026-03-02")]


def test_the_reading_of_a_message_is_explained(rapport: Rapport) -> None:
    result = rapport("parse", "--explain", "--customer", "恒大钢铁", "--currency", "CNY", "恒大付了3万")
    assert result.exit_code == 0
    assert "30,000 CNY" in result.stdout
    assert "\nCHANCES, of 恒大钢铁\n" in result.stdout


def test_plain_lines_and_lines_of_json_are_explained_a_page_each(rapport: Rapport) -> None:
    result = rapport("parse", "--explain", said=f"{line()}\n{{\nthanks\n".encode())
    first, second, third = result.stdout.split("-" * 40)
    assert first.startswith("Visited Acme this morning")
    assert second.strip() == "not a line of JSON in UTF-8"
    assert third.strip().startswith("thanks\n")
    assert result.exit_code == 1

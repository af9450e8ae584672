"""How much work a message costs, counted in calls: what is asked once for a whole message, and what grows with it."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from benchmarks.hostile_texts import LONGEST, hostile_texts
from tests.understanding.counting import calls
from understanding.directory import Directory, Known
from understanding.findings import Moment
from understanding.reading import understand

NAMES = ("Acme Tools", "Harlow & Finch", "恒大钢铁", "Sunrise Foods", "瑞泰药业")
DIRECTORY = Directory(Known(key, name, contacts=("Mary Tan",)) for key, name in enumerate(NAMES))
MOMENT = Moment(datetime(2026, 11, 20, 10, tzinfo=UTC), "SGD")
ONCE = (
    "context.network.told",
    "context.tokens.tokens",
    "customers.index.Index.lookup",
    "dates.finding.phrases",
    "message.linear.linear",
    "message.notice.notice",
    "message.people.finding.persons",
    "message.rivals.rivals",
)
"""What is asked once, however many customers, clauses and dates a message has."""
AT_MOST = {"message.model.chances": 2, "message.cues.cues": 2, "customers.postings.Postings.find": 2}
"""The linear models tell of a question first; cues are of two lexicons, postings of two indexes."""
MESSAGES = (
    "Visited Acme yesterday, they ordered 12k. Call Mary on Friday.",
    "Met Acme Tools, Harlow & Finch and Sunrise Foods today; Acme ordered 5k, Sunrise complained about late delivery",
    "昨天拜访了恒大钢铁,王总下单12万,周五再联系瑞泰药业的李经理",
    "ok",
)


def counted(text: str) -> Counter[str]:
    return calls(lambda: understand(text, MOMENT, DIRECTORY))


@pytest.mark.parametrize("text", MESSAGES)
def test_a_message_is_looked_at_once(text: str) -> None:
    found = counted(text)

    assert {name: found[f"understanding.{name}"] for name in ONCE if found[f"understanding.{name}"] > 1} == {}
    assert {name: most for name, most in AT_MOST.items() if found[f"understanding.{name}"] > most} == {}


def test_each_date_is_read_back_and_ahead_once() -> None:
    found = counted("Visited Acme yesterday, they want a quote by Friday and a demo on 3 December")

    assert found["understanding.dates.sides.sides"] == 3


def test_what_was_counted_is_there() -> None:
    found = counted(MESSAGES[0])

    assert [name for name in (*ONCE, *AT_MOST) if not found[f"understanding.{name}"]] == []


@pytest.mark.parametrize(("what", "text"), [*hostile_texts(NAMES, MESSAGES)])
def test_twice_the_text_is_twice_the_work(what: str, text: str) -> None:
    # Once before, so that what is remembered is remembered for both.
    understand(text, MOMENT, DIRECTORY)
    half, whole = (sum(counted(text[:length]).values()) for length in (LONGEST // 2, LONGEST))

    assert whole <= 3 * half + 1000, what

"""However a model misbehaves, the rules' reading stands, and the log says so without a word of the message."""

import json

import pytest

from tests.second_opinion.conftest import AGREED, QUOTE, TEXT, Warnings, asking
from tests.second_opinion.stub import JSON, Answer, completion, hang_up, marks, never, raw

A_MOMENT = 0.2


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        pytest.param(raw("500 Oops", b"{}", JSON), "it answered 500", id="an error"),
        pytest.param(raw("200 OK", TEXT.encode(), "Content-Type: text/html"), "not the form", id="a page"),
        pytest.param(raw("200 OK", b'{"choices": []}', JSON), "not the form", id="no choice"),
        pytest.param(raw("200 OK", b'{"choices": [', JSON), "not the form", id="broken JSON"),
        pytest.param(completion("I am happy to help! " + TEXT), "not the form", id="chatter"),
        pytest.param(completion('{"happened": [}'), "not the form", id="broken JSON within"),
        pytest.param(marks([{"kind": "party", "words": "Visited"}]), "not the form", id="a kind that is none"),
        pytest.param(marks([{"kind": "visit", "words": "Visited", "do": "x"}]), "not the form", id="a further field"),
        pytest.param(marks([{"customer": "1", "words": "Visited"}]), "not the form", id="a number as text"),
        pytest.param(marks(AGREED * 21), "not the form", id="too many lines"),
        pytest.param(marks([{"words": "Visited Beta"}]), "not in the message", id="words never said"),
        pytest.param(marks([{"words": ""}]), "not in the message", id="no words"),
        pytest.param(marks([{**AGREED[0], "name": "Acme Tools"}]), "not in the message", id="a name never said"),
        pytest.param(marks([{**AGREED[0], "sum": "12k"}]), "not in the message", id="a sum never said"),
        pytest.param(marks(planned=[{**QUOTE[0], "day": "2026-03-06"}]), "not in the message", id="a date computed"),
        pytest.param(marks([{**AGREED[0], "customer": 2}]), "not offered", id="a customer beyond the list"),
        pytest.param(marks([{**AGREED[0], "customer": 0}]), "not offered", id="no customer at all"),
        pytest.param(marks([{**AGREED[0], "customer": -1}]), "not offered", id="a customer from the other end"),
        pytest.param(raw("200 OK", b" " * 100_000, JSON), "too long", id="a huge answer"),
        pytest.param(raw("200 OK", b"\x1f\x8b", JSON, "Content-Encoding: gzip"), "too long", id="a packed answer"),
        pytest.param(hang_up, "no connection", id="a closed connection"),
    ],
)
async def test_the_rules_stand(answer: Answer, why: str, warnings: Warnings) -> None:
    async with asking(answer) as model:
        found, after = await model.hears()
    assert after is found
    (line,) = warnings()
    assert why in line
    assert not any(word in line for word in ("Acme", "buyer", "Beta"))


async def test_a_model_that_never_answers_is_not_waited_for(warnings: Warnings) -> None:
    async with asking(never, patience=A_MOMENT) as model:
        found, after = await model.hears()
    assert after is found
    assert "it took too long" in warnings()[0]


async def test_nobody_listens(warnings: Warnings) -> None:
    async with asking(never) as model:
        pass
    async with asking(never) as other:
        other.second = model.second
        found, after = await other.hears()
    assert after is found
    assert len(warnings()) == 1


async def test_a_redirect_is_not_followed(warnings: Warnings) -> None:
    async with asking(marks(AGREED, QUOTE)) as elsewhere:
        moved = raw("307 Moved", b"", f"Location: {elsewhere.stub.url}/chat/completions")
        async with asking(moved) as model:
            found, after = await model.hears()
        assert elsewhere.stub.asked == []
    assert after is found
    assert "it answered 307" in warnings()[0]


async def test_it_is_asked_once(warnings: Warnings) -> None:
    async with asking(raw("503 Busy", b"{}", JSON, "Retry-After: 1")) as model:
        await model.hears()
        assert len(model.stub.asked) == 1
    assert len(warnings()) == 1


@pytest.mark.parametrize("status", ["400 Bad Request", "422 Unprocessable"])
async def test_an_endpoint_without_schemas_is_asked_in_words(status: str) -> None:
    refused = raw(status, b'{"error": {"message": "response_format is not supported"}}', JSON)
    fenced = completion("Here it is:\n```json\n" + json.dumps({"happened": [], "planned": []}) + "\n```")
    async with asking(refused, fenced) as model:
        found, after = await model.hears()
        await model.hears()
        forms = ["response_format" in call.body for call in model.stub.asked]
    assert forms == [True, False, False]
    assert after != found

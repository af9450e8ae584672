"""Other processes and the page: the same verbs over HTTP, and the page's own files."""

import json
from datetime import timedelta

import pytest

from simulator import Person, Simulator
from tests.simulator.caller import Caller
from tests.simulator.conftest import MORNING


async def test_a_conversation_over_http(api: Caller, anna: Person) -> None:
    said = (await api.control("say", person="Anna", text="visited Acme")).result
    await api.control("edit", person="Anna", message=said["id"], text="visited Globex")
    await api(
        "sendMessage",
        chat_id=anna.id,
        text="Saved",
        reply_markup={"inline_keyboard": [[{"text": "Undo", "callback_data": "u"}]]},
    )
    tap = (await api.control("press", person=str(anna.id), label="Undo")).result
    shown = (await api.control("messages", person="Anna")).result
    assert [message["text"] for message in shown] == ["/start", "visited Globex", "Saved"]
    assert (tap["data"], tap["answer"]) == ("u", None)


async def test_many_things_at_once(sim: Simulator, api: Caller) -> None:
    items = [{"do": "person", "name": "Nina"}] + [{"do": "say", "person": "Nina", "text": str(n)} for n in range(3)]
    assert len((await api.control("batch", items=items)).result) == 4
    assert (await api.control("totals")).result["undelivered"] == 3
    assert [message.text for message in sim.person("Nina").chat] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("operation", "given", "reason"),
    [
        ("say", {"person": "Nobody", "text": "x"}, "There is no phone of 'Nobody', only of ['Anna']."),
        ("edit", {"person": "Anna", "message": 99, "text": "x"}, "There is no message 99 here."),
        ("document", {"person": "Anna", "name": "x", "content": "?"}, "The content should be base64."),
        (
            "clock",
            {"to": "2020-01-01T00:00:00+00:00"},
            "The clock never goes back: it is already 2026-03-02 10:00 UTC.",
        ),
        ("clock", {"to": "next week"}, "Invalid isoformat string: 'next week'"),
    ],
)
async def test_a_slip_is_explained(
    api: Caller, anna: Person, operation: str, given: dict[str, object], reason: str
) -> None:
    answer = await api.control(operation, **given)
    assert (answer.status, answer.reason, anna.name) == (400, reason, "Anna")


async def test_the_clock_moves(sim: Simulator, api: Caller) -> None:
    await api.control("clock", by=3600)
    shown = (await api.control("clock", to="2026-03-03T09:00:00+08:00")).result
    assert sim.clock.now() == MORNING.replace(day=3, hour=1)
    assert shown["offset"] == timedelta(hours=15).total_seconds()


async def test_the_log_of_calls(sim: Simulator, api: Caller, anna: Person) -> None:
    await api("sendMessage", chat_id=anna.id, text="x")
    await api("sendMessage", chat_id=anna.id, text="")
    log = (await api.control("calls", method="sendMessage")).result
    assert [call["status"] for call in log["calls"]] == [200, 400]
    assert log["calls"][0]["parameters"] == {"chat_id": anna.id, "text": "x"}
    assert (log["counts"]["sendMessage"], log["calls"][0]["at"]) == (2, MORNING.timestamp())
    assert sim.calls_of("sendmessage")[1].description == "Bad Request: message text is empty"


async def test_the_page_hears_of_changes(sim: Simulator, api: Caller, anna: Person) -> None:
    async with api.session.get(f"{sim.page_url}events") as events:
        await events.content.readline()
        await events.content.readline()
        await api("sendMessage", chat_id=anna.id, text="<i>Saved</i>", parse_mode="HTML")
        line = (await events.content.readline()).decode()
        event = json.loads(line.removeprefix("data: "))
        assert (event["kind"], event["message"]["text"], event["message"]["sender_name"]) == (
            "message",
            "Saved",
            "Rapport",
        )


@pytest.mark.parametrize(
    ("path", "status"),
    [("", 200), ("app.js", 200), ("chat.css", 200), ("nothing.js", 404), ("..%2Fcontrol.py", 404), ("control/x", 404)],
)
async def test_the_pages_files(sim: Simulator, api: Caller, path: str, status: int) -> None:
    async with api.session.get(sim.page_url + path) as answer:
        assert answer.status == status
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_without_the_key_there_is_nothing(sim: Simulator, api: Caller) -> None:
    for path in ("", "wrong/", "wrong/control/state"):
        async with api.session.get(f"{sim.api_url}/{path}") as answer:
            assert answer.status == 404


async def test_a_persons_document_is_no_page_of_ours(sim: Simulator, api: Caller, anna: Person) -> None:
    anna.document("evil.html", b"<script>alert(1)</script>")
    anna.photo()
    kinds = []
    for message in anna.chat[-2:]:
        carried = message.media.get("document") or message.media["photo"]
        shape = carried[0] if isinstance(carried, list) else carried
        assert isinstance(shape, dict)
        async with api.session.get(f"{sim.page_url}file/{shape['file_id']}") as answer:
            kinds.append((answer.content_type, answer.headers.get("Content-Disposition", "")))
    assert kinds == [("application/octet-stream", "attachment"), ("image/png", "")]

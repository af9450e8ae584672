"""Files: uploads by form and by attach://, sizes, captions."""

import io
import json

import aiohttp
import pytest

from simulator import Person, Simulator
from simulator.attachments import ONE_PIXEL
from tests.simulator.caller import Caller

JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x20\x00\x40\x03" + bytes(20)


async def upload(api: Caller, method: str, fields: dict[str, object], **files: bytes) -> dict[str, object]:
    form = aiohttp.FormData()
    for name, value in fields.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, content in files.items():
        form.add_field(name, io.BytesIO(content), filename=f"{name}.bin")
    async with api.session.post(f"{api.simulator.api_url}/bot{api.simulator.token}/{method}", data=form) as answer:
        return dict(await answer.json())


@pytest.mark.parametrize(
    ("content", "size"),
    [
        pytest.param(ONE_PIXEL, (1, 1), id="png"),
        pytest.param(JPEG, (64, 32), id="jpeg"),
        pytest.param(b"GIF89a\x05\x00\x07\x00", (5, 7), id="gif"),
    ],
)
async def test_a_photo_by_form(api: Caller, anna: Person, content: bytes, size: tuple[int, int]) -> None:
    answer = await upload(api, "sendPhoto", {"chat_id": anna.id, "caption": "chart"}, photo=content)
    shape = anna.latest.media["photo"]
    assert isinstance(shape, list)
    assert (answer["ok"], anna.latest.text) == (True, "chart")
    assert (shape[0]["width"], shape[0]["height"]) == size


async def test_a_document_by_attachment(api: Caller, anna: Person) -> None:
    fields = {"chat_id": anna.id, "document": "attach://list"}
    await upload(api, "sendDocument", fields, list=b"Acme")
    shape = anna.latest.media["document"]
    assert isinstance(shape, dict)
    assert (shape["file_name"], shape["file_size"]) == ("list.bin", 4)


async def test_an_album(api: Caller, anna: Person) -> None:
    items = [{"type": "document", "media": f"attach://{name}", "caption": name} for name in ("a", "b")]
    await upload(api, "sendMediaGroup", {"chat_id": anna.id, "media": items}, a=b"1", b=b"2")
    assert [message.text for message in anna.received] == ["a", "b"]
    assert len({message.media["media_group_id"] for message in anna.received}) == 1


@pytest.mark.parametrize(
    ("fields", "content", "reason"),
    [
        pytest.param({}, b"", "Bad Request: file must be non-empty", id="empty"),
        pytest.param({"caption": "x" * 1025}, b"x", "Bad Request: message caption is too long", id="caption"),
        pytest.param(
            {"document": "nothing"}, None, "Bad Request: wrong file identifier/HTTP URL specified", id="unknown"
        ),
        pytest.param({}, None, "Bad Request: there is no document in the request", id="nothing"),
    ],
)
async def test_a_document_is_refused(
    api: Caller, anna: Person, fields: dict[str, object], content: bytes | None, reason: str
) -> None:
    files = {} if content is None else {"document": content}
    answer = await upload(api, "sendDocument", {"chat_id": anna.id} | fields, **files)
    assert answer["description"] == reason


async def test_what_is_no_picture_is_no_photo(api: Caller, anna: Person) -> None:
    answer = await upload(api, "sendPhoto", {"chat_id": anna.id}, photo=b"no picture")
    assert answer["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_fifty_megabytes_is_the_most_a_bot_may_send(api: Caller, anna: Person) -> None:
    answer = await upload(api, "sendDocument", {"chat_id": anna.id}, document=bytes(50 * 1024 * 1024 + 1))
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_twenty_megabytes_is_the_most_a_bot_may_fetch(sim: Simulator, api: Caller, anna: Person) -> None:
    anna.document("big.bin", bytes(20 * 1024 * 1024 + 1))
    file = (await api.updates())[0]["message"]["document"]
    answer = await api("getFile", file_id=file["file_id"])
    assert answer.reason == "Bad Request: file is too big"
    async with api.session.get(f"{sim.api_url}/file/bot{sim.token}/documents/none.bin") as missing:
        assert missing.status == 404


async def test_a_form_works_like_json(sim: Simulator, api: Caller, anna: Person) -> None:
    markup = json.dumps({"inline_keyboard": [[{"text": "Undo", "callback_data": "u"}]]})
    fields = {"chat_id": str(anna.id), "text": "a+b & c", "reply_markup": markup, "disable_notification": "true"}
    async with api.session.post(f"{sim.api_url}/bot{sim.token}/sendmessage", data=fields) as answer:
        assert answer.status == 200
    assert (anna.latest.text, anna.latest.labels, anna.latest.silent) == ("a+b & c", [["Undo"]], True)

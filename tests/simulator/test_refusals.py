"""Telegram's words for what it does not accept."""

import pytest

from simulator import Person, Simulator
from tests.simulator.caller import Caller

BUTTON = {"inline_keyboard": [[{"text": "Undo", "callback_data": "u"}]]}


def keyboard(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "Undo"} | button]]}


REFUSED_MESSAGES = [
    pytest.param({"text": ""}, "message text is empty", id="no text"),
    pytest.param({"text": " \n "}, "message text is empty", id="white space"),
    pytest.param({"text": "x" * 4097}, "message is too long", id="4,097 characters"),
    pytest.param({"text": "x", "chat_id": 999}, "chat not found", id="nobody"),
    pytest.param({"text": "x", "chat_id": ""}, "chat_id is empty", id="no chat"),
    pytest.param({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found", id="reply"),
    pytest.param({"text": "x", "reply_markup": keyboard(callback_data="x" * 65)}, "BUTTON_DATA_INVALID", id="65 bytes"),
    pytest.param({"text": "x", "reply_markup": keyboard(callback_data="")}, "BUTTON_DATA_INVALID", id="no data"),
    pytest.param({"text": "x", "reply_markup": keyboard(callback_data="中" * 22)}, "BUTTON_DATA_INVALID", id="bytes"),
    pytest.param(
        {"text": "x", "reply_markup": keyboard()},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        id="a button that does nothing",
    ),
    pytest.param(
        {"text": "x", "reply_markup": keyboard(copy_text={"text": "x" * 257})}, "BUTTON_COPY_TEXT_INVALID", id="copy"
    ),
    pytest.param(
        {"text": "x", "reply_markup": keyboard(url="tel:+65123")},
        "inline keyboard button URL 'tel:+65123' is invalid: Unsupported URL protocol",
        id="a phone number is no link",
    ),
    pytest.param(
        {"text": "x", "reply_markup": keyboard(web_app={"url": "http://127.0.0.1/"})},
        "inline keyboard button Web App URL 'http://127.0.0.1/' is invalid: Only HTTPS links are allowed",
        id="an app by plain http",
    ),
    pytest.param({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object", id="broken JSON"),
    pytest.param(
        {"text": "x", "reply_markup": {"keyboard": "x"}}, "can't parse reply keyboard markup JSON object", id="rows"
    ),
    pytest.param(
        {"text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        id="open tag",
    ),
    pytest.param(
        {"text": "中<3", "parse_mode": "HTML"},
        "can't parse entities: Unclosed start tag at byte offset 3",
        id="a heart",
    ),
    pytest.param({"text": "x", "parse_mode": "wiki"}, "unsupported parse_mode", id="parse mode"),
]


@pytest.mark.parametrize(("parameters", "reason"), REFUSED_MESSAGES)
async def test_a_message_is_refused(api: Caller, anna: Person, parameters: dict[str, object], reason: str) -> None:
    answer = await api("sendMessage", **({"chat_id": anna.id} | parameters))
    assert (answer.status, answer.body["error_code"], answer.reason) == (400, 400, f"Bad Request: {reason}")


@pytest.mark.parametrize(
    ("text", "buttons", "reason"),
    [
        pytest.param(
            "old",
            BUTTON,
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message",
            id="the same",
        ),
        pytest.param("old", {"inline_keyboard": []}, "", id="only the buttons"),
        pytest.param("x" * 4097, BUTTON, "MESSAGE_TOO_LONG", id="too long"),
        pytest.param("", BUTTON, "message text is empty", id="empty"),
    ],
)
async def test_an_edit(api: Caller, anna: Person, text: str, buttons: dict[str, object], reason: str) -> None:
    await api("sendMessage", chat_id=anna.id, text="old", reply_markup=BUTTON)
    answer = await api("editMessageText", chat_id=anna.id, message_id=anna.latest.id, text=text, reply_markup=buttons)
    assert answer.reason == (f"Bad Request: {reason}" if reason else "")


async def test_only_ones_own_messages_can_be_edited(api: Caller, anna: Person) -> None:
    said = anna.say("hello")
    answer = await api("editMessageText", chat_id=anna.id, message_id=said.id, text="x")
    assert answer.reason == "Bad Request: message can't be edited"


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(api: Caller, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="x", reply_markup={"keyboard": [["Today"]]})
    answer = await api("editMessageText", chat_id=anna.id, message_id=sent.result["message_id"], text="y")
    assert answer.reason == "Bad Request: message can't be edited"


@pytest.mark.parametrize(
    ("method", "reason"),
    [
        ("editMessageText", "message to edit not found"),
        ("editMessageReplyMarkup", "message to edit not found"),
        ("deleteMessage", "message to delete not found"),
    ],
)
async def test_a_message_that_is_not_there(api: Caller, anna: Person, method: str, reason: str) -> None:
    text = {"text": "x"} if method == "editMessageText" else {}
    answer = await api(method, chat_id=anna.id, message_id=999, **text)
    assert answer.reason == f"Bad Request: {reason}"


async def test_somebody_who_never_pressed_start(sim: Simulator, api: Caller) -> None:
    answer = await api("sendMessage", chat_id=sim.person("Nina").id, text="x")
    assert (answer.status, answer.reason) == (403, "Forbidden: bot can't initiate conversation with a user")


async def test_somebody_who_blocked_the_bot(api: Caller, anna: Person) -> None:
    anna.block()
    blocked = await api("sendMessage", chat_id=anna.id, text="x")
    anna.unblock()
    welcome = await api("sendMessage", chat_id=anna.id, text="x")
    assert (blocked.reason, welcome.status) == ("Forbidden: bot was blocked by the user", 200)


async def test_a_deleted_account(api: Caller, anna: Person) -> None:
    anna.deactivate()
    answer = await api("sendMessage", chat_id=anna.id, text="x")
    assert answer.reason == "Forbidden: user is deactivated"


async def test_a_group_that_moved(sim: Simulator, api: Caller, anna: Person) -> None:
    group = sim.group("East team", [anna])
    new = group.upgrade()
    answer = await api("sendMessage", chat_id=group.id, text="x")
    assert answer.reason == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer.body["parameters"] == {"migrate_to_chat_id": new.id}


async def test_a_group_that_threw_the_bot_out(sim: Simulator, api: Caller, anna: Person) -> None:
    group = sim.group("East team", [anna])
    group.remove_bot()
    answer = await api("sendMessage", chat_id=group.id, text="x")
    assert (answer.status, answer.reason) == (403, "Forbidden: bot was kicked from the group chat")


async def test_a_wrong_token(sim: Simulator, api: Caller) -> None:
    async with api.session.get(f"{sim.api_url}/bot1:wrong/getMe") as answer:
        assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_a_stranger_host_is_turned_away(sim: Simulator, api: Caller) -> None:
    async with api.session.get(sim.page_url, headers={"Host": "evil.example:80"}) as answer:
        assert answer.status == 403


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        pytest.param("sendPoll", {}, "Not Found: method not found", id="method"),
        pytest.param(
            "getMe", {"shoe_size": 43}, "Bad Request: this simulator does not emulate shoe_size", id="parameter"
        ),
        pytest.param(
            "sendMessage",
            {"chat_id": 1001, "text": "x", "reply_parameters": {"message_id": 1, "quote": "x"}},
            "Bad Request: reply_parameters has what this simulator does not emulate: ['quote']",
            id="part of a parameter",
        ),
        pytest.param(
            "sendPhoto",
            {"chat_id": 1001, "photo": "https://example.org/x.png"},
            "Bad Request: wrong file identifier/HTTP URL specified; this simulator fetches nothing from the network",
            id="file by address",
        ),
    ],
)
async def test_what_is_not_emulated_is_said_loudly(
    api: Caller, method: str, parameters: dict[str, object], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = await api(method, **parameters)
    assert answer.reason == reason
    assert capsys.readouterr().err.startswith(f"NOT EMULATED: {method}")
    assert (await api.control("state")).result["not_emulated"]

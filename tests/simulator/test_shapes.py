"""Every object served is one that Telegram could have served: two independent models of the Bot API agree."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel
from telegram import Message as PtbMessage
from telegram import TelegramObject, Update

from simulator import Person, Simulator
from simulator.attachments import ONE_PIXEL
from tests.simulator.caller import Caller

EVERYTHING = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
]
MARKUP = {
    "inline_keyboard": [
        [{"text": "Undo", "callback_data": "u"}],
        [{"text": "Map", "url": "https://example.org"}, {"text": "Copy", "copy_text": {"text": "hi"}}],
    ]
}


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


def unknown_to_ptb(value: object) -> Iterator[str]:
    """Name each field, at any depth, that python-telegram-bot does not know."""
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from unknown_to_ptb(item)
    if isinstance(value, TelegramObject):
        yield from value.api_kwargs
        for name in value.to_dict(recursive=False):
            yield from unknown_to_ptb(getattr(value, name, None))


def as_aiogram(model: str, value: object) -> object:
    """Loaded only by whoever asks: its hundreds of models take seconds in each process that collects tests."""
    from aiogram import types

    if isinstance(value, list):
        return [as_aiogram(model, one) for one in value]
    validated: BaseModel = getattr(types, model).model_validate(value)
    return validated


def unknown_to_aiogram(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from unknown_to_aiogram(item)
    if isinstance(value, BaseModel):
        yield from value.model_extra or {}
        for name in type(value).model_fields:
            yield from unknown_to_aiogram(getattr(value, name))


def check_update(update: dict[str, Any]) -> None:
    parsed = Update.de_json(update, None)
    validated = as_aiogram("Update", update)
    assert [*unknown_to_ptb(parsed), *unknown_to_aiogram(validated)] == []
    kind = next(kind for kind in EVERYTHING if kind in update)
    assert getattr(parsed, kind) is not None


def check_message(message: dict[str, Any]) -> None:
    parsed = PtbMessage.de_json(message, None)
    validated = as_aiogram("Message", message)
    assert [*unknown_to_ptb(parsed), *unknown_to_aiogram(validated)] == []


async def test_the_check_finds_a_seeded_fault(api: Caller, anna: Person) -> None:
    anna.say("hello")
    update = (await api.updates())[0]
    update["message"]["chat"]["shoe_size"] = 43
    assert list(unknown_to_ptb(Update.de_json(update, None))) == ["shoe_size"]
    assert list(unknown_to_aiogram(as_aiogram("Update", update))) == ["shoe_size"]


async def test_all_that_a_person_can_do(sim: Simulator, api: Caller, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="pick", reply_markup=MARKUP)
    said = anna.say("/today see https://example.org @rapport_bot #acme +65 6555 0123 lee@acme.example")
    anna.edit(said, "changed")
    anna.reply(anna.latest, "met them")
    anna.press("Undo")
    anna.contact()
    anna.contact("+6565550123", "Lee", last_name="S.", vcard="BEGIN:VCARD")
    anna.location(31.2, 121.4)
    anna.photo(caption="the shop", album="5")
    anna.document("list.xlsx", b"PK", "the list", album="5")
    anna.voice()
    anna.sticker()
    anna.forward(anna.latest)
    anna.inline("acme")
    anna.block()
    anna.unblock()
    group = sim.group("East team", [anna])
    anna.say("hi all", to=group)
    anna.say("in the new one", to=group.upgrade())
    updates = await api.updates()
    for update in updates:
        check_update(update)
    assert (sent.status, len(updates), {kind for each in updates for kind in each} - {"update_id"}) == (
        200,
        19,
        set(EVERYTHING),
    )


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        (
            "sendMessage",
            {"text": "<b>hi</b> <a href='https://x.org'>x</a>", "parse_mode": "HTML", "reply_markup": MARKUP},
        ),
        ("sendMessage", {"text": "hi", "reply_to_message_id": 1, "protect_content": True}),
        ("sendMessage", {"text": "https://x.org", "link_preview_options": {"is_disabled": True}}),
        ("sendMessage", {"text": "hi", "reply_markup": {"keyboard": [["Today"]], "one_time_keyboard": True}}),
        ("sendMessage", {"text": "hi", "reply_markup": {"force_reply": True}}),
        ("sendContact", {"phone_number": "+65", "first_name": "Lee"}),
        ("sendLocation", {"latitude": 1.5, "longitude": "2.5"}),
        ("forwardMessage", {"from_chat_id": 1001, "message_id": 1}),
    ],
)
async def test_all_that_the_bot_can_send(api: Caller, anna: Person, method: str, parameters: dict[str, object]) -> None:
    answer = await api(method, chat_id=anna.id, **parameters)
    assert answer.status == 200, answer.reason
    check_message(answer.result)


@pytest.mark.parametrize(
    ("method", "parameters", "model"),
    [
        ("getMe", {}, "User"),
        ("getWebhookInfo", {}, "WebhookInfo"),
        ("getChat", {"chat_id": 1001}, "ChatFullInfo"),
        ("getChatMember", {"chat_id": 1001, "user_id": 1001}, "ChatMemberMember"),
        ("getChatMember", {"chat_id": 1001, "user_id": 7001}, "ChatMemberMember"),
        ("getMyName", {}, "BotName"),
        ("getMyDescription", {"language_code": "zh"}, "BotDescription"),
        ("getMyShortDescription", {}, "BotShortDescription"),
        ("getMyCommands", {}, "BotCommand"),
        ("getChatMenuButton", {"chat_id": 1001}, "MenuButtonDefault"),
        ("copyMessage", {"chat_id": 1001, "from_chat_id": 1001, "message_id": 1}, "MessageId"),
    ],
)
async def test_other_answers(api: Caller, anna: Person, method: str, parameters: dict[str, object], model: str) -> None:
    await api("setMyCommands", commands=[{"command": "today", "description": "What is due"}])
    result = (await api(method, **parameters)).result
    assert [*unknown_to_aiogram(as_aiogram(model, result))] == []
    assert anna.record.started


async def test_files_go_both_ways(sim: Simulator, api: Caller, anna: Person) -> None:
    anna.document("名单.csv", "恒大".encode())
    update = (await api.updates())[0]
    file = (await api("getFile", file_id=update["message"]["document"]["file_id"])).result
    async with api.session.get(f"{sim.api_url}/file/bot{sim.token}/{file['file_path']}") as answer:
        assert (await answer.read()).decode() == "恒大"
    again = await api("sendDocument", chat_id=anna.id, document=file["file_id"], caption="back to you")
    check_message(again.result)
    photo = sim.telegram.files.keep("photo", ONE_PIXEL)
    check_message((await api("sendPhoto", chat_id=anna.id, photo=photo.id)).result)

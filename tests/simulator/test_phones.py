"""What people do on their phones, and what they see."""

from datetime import timedelta

import pytest

from simulator import Message, Person, PhoneError, Simulator, Tap
from tests.simulator.caller import Caller

BUTTONS = {"inline_keyboard": [[{"text": "Fix", "callback_data": "f1"}, {"text": "Undo", "callback_data": "u1"}]]}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def press(api: Caller, anna: Person) -> Tap:
    await api("sendMessage", chat_id=anna.id, text="Saved", reply_markup=BUTTONS)
    tap = anna.press("Undo")
    assert isinstance(tap, Tap)
    return tap


async def test_a_press_is_answered_with_a_toast(api: Caller, anna: Person) -> None:
    tap = await press(api, anna)
    query = (await api.updates())[0]["callback_query"]
    await api("answerCallbackQuery", callback_query_id=query["id"], text="Taken back", show_alert=True)
    assert (query["data"], query["message"]["text"]) == ("u1", "Saved")
    assert (tap.answered, tap.text, tap.alert) == (True, "Taken back", True)


async def test_an_answer_after_fifteen_seconds_is_too_late(sim: Simulator, api: Caller, anna: Person) -> None:
    tap = await press(api, anna)
    sim.clock.forward(timedelta(seconds=16))
    late = await api("answerCallbackQuery", callback_query_id=tap.id)
    unknown = await api("answerCallbackQuery", callback_query_id="12")
    assert (late.reason, unknown.reason, tap.answered) == (TOO_OLD, TOO_OLD, False)


async def test_a_press_may_be_delivered_twice(api: Caller, anna: Person) -> None:
    await api("sendMessage", chat_id=anna.id, text="Saved", reply_markup=BUTTONS)
    anna.press("u1", deliveries=2)
    one, two = await api.updates()
    assert one["callback_query"] == two["callback_query"]
    assert one["update_id"] != two["update_id"]


async def test_forged_data_reaches_the_bot(api: Caller, anna: Person) -> None:
    await api("sendMessage", chat_id=anna.id, text="Saved", reply_markup=BUTTONS)
    anna.tap(anna.latest, "someone else's")
    assert (await api.updates())[0]["callback_query"]["data"] == "someone else's"


async def test_a_button_that_is_not_there(api: Caller, anna: Person) -> None:
    await api("sendMessage", chat_id=anna.id, text="Saved", reply_markup=BUTTONS)
    with pytest.raises(PhoneError, match=r"no button 'Redo', but .*'Fix', 'Undo'"):
        anna.press("Redo")


async def test_an_edit_changes_text_and_buttons_in_place(sim: Simulator, api: Caller, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="Saved", reply_markup=BUTTONS)
    sim.clock.forward(timedelta(minutes=1))
    await api("editMessageText", chat_id=anna.id, message_id=sent.result["message_id"], text="Taken back")
    assert (anna.latest.text, anna.latest.labels, len(anna.received)) == ("Taken back", [], 1)
    assert anna.latest.versions[0]["text"] == "Saved"
    assert anna.latest.edited == anna.latest.date + 60


async def test_a_deleted_message_is_gone(api: Caller, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="Saved")
    await api("deleteMessage", chat_id=anna.id, message_id=sent.result["message_id"])
    assert anna.received == []


async def test_a_message_of_last_week_cannot_be_deleted(sim: Simulator, api: Caller, anna: Person) -> None:
    sent = await api("sendMessage", chat_id=anna.id, text="Saved")
    sim.clock.forward(timedelta(hours=49))
    answer = await api("deleteMessage", chat_id=anna.id, message_id=sent.result["message_id"])
    assert answer.reason == "Bad Request: message can't be deleted for everyone"


async def test_the_reply_keyboard(api: Caller, anna: Person) -> None:
    keys = [["Today"], [{"text": "My number", "request_contact": True}]]
    await api("sendMessage", chat_id=anna.id, text="hi", reply_markup={"keyboard": keys, "one_time_keyboard": True})
    shared = anna.press("My number")
    assert isinstance(shared, Message)
    contact = (await api.updates())[0]["message"]["contact"]
    assert (contact["user_id"], anna.keyboard) == (anna.id, [])
    await api("sendMessage", chat_id=anna.id, text="hi", reply_markup={"keyboard": keys})
    anna.press("Today")
    assert (anna.chat[-1].text, len(anna.keyboard)) == ("Today", 2)
    await api("sendMessage", chat_id=anna.id, text="hi", reply_markup={"remove_keyboard": True})
    assert anna.keyboard == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("https://t.me/rapport_bot?start=Abc_-9", "/start Abc_-9"),
        ("https://t.me/Rapport_Bot", "/start"),
        ("t.me/rapport_bot?start=x", "/start x"),
        ("https://t.me/other_bot?start=x", None),
        (f"https://t.me/rapport_bot?start={'x' * 65}", None),
        ("https://t.me/rapport_bot?start=a.b", None),
    ],
)
async def test_a_deep_link(sim: Simulator, link: str, said: str | None) -> None:
    nina = sim.person("Nina")
    if said is None:
        with pytest.raises(PhoneError):
            nina.open(link)
    else:
        assert (nina.open(link).text, nina.record.started) == (said, True)


async def test_a_link_in_a_button_opens_the_chat(api: Caller, anna: Person) -> None:
    link = {"text": "Join", "url": "https://t.me/rapport_bot?start=abc"}
    await api("sendMessage", chat_id=anna.id, text="Welcome", reply_markup={"inline_keyboard": [[link]]})
    anna.press("Join")
    assert anna.chat[-1].text == "/start abc"


async def test_who_has_blocked_the_bot_cannot_write(anna: Person) -> None:
    anna.block()
    with pytest.raises(PhoneError, match="has blocked the bot"):
        anna.say("hello")


@pytest.mark.parametrize("text", ["", "  ", "x" * 4097])
async def test_what_a_phone_would_not_send(anna: Person, text: str) -> None:
    with pytest.raises(PhoneError, match="1 to 4096"):
        anna.say(text)


async def test_four_thousand_faces_fit(api: Caller, anna: Person) -> None:
    anna.say("😀" * 4096)
    answer = await api("sendMessage", chat_id=anna.id, text="😀" * 4096)
    assert answer.status == 200


async def test_an_album_is_two_updates_with_one_number(api: Caller, anna: Person) -> None:
    anna.photo(album="77")
    anna.photo(album="77")
    assert [update["message"]["media_group_id"] for update in await api.updates()] == ["77", "77"]


async def test_the_narrowest_menu_wins(api: Caller, sim: Simulator) -> None:
    async def menu(command: str, **where: object) -> None:
        await api("setMyCommands", commands=[{"command": command, "description": "x"}], **where)

    await menu("help")
    await menu("bang", language_code="zh")
    await menu("team", scope={"type": "chat", "chat_id": sim.person("Boris").id})
    sim.person("Nina"), sim.person("小李", "zh")
    people = (await api.control("state")).result["people"]
    assert {each["name"]: each["chat"]["commands"][0]["command"] for each in people} == {
        "Boris": "team",
        "Nina": "help",
        "小李": "bang",
    }

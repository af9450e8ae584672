"""The envelope, opened: what Telegram delivers and what is heard."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.adapter import Me, Postmark, Unreadable, open_envelope
from handlers.heard import (
    Attachment,
    Chat,
    Command,
    GroupMoved,
    GroupStanding,
    Heard,
    Odd,
    Person,
    Place,
    Press,
    SharedContact,
    Standing,
    Text,
    What,
)

ME = Me(99, "RapportBot")
SAID_AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
CAME = Postmark(7, datetime(2026, 3, 2, 10, 0, 5, tzinfo=UTC))
UNIX = int(SAID_AT.timestamp())
ANNA = {
    "id": 5,
    "is_bot": False,
    "first_name": "Anna",
    "last_name": "Lee",
    "username": "anna",
    "language_code": "zh-hans",
}
PRIVATE = {"id": 5, "type": "private", "first_name": "Anna"}
GROUP = {"id": -50, "type": "supergroup", "title": "East"}
BOT = {"id": 99, "is_bot": True, "first_name": "Rapport", "username": "RapportBot"}


def message(**fields: object) -> dict[str, Any]:
    return {"message_id": 11, "date": UNIX, "from": ANNA, "chat": PRIVATE} | fields


def told(**fields: object) -> dict[str, Any]:
    return {"update_id": 1, "message": message(**fields)}


def heard(raw: dict[str, Any]) -> Heard:
    found = open_envelope(raw, CAME, ME)
    assert found is not None
    return found


FORWARDED = {"forward_origin": {"type": "hidden_user", "sender_user_name": "Lee", "date": UNIX}}
FILE = {"file_id": "F", "file_unique_id": "U", "file_size": 3}


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        pytest.param({"text": "visited Acme"}, Text("visited Acme"), id="words"),
        pytest.param({"text": "visited Acme", **FORWARDED}, Text("visited Acme", forwarded=True), id="forwarded"),
        pytest.param({"text": "/start x", **FORWARDED}, Text("/start x", forwarded=True), id="a forwarded command"),
        pytest.param({"text": "/start"}, Command("start"), id="a command"),
        pytest.param({"text": "/Start abc_D-1"}, Command("start", "abc_D-1"), id="a deep link"),
        pytest.param({"text": "/visit@rapportbot Acme\nlate"}, Command("visit", "Acme\nlate"), id="with our name"),
        pytest.param({"text": "/1/2 of them came"}, Text("/1/2 of them came"), id="no command"),
        pytest.param({"text": ""}, Text(""), id="empty"),
        pytest.param(
            {"contact": {"phone_number": "+65", "first_name": "Anna", "last_name": "L", "user_id": 5}},
            SharedContact("Anna L", "+65", own=True),
            id="their own number",
        ),
        pytest.param(
            {"contact": {"phone_number": "+86", "first_name": "Wang", "user_id": 6}},
            SharedContact("Wang", "+86"),
            id="somebody's number",
        ),
        pytest.param({"location": {"latitude": 1.3, "longitude": 103.8}}, Place(1.3, 103.8), id="a place"),
        pytest.param(
            {"voice": {**FILE, "duration": 2}, "caption": "hm"},
            Attachment("voice", "F", size=3, caption="hm"),
            id="voice",
        ),
        pytest.param(
            {"document": {**FILE, "file_name": "list.xlsx"}},
            Attachment("document", "F", "list.xlsx", 3),
            id="a document",
        ),
        pytest.param(
            {"photo": [{**FILE, "width": 1, "height": 1}, {**FILE, "file_id": "BIG", "width": 9, "height": 9}]},
            Attachment("photo", "BIG", size=3),
            id="the largest picture",
        ),
        pytest.param({"dice": {"emoji": "🎲", "value": 3}}, Odd("dice"), id="a dice"),
        pytest.param(
            {
                "sticker": {
                    **FILE,
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            Odd("sticker"),
            id="a sticker",
        ),
    ],
)
def test_what_is_heard(fields: dict[str, Any], what: What) -> None:
    assert heard(told(**fields)).what == what


def test_the_envelope() -> None:
    assert heard(told(text="hi", reply_to_message=message(message_id=4))) == Heard(
        person=Person(5, "Anna Lee", "zh-hans", "anna"),
        chat=Chat(5),
        message=11,
        moment=SAID_AT,
        what=Text("hi"),
        arrival=7,
        reply_to=4,
    )


def test_an_edit_counts_from_the_day_it_was_first_said() -> None:
    found = heard({"update_id": 1, "edited_message": message(text="hi", edit_date=UNIX + 90_000)})
    assert found.edited
    assert found.moment == SAID_AT


def test_a_tap() -> None:
    query = {"id": "q", "from": ANNA, "chat_instance": "c", "data": "b7"}
    for pressed in (message(text="echo"), {"message_id": 11, "date": 0, "chat": PRIVATE}):
        found = heard({"update_id": 1, "callback_query": query | {"message": pressed}})
        assert (found.what, found.message, found.moment) == (Press("b7", "q"), 11, CAME.at)
    assert heard({"update_id": 1, "callback_query": query}).chat == Chat(5)


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
def test_stopping_and_restarting_the_bot(status: str, reachable: bool) -> None:  # noqa: FBT001
    member = {"user": BOT, "status": status, "until_date": 0}
    change = {"chat": PRIVATE, "from": ANNA, "date": UNIX, "old_chat_member": member, "new_chat_member": member}
    assert heard({"update_id": 1, "my_chat_member": change}).what == Standing(reachable=reachable)
    assert open_envelope({"update_id": 1, "my_chat_member": change | {"chat": GROUP}}, CAME, ME) is None


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        ("left", "member", GroupStanding(present=True)),
        ("member", "left", GroupStanding(present=False)),
        ("member", "kicked", GroupStanding(present=False)),
    ],
)
def test_coming_into_a_group_and_leaving_it(before: str, now: str, what: What) -> None:
    change = {"chat": GROUP, "from": ANNA, "date": UNIX, "old_chat_member": _bot(before), "new_chat_member": _bot(now)}
    assert heard({"update_id": 1, "my_chat_member": change}).what == what
    channel = change | {"chat": {"id": -1, "type": "channel", "title": "News"}}
    assert open_envelope({"update_id": 1, "my_chat_member": channel}, CAME, ME) is None


def _bot(status: str) -> dict[str, Any]:
    return {"user": BOT, "status": status, "until_date": 0}


def test_a_group_gets_another_number() -> None:
    found = heard(told(chat=GROUP, migrate_to_chat_id=-1001))
    assert (found.what, found.chat.id) == (GroupMoved(-1001), -50)


@pytest.mark.parametrize(
    ("fields", "addressed", "what"),
    [
        pytest.param({"text": "lunch?"}, False, Text("lunch?"), id="talk among colleagues"),
        pytest.param({"text": "@rapportbot visited Acme"}, True, Text("visited Acme"), id="named"),
        pytest.param({"text": "visited Acme @RapportBot"}, True, Text("visited Acme"), id="named at the end"),
        pytest.param({"text": "@RapportBotter hi"}, False, Text("@RapportBotter hi"), id="somebody else named"),
        pytest.param({"text": "/today"}, True, Command("today"), id="a command"),
        pytest.param({"text": "/today@RapportBot"}, True, Command("today"), id="a command to us"),
        pytest.param({"text": "/today@OtherBot"}, False, Command("today"), id="a command to another bot"),
        pytest.param({"text": "done", "reply_to_message": message(**{"from": BOT})}, True, Text("done"), id="a reply"),
        pytest.param({"text": "done", "reply_to_message": message()}, False, Text("done"), id="a reply to a colleague"),
    ],
)
def test_in_a_group_we_listen_when_addressed(fields: dict[str, Any], addressed: bool, what: What) -> None:  # noqa: FBT001
    found = heard(told(chat=GROUP, **fields))
    assert (found.addressed, found.what, found.chat) == (addressed, what, Chat(-50, private=False))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"update_id": 1}, id="nothing in it"),
        pytest.param(
            {"update_id": 1, "channel_post": message(text="news", chat={"id": -1, "type": "channel"})}, id="channel"
        ),
        pytest.param(told(text="hi", **{"from": BOT}), id="another bot"),
        pytest.param(told(new_chat_title="West", chat=GROUP), id="a service message"),
        pytest.param({"update_id": 1, "a_thing_of_next_year": {"x": 1}}, id="unknown kind"),
        pytest.param({"update_id": 1, "callback_query": {"id": "q", "from": ANNA, "chat_instance": "c"}}, id="a game"),
    ],
)
def test_what_is_not_for_us(raw: dict[str, Any]) -> None:
    assert open_envelope(raw, CAME, ME) is None


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({}, id="no number"),
        pytest.param({"update_id": 1, "message": {"message_id": 1}}, id="no chat"),
        pytest.param({"update_id": 1, "message": "hi"}, id="not an object"),
        pytest.param(told(text="hi", date=10**18), id="a date beyond the end of time"),
        pytest.param(told(text="hi", date="today"), id="a date in words"),
        pytest.param(told(text=7), id="text that is a number"),
    ],
)
def test_what_cannot_be_read(raw: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        open_envelope(raw, CAME, ME)

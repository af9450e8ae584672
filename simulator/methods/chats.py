"""Methods about chats, files and pressed buttons."""

from simulator.errors import FILE_TOO_BIG, QUERY_TOO_OLD, bad_request
from simulator.methods.recipients import named_chat, recipient
from simulator.parameters import Parameters
from simulator.records import PRIVATE, JsonObject
from simulator.shapes import user_shape
from simulator.telegram import Telegram

DOWNLOAD_LIMIT = 20 * 1024 * 1024
TAP_LIFE = 15  # seconds
TOAST_LIMIT = 200
ACTIONS = frozenset(
    {
        "typing",
        *(f"{verb}_{thing}" for verb in ("record", "upload") for thing in ("video", "voice", "video_note")),
        *("upload_photo", "upload_document", "choose_sticker", "find_location"),
    }
)


def answer_callback_query(telegram: Telegram, parameters: Parameters) -> bool:
    tap = telegram.taps.get(parameters.text("callback_query_id"))
    if tap is None or telegram.clock.unix() - tap.date > TAP_LIFE:
        raise bad_request(QUERY_TOO_OLD)
    if len(parameters.text("text")) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    tap.answer = {"text": parameters.text("text"), "show_alert": parameters.flag("show_alert")}
    telegram.world.signals.publish("tap", tap.chat, tap=tap)
    return True


def answer_inline_query(telegram: Telegram, parameters: Parameters) -> bool:
    query = parameters.text("inline_query_id")
    if query not in telegram.inline_answers:
        raise bad_request(QUERY_TOO_OLD)
    telegram.inline_answers[query] = {"results": parameters.things("results")}
    telegram.world.signals.publish("inline", query=query, results=parameters.things("results"))
    return True


def send_chat_action(telegram: Telegram, parameters: Parameters) -> bool:
    action = parameters.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    telegram.world.signals.publish("action", recipient(telegram.world, parameters).id, action=action)
    return True


def get_file(telegram: Telegram, parameters: Parameters) -> JsonObject:
    file = telegram.files.find(parameters.text("file_id"))
    if file.size > DOWNLOAD_LIMIT:
        raise bad_request(FILE_TOO_BIG)
    identity: JsonObject = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    return identity | {"file_path": file.path}


def get_chat(telegram: Telegram, parameters: Parameters) -> JsonObject:
    chat = named_chat(telegram.world, parameters)
    look: JsonObject = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
        ),
    }
    return telegram.world.chat_shape(chat) | look


def get_chat_member(telegram: Telegram, parameters: Parameters) -> JsonObject:
    chat, number = named_chat(telegram.world, parameters), parameters.number("user_id")
    if number == telegram.world.bot.id:
        return {"status": "left" if chat.blocked else "member", "user": user_shape(telegram.world.bot)}
    if number not in telegram.world.users:
        raise bad_request("user not found" if chat.kind == PRIVATE else "member not found")
    status = "member" if number in chat.members else "left"
    return {"status": status, "user": user_shape(telegram.world.users[number])}


def leave_chat(telegram: Telegram, parameters: Parameters) -> bool:
    chat = named_chat(telegram.world, parameters)
    if chat.kind == PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    chat.blocked = True
    telegram.world.keep_chat(chat)
    return True

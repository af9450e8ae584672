"""Checks the buttons a bot sends, in Telegram's own words."""

from collections.abc import Callable, Mapping

from simulator.errors import BUTTON_DATA_INVALID, bad_request, refuse_unknown
from simulator.records import JsonObject

DATA_LIMIT = 64  # bytes
COPY_LIMIT = 256
BUTTON_LIMIT = 100
URL_SCHEMES = ("http://", "https://", "tg://")
REPLY_BUTTON_FIELDS = {"text", "request_contact", "request_location", "style", "icon_custom_emoji_id"}
INLINE_LOOKS = {"text", "style", "icon_custom_emoji_id"}
MARKUP_FIELDS = {
    "inline_keyboard": {"inline_keyboard"},
    "keyboard": {
        "keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective",
    },
    "remove_keyboard": {"remove_keyboard", "selective"},
    "force_reply": {"force_reply", "input_field_placeholder", "selective"},
}  # fmt: skip


def checked(markup: JsonObject | None) -> JsonObject | None:
    """Return the markup as Telegram would keep it; an empty keyboard is none."""
    if not markup:
        return None
    kind = next((kind for kind in MARKUP_FIELDS if kind in markup), None)
    if kind is None:
        raise bad_request("object expected as reply markup")
    refuse_unknown("reply_markup", set(markup) - MARKUP_FIELDS[kind])
    if kind not in CHECKS:
        return markup
    rows = [[CHECKS[kind](as_button(button)) for button in row] for row in rows_of(markup[kind])]
    if sum(map(len, rows)) > BUTTON_LIMIT:
        raise bad_request("reply markup is too long")
    rows = [row for row in rows if row]
    return markup | {kind: rows} if rows else None


def rows_of(keyboard: object) -> list[list[object]]:
    if not isinstance(keyboard, list) or not all(isinstance(row, list) for row in keyboard):
        raise bad_request("can't parse reply keyboard markup JSON object")
    return keyboard


def as_button(button: object) -> JsonObject:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    return button


def check_reply_button(button: JsonObject) -> JsonObject:
    refuse_unknown("keyboard button", set(button) - REPLY_BUTTON_FIELDS)
    if not str(button.get("text", "")).strip():
        raise bad_request("keyboard button text must be non-empty")
    return button


def check_inline_button(button: JsonObject) -> JsonObject:
    if not str(button.get("text", "")).strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be non-empty')
    actions = set(button) - INLINE_LOOKS
    refuse_unknown("inline keyboard button", actions - set(ACTIONS))
    if len(actions) != 1:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    action = actions.pop()
    ACTIONS[action](button[action])
    return button


def check_data(data: object) -> None:
    if not 1 <= len(str(data).encode()) <= DATA_LIMIT:
        raise bad_request(BUTTON_DATA_INVALID)


def check_url(url: object) -> None:
    if not str(url).startswith(URL_SCHEMES):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")


def check_web_app(app: object) -> None:
    url = str(app.get("url", "")) if isinstance(app, dict) else ""
    if not url.startswith("https://"):
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def check_copy(copy: object) -> None:
    text = str(copy.get("text", "")) if isinstance(copy, dict) else ""
    if not 1 <= len(text) <= COPY_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def accept(_: object) -> None:
    """Switching to inline mode needs no check of its own."""


ACTIONS: Mapping[str, Callable[[object], None]] = {
    "callback_data": check_data,
    "url": check_url,
    "web_app": check_web_app,
    "copy_text": check_copy,
    "switch_inline_query": accept,
    "switch_inline_query_current_chat": accept,
}
CHECKS: Mapping[str, Callable[[JsonObject], JsonObject]] = {
    "inline_keyboard": check_inline_button,
    "keyboard": check_reply_button,
}

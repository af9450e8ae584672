"""All methods that are emulated, with the parameters that each knows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from simulator.methods import chats, editing, intake, profile, sending
from simulator.parameters import Parameters
from simulator.telegram import Telegram

Run = Callable[[Telegram, Parameters], object | Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    run: Run
    known: frozenset[str]
    sends: bool = False


def method(name: str, run: Run, known: str = "") -> Method:
    return Method(name, run, frozenset(known.split()))


def sender(name: str, run: Run, known: str) -> Method:
    """A method that the flood limits count."""
    return Method(name, run, frozenset(f"{TO_A_CHAT} {known}".split()), sends=True)


TO_A_CHAT = (
    "chat_id message_thread_id disable_notification protect_content reply_parameters reply_markup "
    "reply_to_message_id allow_sending_without_reply"
)
CAPTION = "caption parse_mode caption_entities"
ONE_MESSAGE = "chat_id message_id reply_markup"
LANGUAGE = "language_code"

METHODS = {
    each.name.lower(): each
    for each in (
        method("getMe", profile.get_me),
        method("getUpdates", intake.get_updates, "offset limit timeout allowed_updates"),
        method(
            "setWebhook",
            intake.set_webhook,
            "url secret_token max_connections allowed_updates drop_pending_updates",
        ),
        method("deleteWebhook", intake.delete_webhook, "drop_pending_updates"),
        method("getWebhookInfo", intake.get_webhook_info),
        sender("sendMessage", sending.send_message, "text parse_mode entities link_preview_options"),
        sender("sendPhoto", sending.send_photo, f"photo {CAPTION}"),
        sender("sendDocument", sending.send_document, f"document disable_content_type_detection {CAPTION}"),
        sender("sendContact", sending.send_contact, "phone_number first_name last_name vcard"),
        sender("sendLocation", sending.send_location, "latitude longitude"),
        sender("sendMediaGroup", sending.send_media_group, "media"),
        sender("forwardMessage", sending.forward_message, "from_chat_id message_id"),
        sender("copyMessage", sending.copy_message, "from_chat_id message_id"),
        method(
            "editMessageText", editing.edit_message_text, f"{ONE_MESSAGE} text parse_mode entities link_preview_options"
        ),
        method("editMessageCaption", editing.edit_message_caption, f"{ONE_MESSAGE} {CAPTION}"),
        method("editMessageReplyMarkup", editing.edit_message_reply_markup, ONE_MESSAGE),
        method("deleteMessage", editing.delete_message, "chat_id message_id"),
        method("deleteMessages", editing.delete_messages, "chat_id message_ids"),
        method("setMessageReaction", editing.set_message_reaction, "chat_id message_id reaction is_big"),
        method("answerCallbackQuery", chats.answer_callback_query, "callback_query_id text show_alert cache_time"),
        method(
            "answerInlineQuery", chats.answer_inline_query, "inline_query_id results cache_time is_personal next_offset"
        ),
        method("sendChatAction", chats.send_chat_action, "chat_id action message_thread_id"),
        method("getFile", chats.get_file, "file_id"),
        method("getChat", chats.get_chat, "chat_id"),
        method("getChatMember", chats.get_chat_member, "chat_id user_id"),
        method("leaveChat", chats.leave_chat, "chat_id"),
        method("setMyCommands", profile.set_my_commands, f"commands scope {LANGUAGE}"),
        method("getMyCommands", profile.get_my_commands, f"scope {LANGUAGE}"),
        method("deleteMyCommands", profile.delete_my_commands, f"scope {LANGUAGE}"),
        method("setMyName", profile.set_words, f"name {LANGUAGE}"),
        method("getMyName", profile.get_my_name, LANGUAGE),
        method("setMyDescription", profile.set_words, f"description {LANGUAGE}"),
        method("getMyDescription", profile.get_my_description, LANGUAGE),
        method("setMyShortDescription", profile.set_words, f"short_description {LANGUAGE}"),
        method("getMyShortDescription", profile.get_my_short_description, LANGUAGE),
        method("setChatMenuButton", profile.set_chat_menu_button, "chat_id menu_button"),
        method("getChatMenuButton", profile.get_chat_menu_button, "chat_id"),
    )
}

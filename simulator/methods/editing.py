"""Methods that change or take back a message."""

import copy

from simulator.errors import (
    CANNOT_DELETE,
    CANNOT_EDIT,
    DELETE_NOT_FOUND,
    EDIT_NOT_FOUND,
    EDIT_TOO_LONG,
    NO_CAPTION,
    NOT_MODIFIED,
    NOT_TEXT,
    bad_request,
)
from simulator.keyboards import checked
from simulator.methods.recipients import recipient
from simulator.methods.words import Words, caption_words, message_words
from simulator.parameters import Parameters
from simulator.records import Chat, JsonObject, Message
from simulator.telegram import Telegram

DELETABLE_FOR = 48 * 3600


def edit_message_text(telegram: Telegram, parameters: Parameters) -> JsonObject:
    words = message_words(parameters, EDIT_TOO_LONG)
    message = editable(telegram, parameters)
    if message.media:
        raise bad_request(NOT_TEXT)
    return change(telegram, message, words, checked(parameters.thing("reply_markup")))


def edit_message_caption(telegram: Telegram, parameters: Parameters) -> JsonObject:
    words = caption_words(parameters)
    message = editable(telegram, parameters)
    if not message.media:
        raise bad_request(NO_CAPTION)
    return change(telegram, message, words, checked(parameters.thing("reply_markup")))


def edit_message_reply_markup(telegram: Telegram, parameters: Parameters) -> JsonObject:
    message = editable(telegram, parameters)
    return change(telegram, message, (message.text, message.entities), checked(parameters.thing("reply_markup")))


def editable(telegram: Telegram, parameters: Parameters) -> Message:
    chat = recipient(telegram.world, parameters)
    message = telegram.world.message(chat, parameters.number("message_id"))
    if message is None:
        raise bad_request(EDIT_NOT_FOUND)
    # A message that carried a reply keyboard cannot be edited, nor can somebody else's.
    if not message.from_bot or (message.markup and "inline_keyboard" not in message.markup):
        raise bad_request(CANNOT_EDIT)
    return message


def change(telegram: Telegram, message: Message, words: Words, markup: JsonObject | None) -> JsonObject:
    if (message.text, message.entities, message.markup) == (*words, markup):
        raise bad_request(NOT_MODIFIED)
    remember(message)
    message.text, message.entities = words
    message.markup = markup
    message.edited = telegram.clock.unix()
    telegram.world.keep(message)
    return telegram.world.shape(message)


def remember(message: Message) -> None:
    """Keep how the message looked before: tests and the page ask for it."""
    look: JsonObject = {"text": message.text, "markup": copy.deepcopy(message.markup)}
    message.versions.append(look | {"date": message.edited or message.date})


def delete_message(telegram: Telegram, parameters: Parameters) -> bool:
    chat = recipient(telegram.world, parameters)
    message = telegram.world.message(chat, parameters.number("message_id"))
    if message is None:
        raise bad_request(DELETE_NOT_FOUND)
    if telegram.clock.unix() - message.date > DELETABLE_FOR:
        raise bad_request(CANNOT_DELETE)
    remove(telegram, message)
    return True


def delete_messages(telegram: Telegram, parameters: Parameters) -> bool:
    chat = recipient(telegram.world, parameters)
    for message in found(telegram, chat, parameters):
        remove(telegram, message)
    return True


def found(telegram: Telegram, chat: Chat, parameters: Parameters) -> list[Message]:
    numbers = [int(number) for number in parameters.texts("message_ids")]
    return [message for number in numbers if (message := telegram.world.message(chat, number))]


def remove(telegram: Telegram, message: Message) -> None:
    message.deleted = True
    telegram.world.keep(message)


def set_message_reaction(telegram: Telegram, parameters: Parameters) -> bool:
    chat = recipient(telegram.world, parameters)
    message = telegram.world.message(chat, parameters.number("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    message.reactions = parameters.things("reaction")
    telegram.world.keep(message)
    return True

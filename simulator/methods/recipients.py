"""Finds the chat a call is meant for, and refuses as Telegram does when the bot may not write there."""

from simulator.errors import (
    BLOCKED,
    CHAT_ID_EMPTY,
    CHAT_NOT_FOUND,
    DEACTIVATED,
    KICKED,
    NEVER_STARTED,
    ApiError,
    bad_request,
    forbidden,
    moved,
)
from simulator.parameters import Parameters
from simulator.records import PRIVATE, Chat
from simulator.world import World


def named_chat(world: World, parameters: Parameters, name: str = "chat_id") -> Chat:
    given = parameters.text(name).strip()
    if not given:
        raise bad_request(CHAT_ID_EMPTY)
    number = int(given) if given.removeprefix("-").isdigit() else 0
    if number not in world.chats:
        raise bad_request(CHAT_NOT_FOUND)
    return world.chats[number]


def recipient(world: World, parameters: Parameters) -> Chat:
    chat = named_chat(world, parameters)
    refusal = private_refusal(world, chat) if chat.kind == PRIVATE else group_refusal(chat)
    if refusal:
        raise refusal
    return chat


def private_refusal(world: World, chat: Chat) -> ApiError | None:
    if world.users[chat.id].deactivated:
        return forbidden(DEACTIVATED)
    if chat.blocked:
        return forbidden(BLOCKED)
    return None if chat.started else forbidden(NEVER_STARTED)


def group_refusal(chat: Chat) -> ApiError | None:
    if chat.moved_to:
        return moved(chat.moved_to)
    return forbidden(KICKED) if chat.blocked else None

"""What the bot says about itself: name, descriptions, commands, menu button."""

import re

from simulator.errors import bad_request
from simulator.methods.recipients import named_chat
from simulator.parameters import Parameters
from simulator.records import Chat, JsonObject
from simulator.shapes import user_shape
from simulator.telegram import Telegram
from simulator.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION_LIMIT = 256
COMMANDS_LIMIT = 100
NAME_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(telegram: Telegram, _: Parameters) -> JsonObject:
    abilities: JsonObject = {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return user_shape(telegram.world.bot) | abilities


def scope_key(parameters: Parameters) -> str:
    scope = Parameters(parameters.thing("scope") or {"type": "default"})
    return place_of(scope.text("type"), scope.text("chat_id"), parameters.text("language_code"))


def place_of(kind: str, chat: str, language: str) -> str:
    return f"{kind}/{chat}/{language}"


def stored_commands(world: World) -> dict[str, list[JsonObject]]:
    commands = world.settings.get("commands")
    return commands if isinstance(commands, dict) else {}


def set_my_commands(telegram: Telegram, parameters: Parameters) -> bool:
    commands = [checked_command(Parameters(each)) for each in parameters.things("commands")]
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    replace_commands(telegram.world, stored_commands(telegram.world) | {scope_key(parameters): commands})
    return True


def checked_command(command: Parameters) -> JsonObject:
    name, description = command.text("command").removeprefix("/"), command.text("description")
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= DESCRIPTION_LIMIT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def get_my_commands(telegram: Telegram, parameters: Parameters) -> list[JsonObject]:
    return stored_commands(telegram.world).get(scope_key(parameters), [])


def delete_my_commands(telegram: Telegram, parameters: Parameters) -> bool:
    gone = scope_key(parameters)
    kept = {key: commands for key, commands in stored_commands(telegram.world).items() if key != gone}
    replace_commands(telegram.world, kept)
    return True


def replace_commands(world: World, commands: dict[str, list[JsonObject]]) -> None:
    world.set("commands", commands)
    world.signals.publish("commands")


def commands_for(world: World, chat: Chat, language: str) -> list[JsonObject]:
    """Find the menu a person sees: the narrowest scope wins, and in it their own language."""
    general = "all_private_chats" if chat.id > 0 else "all_group_chats"
    scopes = [("chat", str(chat.id)), (general, ""), ("default", "")]
    keys = [place_of(kind, number, each) for kind, number in scopes for each in (language, "")]
    return next((found for key in keys if (found := stored_commands(world).get(key))), [])


def set_words(telegram: Telegram, parameters: Parameters) -> bool:
    """Set the name or a description, per language."""
    for name in NAME_LIMITS.keys() & parameters.names:
        text = parameters.text(name)
        if len(text) > NAME_LIMITS[name]:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        keep_words(telegram.world, name, text, parameters.text("language_code"))
    return True


def keep_words(world: World, name: str, text: str, language: str) -> None:
    world.set(f"{name}/{language}", text)
    if name == "name" and text and not language:
        world.bot.first_name = text
    world.signals.publish("profile")


def get_words(telegram: Telegram, parameters: Parameters, name: str) -> JsonObject:
    settings, language = telegram.world.settings, parameters.text("language_code")
    found = settings.get(f"{name}/{language}") or settings.get(f"{name}/", "")
    return {name: found or (telegram.world.bot.first_name if name == "name" else "")}


def get_my_name(telegram: Telegram, parameters: Parameters) -> JsonObject:
    return get_words(telegram, parameters, "name")


def get_my_description(telegram: Telegram, parameters: Parameters) -> JsonObject:
    return get_words(telegram, parameters, "description")


def get_my_short_description(telegram: Telegram, parameters: Parameters) -> JsonObject:
    return get_words(telegram, parameters, "short_description")


def set_chat_menu_button(telegram: Telegram, parameters: Parameters) -> bool:
    button = parameters.thing("menu_button") or {"type": "default"}
    if "chat_id" not in parameters:
        telegram.world.set("menu_button", button)
        return True
    chat = named_chat(telegram.world, parameters)
    chat.menu_button = button
    telegram.world.keep_chat(chat)
    return True


def get_chat_menu_button(telegram: Telegram, parameters: Parameters) -> JsonObject:
    if "chat_id" in parameters:
        return named_chat(telegram.world, parameters).menu_button
    button = telegram.world.settings.get("menu_button")
    return button if isinstance(button, dict) else {"type": "default"}

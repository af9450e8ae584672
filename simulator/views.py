"""How the page and other processes see the world, as JSON."""

from dataclasses import asdict

from simulator.groups import Group
from simulator.methods.profile import commands_for
from simulator.phone import Person
from simulator.records import Chat, JsonObject, Message, Tap
from simulator.telegram import Call, Telegram
from simulator.world import World

PHONES_SHOWN = 12
MESSAGES_SHOWN = 200


def message_view(world: World, message: Message) -> JsonObject:
    return asdict(message) | {"sender_name": world.user_of(message.sender).name}


def chat_view(world: World, chat: Chat, language: str) -> JsonObject:
    return asdict(chat) | {"commands": commands_for(world, chat, language)}


def person_view(person: Person) -> JsonObject:
    """Show what the page needs; the latest messages only, because a benchmark makes thousands."""
    world = person.telegram.world
    return {
        "id": person.id,
        "name": person.name,
        "language": person.user.language,
        "about": person.user.about,
        "chat": chat_view(world, person.record, person.user.language),
        "messages": [message_view(world, message) for message in person.chat[-MESSAGES_SHOWN:]],
    }


def group_view(group: Group) -> JsonObject:
    return {"id": group.id, "title": group.record.title, "members": group.record.members}


def tap_view(tap: Tap) -> JsonObject:
    return asdict(tap)


def call_view(call: Call) -> JsonObject:
    return asdict(call)


def bot_view(telegram: Telegram) -> JsonObject:
    bot, settings = telegram.world.bot, telegram.world.settings
    return {
        "id": bot.id,
        "name": bot.first_name,
        "username": bot.username,
        "descriptions": {key: text for key, text in settings.items() if key.startswith("description/")},
    }


def clock_view(telegram: Telegram) -> JsonObject:
    return {"now": telegram.clock.now().timestamp(), "offset": telegram.clock.offset, "zone": telegram.world.zone}


def state_view(telegram: Telegram) -> JsonObject:
    people = [Person(telegram, user) for user in telegram.world.users.values()]
    return {
        "bot": bot_view(telegram),
        "clock": clock_view(telegram),
        "people": [person_view(person) for person in people[:PHONES_SHOWN]],
        "not_emulated": telegram.not_emulated,
        "undelivered": len(telegram.feed.pending()),
    }

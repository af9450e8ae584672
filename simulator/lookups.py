"""Finds who and what a control request means."""

import base64
import binascii
from typing import TYPE_CHECKING

from simulator.errors import PhoneError
from simulator.groups import Group
from simulator.parameters import Parameters
from simulator.phone import Person
from simulator.records import JsonObject, Message, Tap
from simulator.views import message_view, tap_view

if TYPE_CHECKING:
    from simulator.simulator import Simulator


def who(sim: "Simulator", given: Parameters) -> Person:
    """Find a person by name or number; nobody is made by a slip of the pen."""
    wanted = given.text("person")
    found = next((person for person in sim.people if wanted in {person.name, str(person.id)}), None)
    if found is None:
        raise PhoneError(f"There is no phone of {wanted!r}, only of {[person.name for person in sim.people]}.")
    return found


def which(sim: "Simulator", given: Parameters, name: str = "message") -> Message | None:
    """Find the message with this number in the person's chat, or in the chat named."""
    number = given.number(name)
    if not number:
        return None
    chat = sim.telegram.world.chats.get(given.number("chat") or who(sim, given).id)
    message = sim.telegram.world.message(chat, number) if chat else None
    if message is None:
        raise PhoneError(f"There is no message {number} here.")
    return message


def this(sim: "Simulator", given: Parameters, name: str = "message") -> Message:
    message = which(sim, given, name)
    if message is None:
        raise PhoneError(f"Which {name}? Its number is missing.")
    return message


def group_of(sim: "Simulator", given: Parameters) -> Group | None:
    number = given.number("to")
    return Group(sim.telegram, sim.telegram.world.chats[number]) if number in sim.telegram.world.chats else None


def content_of(given: Parameters) -> bytes:
    try:
        return base64.b64decode(given.text("content"), validate=True)
    except binascii.Error:
        raise PhoneError("The content should be base64.") from None


def shown(sim: "Simulator", done: Message | Tap) -> JsonObject:
    return tap_view(done) if isinstance(done, Tap) else message_view(sim.telegram.world, done)

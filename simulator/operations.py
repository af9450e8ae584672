"""What the page and other processes may ask for: the library's own verbs, by name."""

import base64
import binascii
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Unpack

from simulator.parameters import Parameters
from simulator.phone import Group, Person, PhoneError
from simulator.records import Button, JsonObject, Message, Tap
from simulator.refusals import RefusalTerms
from simulator.views import call_view, clock_view, group_view, message_view, person_view, state_view, tap_view

if TYPE_CHECKING:
    from simulator.simulator import Simulator

Operation = Callable[["Simulator", Parameters], object]
LATEST_CALLS = 100


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


def person(sim: "Simulator", given: Parameters) -> JsonObject:
    known = person_view(sim.person(given.text("name"), given.text("language", "en")))
    sim.telegram.world.signals.publish("people")
    return known


def say(sim: "Simulator", given: Parameters) -> JsonObject:
    said = who(sim, given).say(given.text("text"), to=group_of(sim, given), reply_to=which(sim, given, "reply_to"))
    return shown(sim, said)


def edit(sim: "Simulator", given: Parameters) -> JsonObject:
    return shown(sim, who(sim, given).edit(this(sim, given), given.text("text")))


def press(sim: "Simulator", given: Parameters) -> JsonObject:
    pressed = who(sim, given).press(given.text("label"), on=which(sim, given), deliveries=given.number("deliveries", 1))
    return shown(sim, pressed)


def tap(sim: "Simulator", given: Parameters) -> JsonObject:
    tapped = who(sim, given).tap(this(sim, given), given.text("data"), deliveries=given.number("deliveries", 1))
    return shown(sim, tapped)


def use(sim: "Simulator", given: Parameters) -> JsonObject:
    shape = given.thing("button") or {}
    return shown(sim, who(sim, given).use(Button(str(shape.get("text", "")), shape)))


def follow(sim: "Simulator", given: Parameters) -> JsonObject:
    return shown(sim, who(sim, given).open(given.text("link")))


def contact(sim: "Simulator", given: Parameters) -> JsonObject:
    return shown(sim, who(sim, given).contact(given.text("phone"), given.text("first_name")))


def location(sim: "Simulator", given: Parameters) -> JsonObject:
    return shown(sim, who(sim, given).location(given.real("latitude"), given.real("longitude")))


def photo(sim: "Simulator", given: Parameters) -> JsonObject:
    sent = who(sim, given).photo(content_of(given), given.text("caption"), album=given.text("album"))
    return shown(sim, sent)


def document(sim: "Simulator", given: Parameters) -> JsonObject:
    name, content = given.text("name"), content_of(given)
    sent = who(sim, given).document(name, content, given.text("caption"), album=given.text("album"))
    return shown(sim, sent)


def voice(sim: "Simulator", given: Parameters) -> JsonObject:
    return shown(sim, who(sim, given).voice(given.number("seconds", 3)))


def sticker(sim: "Simulator", given: Parameters) -> JsonObject:
    return shown(sim, who(sim, given).sticker(given.text("emoji", "👍")))


def forward(sim: "Simulator", given: Parameters) -> JsonObject:
    source = who(sim, Parameters({"person": given.text("from", given.text("person"))}))
    message = this(sim, Parameters({"person": str(source.id), "message": given.number("message")}))
    return shown(sim, who(sim, given).forward(message))


def block(sim: "Simulator", given: Parameters) -> None:
    who(sim, given).block()


def unblock(sim: "Simulator", given: Parameters) -> None:
    who(sim, given).unblock()


def deactivate(sim: "Simulator", given: Parameters) -> None:
    who(sim, given).deactivate()


def inline(sim: "Simulator", given: Parameters) -> JsonObject:
    return {"query": who(sim, given).inline(given.text("text"))}


def group(sim: "Simulator", given: Parameters) -> JsonObject:
    members = [who(sim, Parameters({"person": name})) for name in given.texts("members")]
    return group_view(sim.group(given.text("title"), members, supergroup=given.flag("supergroup")))


def upgrade(sim: "Simulator", given: Parameters) -> JsonObject:
    found = group_of(sim, given)
    if found is None:
        raise PhoneError("Which group? `to` is missing.")
    return group_view(found.upgrade())


def clock(sim: "Simulator", given: Parameters) -> JsonObject:
    """Move the clock `by` seconds or `to` a moment, or just read it."""
    if "to" in given:
        sim.clock.move_to(datetime.fromisoformat(given.text("to")))
    if "by" in given:
        sim.clock.forward(timedelta(seconds=given.real("by")))
    sim.telegram.world.signals.publish("clock", clock=clock_view(sim.telegram))
    return clock_view(sim.telegram)


def refuse(sim: "Simulator", given: Parameters) -> None:
    order(sim, **json.loads(json.dumps(given.given)))


def order(sim: "Simulator", **terms: Unpack[RefusalTerms]) -> None:
    sim.refuse(**terms)


def pace(sim: "Simulator", given: Parameters) -> JsonObject:
    """Set the latency (seconds) or switch the flood limits."""
    if "latency" in given:
        sim.latency = given.real("latency")
    if "limits" in given:
        sim.telegram.limiter.on = given.flag("limits")
    return {"latency": sim.latency, "limits": sim.telegram.limiter.on}


def raw(sim: "Simulator", given: Parameters) -> None:
    sim.raw(given.thing("update") or {}, numbered=given.text("numbered", "true") == "true")


def jump(sim: "Simulator", _: Parameters) -> None:
    sim.telegram.feed.jump()


def state(sim: "Simulator", _: Parameters) -> JsonObject:
    return state_view(sim.telegram)


def messages(sim: "Simulator", given: Parameters) -> list[JsonObject]:
    return [message_view(sim.telegram.world, message) for message in who(sim, given).chat]


def calls(sim: "Simulator", given: Parameters) -> JsonObject:
    """Show the latest calls, or those of one method; `counts` holds them all."""
    wanted, limit = given.text("method"), given.number("limit", LATEST_CALLS)
    found = sim.calls_of(wanted) if wanted else list(sim.calls)
    return {"calls": [call_view(call) for call in found[-limit:]], "counts": dict(sim.counts)}


def totals(sim: "Simulator", _: Parameters) -> JsonObject:
    return {"counts": dict(sim.counts), "undelivered": sim.undelivered}


def batch(sim: "Simulator", given: Parameters) -> list[object]:
    """Do many things in one request: each item names its operation as `do`."""
    return [OPERATIONS[str(item["do"])](sim, Parameters(item)) for item in given.things("items")]


OPERATIONS: dict[str, Operation] = {
    "person": person, "group": group, "upgrade": upgrade,
    "say": say, "edit": edit, "forward": forward, "open": follow,
    "press": press, "tap": tap, "use": use, "inline": inline,
    "contact": contact, "location": location, "photo": photo, "document": document,
    "voice": voice, "sticker": sticker,
    "block": block, "unblock": unblock, "deactivate": deactivate,
    "clock": clock, "refuse": refuse, "pace": pace, "raw": raw, "jump": jump,
    "state": state, "messages": messages, "calls": calls, "totals": totals, "batch": batch,
}  # fmt: skip

"""What people do, as control requests: a phone's verbs."""

from typing import TYPE_CHECKING

from simulator.lookups import content_of, group_of, shown, this, which, who
from simulator.parameters import Parameters
from simulator.records import Button, JsonObject

if TYPE_CHECKING:
    from simulator.simulator import Simulator


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

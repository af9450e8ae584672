"""What the page and other processes may ask for: the library's own verbs, by name."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Unpack

from simulator import deeds
from simulator.errors import PhoneError
from simulator.lookups import group_of, who
from simulator.parameters import Parameters
from simulator.records import JsonObject
from simulator.refusals import RefusalTerms
from simulator.views import call_view, clock_view, group_view, message_view, person_view, state_view

if TYPE_CHECKING:
    from simulator.simulator import Simulator

Operation = Callable[["Simulator", Parameters], object]
LATEST_CALLS = 100


def person(sim: "Simulator", given: Parameters) -> JsonObject:
    known = person_view(sim.person(given.text("name"), given.text("language", "en")))
    sim.telegram.world.signals.publish("people")
    return known


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
    "say": deeds.say, "edit": deeds.edit, "forward": deeds.forward, "open": deeds.follow,
    "press": deeds.press, "tap": deeds.tap, "use": deeds.use, "inline": deeds.inline,
    "contact": deeds.contact, "location": deeds.location, "photo": deeds.photo, "document": deeds.document,
    "voice": deeds.voice, "sticker": deeds.sticker,
    "block": deeds.block, "unblock": deeds.unblock, "deactivate": deeds.deactivate,
    "clock": clock, "refuse": refuse, "pace": pace, "raw": raw, "jump": jump,
    "state": state, "messages": messages, "calls": calls, "totals": totals, "batch": batch,
}  # fmt: skip

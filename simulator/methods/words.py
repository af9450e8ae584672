"""The words of a message: parse mode, entities, limits, and to what it replies."""

from simulator.detection import detect, span, trim
from simulator.errors import (
    CAPTION_TOO_LONG,
    MESSAGE_EMPTY,
    MESSAGE_TOO_LONG,
    REPLY_NOT_FOUND,
    NotEmulatedError,
    bad_request,
    refuse_unknown,
)
from simulator.formatting import parse_html, units
from simulator.parameters import Parameters
from simulator.records import Chat, JsonObject
from simulator.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
REPLY_FIELDS = {"message_id", "allow_sending_without_reply"}
Words = tuple[str, list[JsonObject]]


def message_words(parameters: Parameters, too_long: str = MESSAGE_TOO_LONG) -> Words:
    text, entities = formatted(parameters, "text", "entities")
    if not text:
        raise bad_request(MESSAGE_EMPTY)
    if len(text) > TEXT_LIMIT:
        raise bad_request(too_long)
    return text, entities


def caption_words(parameters: Parameters) -> Words:
    text, entities = formatted(parameters, "caption", "caption_entities")
    if len(text) > CAPTION_LIMIT:
        raise bad_request(CAPTION_TOO_LONG)
    return text, entities


def formatted(parameters: Parameters, name: str, entities_name: str) -> Words:
    text, mode = parameters.text(name), parameters.text("parse_mode").lower()
    if mode.startswith("markdown"):
        raise NotEmulatedError(400, "Bad Request: this simulator does not emulate Markdown; use HTML or entities")
    if mode not in {"", "html"}:
        raise bad_request("unsupported parse_mode")
    words = parse_html(text) if mode else (text, inside(parameters.things(entities_name), units(text)))
    trimmed, entities = trim(*words)
    return trimmed, detect(trimmed, entities)


def inside(entities: list[JsonObject], size: int) -> list[JsonObject]:
    """Leave out entities beyond the text's end, as Telegram does without a word."""
    return [entity for entity in entities if span(entity)[0] >= 0 and span(entity)[1] <= size]


def replied(world: World, chat: Chat, parameters: Parameters) -> int:
    """Return the number of the message that is replied to, 0 for none."""
    given = parameters.thing("reply_parameters")
    refuse_unknown("reply_parameters", set(given or {}) - REPLY_FIELDS)
    reply = Parameters(given or parameters.given)
    number = reply.number("message_id" if given else "reply_to_message_id")
    if not number or world.message(chat, number):
        return number
    if reply.flag("allow_sending_without_reply"):
        return 0
    raise bad_request(REPLY_NOT_FOUND)

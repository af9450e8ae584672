"""What Telegram marks by itself: commands, links, mentions; and the trimming of a text's edges."""

import re

from simulator.formatting import place, units
from simulator.records import JsonObject

FOUND_BY = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>]))"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]*[a-z]\b)"
    r"|(?P<url>\b(?:https?://|tg://|www\.)[^\s<>\"]+[^\s<>\".,;:!?)\]'])"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31}\b)"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<![\w+])\+\d[\d ()-]{6,18}\d\b)"
)
OPENING_SIGNS = frozenset("/@#+.")


def detect(text: str, entities: list[JsonObject]) -> list[JsonObject]:
    """Add what is found in the text where no entity stands yet."""
    if OPENING_SIGNS.isdisjoint(text) and "://" not in text:
        return entities
    taken = [span(entity) for entity in entities]
    found = (shape(text, match) for match in FOUND_BY.finditer(text))
    return sorted([*entities, *(each for each in found if is_free(span(each), taken))], key=place)


def shape(text: str, match: re.Match[str]) -> JsonObject:
    return {"type": match.lastgroup, "offset": units(text[: match.start()]), "length": units(match[0])}


def span(entity: JsonObject) -> tuple[int, int]:
    start, negative_length = place(entity)
    return start, start - negative_length


def is_free(wanted: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return all(wanted[1] <= start or end <= wanted[0] for start, end in taken)


def trim(text: str, entities: list[JsonObject]) -> tuple[str, list[JsonObject]]:
    """Cut white space off both ends, as Telegram does, and move the entities along."""
    cut = units(text) - units(text.lstrip())
    bare = text.strip()
    if not cut and len(bare) == len(text):
        return text, entities
    return bare, [moved for entity in entities if (moved := shifted(entity, cut, units(bare)))]


def shifted(entity: JsonObject, cut: int, size: int) -> JsonObject | None:
    start, end = span(entity)
    start, end = max(start - cut, 0), min(end - cut, size)
    return entity | {"offset": start, "length": end - start} if start < end else None

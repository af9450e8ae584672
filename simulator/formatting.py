"""Telegram's HTML to text and entities, with Telegram's complaints about bad markup."""

import re
from dataclasses import dataclass, field
from html import unescape

from simulator.errors import ApiError, bad_request
from simulator.records import JsonObject

ENTITY_OF_TAG = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
PIECE = re.compile(r"<(?P<tag>[^<>]*)(?P<end>>?)|&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});|[^<&]+|&")
ATTRIBUTE = re.compile(r"""\s*([^\s=/"']*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?""")
LANGUAGE_CLASS = "language-"


def units(text: str) -> int:
    """Count UTF-16 code units, in which Telegram measures entities."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def broken(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


@dataclass(slots=True)
class OpenTag:
    name: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class HtmlReader:
    """Walks through the markup once, keeping the tags that are still open."""

    markup: str
    text: list[str] = field(default_factory=list)
    length: int = 0
    open: list[OpenTag] = field(default_factory=list)
    entities: list[JsonObject] = field(default_factory=list)

    def read(self) -> tuple[str, list[JsonObject]]:
        for piece in PIECE.finditer(self.markup):
            if piece["tag"] is None:
                self._say(unescape(piece[0]) if piece[0].endswith(";") else piece[0])
            else:
                self._take_tag(piece)
        if self.open:
            raise broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.text), sorted(self.entities, key=place)

    def _say(self, text: str) -> None:
        self.text.append(text)
        self.length += units(text)

    def _take_tag(self, piece: re.Match[str]) -> None:
        at = len(self.markup[: piece.start()].encode())
        if piece["tag"].startswith("/"):
            self._close(piece["tag"][1:].strip().lower(), at, closed=bool(piece["end"]))
        else:
            self._open(piece["tag"], at, closed=bool(piece["end"]))

    def _open(self, tag: str, at: int, *, closed: bool) -> None:
        name = (tag.split(maxsplit=1) or [""])[0].lower() if not tag[:1].isspace() else ""
        if not closed:
            raise broken(f"Unclosed start tag at byte offset {at}")
        if name not in ENTITY_OF_TAG:
            raise broken(f'Unsupported start tag "{name}" at byte offset {at}')
        attributes = read_attributes(tag[len(name) :])
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise broken(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.open.append(OpenTag(name, self.length, attributes))

    def _close(self, name: str, at: int, *, closed: bool) -> None:
        if not self.open:
            raise broken(f"Unexpected end tag at byte offset {at}")
        if not closed:
            raise broken(f"Unclosed end tag at byte offset {at}")
        tag = self.open.pop()
        if name and name != tag.name:
            raise broken(f'Unmatched end tag at byte offset {at}, expected "</{tag.name}>", found "</{name}>"')
        self._keep(tag)

    def _keep(self, tag: OpenTag) -> None:
        length = self.length - tag.offset
        if length and (tag.name != "a" or tag.attributes.get("href")):
            self.entities.append(
                {"type": ENTITY_OF_TAG[tag.name], "offset": tag.offset, "length": length} | extras(tag)
            )


def read_attributes(text: str) -> dict[str, str]:
    return {found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in ATTRIBUTE.finditer(text)}


def extras(tag: OpenTag) -> JsonObject:
    match tag.name:
        case "a":
            return {"url": tag.attributes["href"]}
        case "tg-emoji":
            return {"custom_emoji_id": tag.attributes.get("emoji-id", "")}
        case "blockquote" if "expandable" in tag.attributes:
            return {"type": "expandable_blockquote"}
        case "pre" | "code" if tag.attributes.get("class", "").startswith(LANGUAGE_CLASS):
            return {"type": "pre", "language": tag.attributes["class"].removeprefix(LANGUAGE_CLASS)}
        case _:
            return {}


def place(entity: JsonObject) -> tuple[int, int]:
    return int(str(entity["offset"])), -int(str(entity["length"]))


def parse_html(markup: str) -> tuple[str, list[JsonObject]]:
    return HtmlReader(markup).read()

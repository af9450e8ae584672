"""One spelling for matching: lower case, half width, simplified characters; every offset stays where it was."""

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_QUOTES = dict(zip("‘’‛`´“”„〝〞　\u00a0–—−―·・。、", "'''''\"\"\"\"\"  ----··。、", strict=True))


@cache
def _table() -> dict[int, str]:
    # zhconv's own reader leaves its file open.
    pairs = json.loads(files("zhconv").joinpath("zhcdict.json").read_text("utf-8"))["zh2Hans"].items()
    simple = {ord(old): new for old, new in pairs if len(old) == 1 and len(new) == 1}
    return simple | {ord(old): new for old, new in (_WIDE | _QUOTES).items()}


def _lower(text: str) -> Iterator[str]:
    for char in text:
        small = char.lower()
        yield small if len(small) == 1 else char


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Spell the text for matching; the result has the same length, so that offsets fit the original."""
    same = text.translate(_table())
    small = same.lower()
    # A few letters, such as the Turkish dotted I, grow when they are made small.
    return small if len(small) == len(text) else "".join(_lower(same))


def is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"

"""How Chinese characters sound: toneless pinyin, and Latin words cut into its syllables."""

import json
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from understanding.lexicon.shelf import table

LONGEST_PINYIN = 20
"""A longer word is no pinyin that anybody writes without a blank."""
_LONGEST_SYLLABLE = 6
_FIRST, _LAST = 0x4E00, 0x9FFF


@lru_cache(maxsize=16384)
def sounds(char: str) -> tuple[str, ...]:
    """The ways to pronounce a character, in toneless pinyin, the commonest first."""
    told = [_toneless(said) for said in _readings().get(ord(char), "").split(",") if said]
    # Who types ü at all, types v or u.
    return tuple(dict.fromkeys([*told, *(said.replace("v", "u") for said in told)]))


@cache
def _readings() -> dict[int, str]:
    # Importing pypinyin reads its phrases too, which take 50 MB; only its table of characters is needed.
    found = find_spec("pypinyin")
    if found is None or found.origin is None:
        return {}
    told = json.loads(Path(found.origin).with_name("pinyin_dict.json").read_text("utf-8"))
    return {int(code): said for code, said in told.items() if _FIRST <= int(code) <= _LAST}


@lru_cache(maxsize=2048)
def _toneless(said: str) -> str:
    letters = unicodedata.normalize("NFD", said).replace("u\u0308", "v")
    return "".join(char for char in letters if not unicodedata.combining(char))


@cache
def syllables() -> frozenset[str]:
    return frozenset(table("zh", "pinyin")["syllables"].split())


@lru_cache(maxsize=8192)
def spelt_out(latin: str) -> tuple[str, ...]:
    """Cut a Latin word into pinyin syllables, the longest first; nothing if it is no pinyin."""
    known = syllables()
    if not 0 < len(latin) <= LONGEST_PINYIN:
        return ()
    for length in range(min(_LONGEST_SYLLABLE, len(latin)), 0, -1):
        head, tail = latin[:length], latin[length:]
        if head in known and (not tail or spelt_out(tail)):
            return (head, *spelt_out(tail))
    return ()

"""What people write over their columns, in every language that has a file here."""

import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from sales.lists import ListKind

_FOLDER = Path(__file__).parent / "lexicon"
_BRACKETS = re.compile(r"[(\[【（].*?[)\]】）]")
_SIGNS = re.compile(r"[^\w]+|_")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


@cache
def _tables() -> tuple[Mapping[str, Mapping[str, list[str]]], ...]:
    return tuple(tomllib.loads(file.read_text("utf-8")) for file in sorted(_FOLDER.glob("*.toml")))


@cache
def words(table: str) -> Mapping[str, str]:
    """Folded words of a table, each with what it stands for; the same word never stands for two things."""
    return {fold(word): name for each in _tables() for name, said in each[table].items() for word in said}


@cache
def heading_words() -> frozenset[str]:
    """Of all kinds of lists."""
    return frozenset(word for kind in ListKind for word in columns_named(kind))


def columns_named(kind: ListKind) -> Mapping[str, str]:
    return words(kind.value)


def fold(words_written: str) -> str:
    """Words without case, width, script variant, punctuation and brackets; the brackets' own where nothing is left."""
    plain = unicodedata.normalize("NFKC", words_written).casefold()
    if _IDEOGRAPH.search(plain):
        plain = plain.translate(_simplified())
    outside = _squeezed(_BRACKETS.sub(" ", plain))
    return outside or _squeezed(plain)


@cache
def _simplified() -> dict[int, str]:
    # zhconv's own reader leaves its file open.
    pairs = json.loads(files("zhconv").joinpath("zhcdict.json").read_text("utf-8"))["zh2Hans"].items()
    return {ord(old): new for old, new in pairs if len(old) == 1}


def _squeezed(plain: str) -> str:
    """Spaces count between Latin words, and nowhere else."""
    spaced = " ".join(_SIGNS.sub(" ", plain).split())
    return spaced.replace(" ", "") if _IDEOGRAPH.search(spaced) else spaced


@cache
def _said() -> Mapping[str, frozenset[str]]:
    said: dict[str, set[str]] = {}
    for each in _tables():
        for choice, its_words in each["choices"].items():
            said.setdefault(choice, {fold(choice)}).update(map(fold, its_words))
    return {choice: frozenset(its_words) for choice, its_words in said.items()}


def said_for(word: str, choices: tuple[str, ...]) -> str | None:
    """Which of the choices a folded word stands for."""
    return next((choice for choice in choices if word in _said().get(choice, {fold(choice)})), None)

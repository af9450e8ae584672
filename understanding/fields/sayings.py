"""The sayings that tell a field, from the lexicon: whose value it is, or which of the field's choices."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from understanding.fields.slots import ending, slots
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.templates import Book, Template, template


@dataclass(frozen=True, slots=True)
class Saying:
    """A field that a template tells; `choice` where the words stand for one value, else they hold it."""

    field: str
    choice: str | None
    pattern: re.Pattern[str]


def sayings(text: str) -> Iterator[Saying]:
    """Those of which all the words are in the text."""
    book, told = _book()
    yield from (Saying(*told[id(one)], one.pattern) for one in book.tried(text))


@cache
def _book() -> tuple[Book, dict[int, tuple[str, str | None]]]:
    some = [(_read(language, said), (field, choice)) for language, field, choice, said in _lines()]
    return Book(one for one, _ in some), {id(one): meaning for one, meaning in some}


def _lines() -> Iterator[tuple[str, str, str | None, str]]:
    for language in LANGUAGES:
        words = table(language, "fields")
        for field, some in words["value"].items():
            yield from ((language, field, None, said) for said in some)
        for field, choices in words["choice"].items():
            yield from ((language, field, choice, said) for choice, some in choices.items() for said in some)


def _read(language: str, said: str) -> Template:
    """A Z at the end says that nothing more may follow."""
    one = template(language, said.removesuffix("Z"), slots(language))
    return replace(one, pattern=re.compile(one.pattern.pattern + ending(language))) if said.endswith("Z") else one


@cache
def guard(name: str, language: str) -> tuple[str, ...]:
    """Words that forbid, by language."""
    return tuple(word.replace("-", " ") for word in table(language, "fields")["guards"][name].split())

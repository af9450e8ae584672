"""Reads by what an address list is cut: "addresses class A region East", 地址 等级 A 地区 华东."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from papers.lists.vocabulary import columns_named, fold, said_for, words
from sales.fields import FIELDS, FieldKind
from sales.lists import ListKind

_MOST_WORDS = 30


@dataclass(frozen=True, slots=True)
class Segment:
    """Whether addresses are wished, and of whom: values by field."""

    addresses: bool = False
    segment: Mapping[str, str] = field(default_factory=dict)


def read_segment(text: str, fields: Collection[str]) -> Segment | None:
    """None: that is neither empty nor a list of addresses by such fields."""
    said = text.split()
    if not said:
        return Segment()
    if len(said) > _MOST_WORDS or words("words").get(fold(said[0])) != "addresses":
        return None
    found = _by_field(said[1:], fields)
    if found is None or not all(found.values()):
        return None
    return Segment(addresses=True, segment={name: _value(name, " ".join(value)) for name, value in found.items()})


def _by_field(said: list[str], fields: Collection[str]) -> dict[str, list[str]] | None:
    """The words behind each field; None: they do not begin with one."""
    found: dict[str, list[str]] = {}
    name = ""
    for word in said:
        # A word that names a field begins a new one; the value before it may have several words.
        named = columns_named(ListKind.CUSTOMERS).get(fold(word), "")
        if named in fields and (not name or found[name]):
            name = named
            found[name] = []
        elif name:
            found[name].append(word)
        else:
            return None
    return found


def _value(name: str, written: str) -> str:
    """A choice by its own name: A类 is A."""
    known = FIELDS.get(name)
    if known is None or known.kind is not FieldKind.CHOICE:
        return written
    return said_for(fold(written), known.choices) or written

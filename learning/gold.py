"""What the network is to answer about a message: its labels laid over the things noticed in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from learning.corpus import written
from sales.kinds import Category, Kind, Sentiment, Severity
from understanding.context.tokens import Stand, Token, stands, tokens
from understanding.contract import directory_of
from understanding.dates.finding import DatePhrase
from understanding.dates.policy import due, happened
from understanding.findings import Moment
from understanding.message.money import Sum
from understanding.message.notice import Noticed, notice
from understanding.message.people import Person
from understanding.message.scenes import NOBODY, scenes

Json = dict[str, Any]
KINDS = tuple(Kind)
SUMS = (Kind.ORDER, Kind.PAYMENT, Kind.OPPORTUNITY, Kind.COMPLAINT)
UNKNOWN = -1


@dataclass(slots=True)
class Example:
    """A message as seen from one customer, with the answers wanted: 1, 0, or -1 where the labels do not tell.

    What other networks thought may stand between 0 and 1 (learning/distilling.py).
    """

    tokens: list[Token]
    stands: list[Stand]
    kinds: list[float]
    undated: float
    category: int
    severity: int
    sentiment: int
    due: list[float]
    on: list[list[float]]
    sums: list[list[float]]
    person: list[float]
    line: Json
    key: int
    noticed: Noticed


def examples(line: Json) -> Iterator[Example]:
    directory = directory_of(tuple(line["customers"]))
    noticed = notice(line["text"], Moment(datetime.fromisoformat(line["at"]), line["default_currency"]), directory)
    some = tokens(noticed)
    if not some:
        return
    views = scenes(noticed)
    for view in views:
        yield _example(noticed, some, view.key, line, alone=len(views) == 1)


def _example(noticed: Noticed, some: list[Token], key: int, line: Json, *, alone: bool) -> Example:
    name = _customer(noticed, key, line["expect"], alone=alone)
    told = [one for one in line["expect"]["entries"] if _same(one["customer"], name)]
    ahead = [one for one in line["expect"]["follow_ups"] if _same(one["customer"], name)]
    kinds = {one["kind"]: one for one in told}
    return Example(
        some,
        stands(noticed, some, [key])[0],
        [int(kind in kinds) for kind in KINDS],
        int(any(not one["due"] for one in ahead)),
        _index(Category, kinds.get("complaint", {}).get("category")),
        _index(Severity, kinds.get("complaint", {}).get("severity")),
        _index(Sentiment, kinds.get("feedback", {}).get("sentiment")),
        [_due(noticed, one, {each["due"] for each in ahead}) for one in some],
        [[_on(noticed, one, kinds.get(kind)) for kind in KINDS] for one in some],
        [[_sum(one, kinds.get(kind)) for kind in SUMS] for one in some],
        [_person(one, told) for one in some],
        line,
        key,
        noticed,
    )


def _index(some: Iterable[str], told: str | None) -> int:
    return list(some).index(told) if told else UNKNOWN


def _customer(noticed: Noticed, key: int, gold: Json, *, alone: bool) -> str | None:
    names: set[str | None] = {one["customer"] for one in [*gold["entries"], *gold["follow_ups"]]}
    if alone and len(names) == 1:
        return names.pop()
    mention = noticed.mentions.get(key)
    return mention.name if mention and key != NOBODY else None


def _same(one: str | None, other: str | None) -> bool:
    return (one or "").strip().casefold() == (other or "").strip().casefold()


def _due(noticed: Noticed, one: Token, wanted: set[str]) -> int:
    if not isinstance(one.thing, DatePhrase):
        return UNKNOWN
    when = due(one.thing.read, noticed.frame)
    return int(bool(when) and written(when) in wanted) if when else UNKNOWN


def _on(noticed: Noticed, one: Token, entry: Json | None) -> int:
    """Whether the date tells when the entry happened; a date that reads as today changes nothing."""
    if entry is None or not isinstance(one.thing, DatePhrase):
        return UNKNOWN
    day = happened(one.thing.read, replace(noticed.frame, lean=-1))
    if day is None or day == noticed.frame.today.date():
        return UNKNOWN
    return int(day.isoformat() == entry["on"])


def _sum(one: Token, entry: Json | None) -> int:
    if entry is None or not isinstance(one.thing, Sum):
        return UNKNOWN
    return int(bool(entry["amount"]) and float(one.thing.value) == float(entry["amount"]["value"]))


def _person(one: Token, told: list[Json]) -> int:
    if not told or not isinstance(one.thing, Person):
        return UNKNOWN
    name = _short(one.thing.name)
    return int(any(_short(each) == name or name in _short(each).split() for each in told[0]["contacts"]))


def _short(name: str) -> str:
    return "".join(name.casefold().split()) if not name.isascii() else name.casefold().strip(" .")

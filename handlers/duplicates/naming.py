"""Which two the words behind /merge name: two customers, or two people of one."""

import re
from collections.abc import Iterator

from handlers.desk import Desk
from handlers.duplicates.merging import offered, shown
from handlers.outcome import Outcome
from sales.customers import bare_name
from sales.merging import What
from storage.cards import names
from storage.duplicates.merging import Two, people_of
from wording.sentences import Said

_BETWEEN = re.compile(r"\s*(?:[,，、;；|]|\s(?:and|with|into|&)\s|[和与跟])\s*")
_WHERE = re.compile(r"\s*[:：]\s*")
_LONGEST = 200
_PAIR = 2


def merge(desk: Desk, rest: str) -> Outcome:
    """Two customers, two people ("Acme: S. Lee, Sam Lee"), or one customer: then those that are like it are offered."""
    words = " ".join(rest.split())[:_LONGEST]
    if not words:
        return desk.say(Said.MERGE_HOW)
    where, *whom = _WHERE.split(words, maxsplit=1)
    if whom:
        return _people(desk, where, whom[0])
    pairs = (_pair(desk, one, other) for one, other in _cut(words))
    two = next((pair for pair in pairs if pair), None)
    return shown(desk, What.CUSTOMER, two) if two else _single(desk, words)


def _pair(desk: Desk, one: str, other: str) -> Two | None:
    """The two that are called so best; one name said twice means the two that bear it. The older one stays."""
    named = [(_called(desk, name), _known(desk, name)) for name in (one, other)]
    (first, firsts), (second, seconds) = named
    if not firsts or not seconds:
        return None
    if len(first) == 1 and first == second:
        return Two(first[0], first[0])
    pairs = [(a, b) for a in firsts for b in seconds if a != b]
    best = min(
        pairs,
        key=lambda pair: (
            (pair[0] not in first) + (pair[1] not in second),
            firsts.index(pair[0]),
            seconds.index(pair[1]),
        ),
        default=(firsts[0], seconds[0]),
    )
    return Two(min(best), max(best))


def _cut(words: str) -> Iterator[tuple[str, str]]:
    """A name may hold a comma itself ("Globex Co., Ltd"), so every place is tried."""
    for between in _BETWEEN.finditer(words):
        one, other = words[: between.start()].strip(), words[between.end() :].strip()
        if one and other:
            yield one, other


def _known(desk: Desk, name: str) -> list[int]:
    """The member's customers of this name, then those of a near one."""
    near = [one.customer.id for one in desk.names.near(desk.session, desk.member, name) if one.customer.seen]
    return list(dict.fromkeys((*_called(desk, name), *near)))


def _called(desk: Desk, name: str) -> list[int]:
    return [one.id for one in names.by_name(desk.session, desk.member, name)]


def _single(desk: Desk, words: str) -> Outcome:
    """One name alone, or two of which one is on no record."""
    unknown = None if _called(desk, words) else _half_unknown(desk, words)
    found = () if unknown else _known(desk, words)
    if len(found) == _PAIR:
        return shown(desk, What.CUSTOMER, Two(min(found), max(found)))
    return offered(desk, found[0]) if found else desk.say(Said.MERGE_UNKNOWN, name=unknown or words)


def _half_unknown(desk: Desk, words: str) -> str | None:
    for one, other in _cut(words):
        unknown = [name for name in (one, other) if not _known(desk, name)]
        if len(unknown) == 1:
            return unknown[0]
    return None


def _people(desk: Desk, where: str, words: str) -> Outcome:
    customer = _known(desk, where)
    if not customer:
        return desk.say(Said.MERGE_UNKNOWN, name=where)
    there = people_of(desk.session, customer[0])
    for one, other in _cut(words):
        found = [[row.id or 0 for row in there if bare_name(row.name) == bare_name(name)] for name in (one, other)]
        if all(found):
            two = sorted({found[0][0], found[1][-1]})
            return shown(desk, What.CONTACT, Two(two[0], two[-1]))
    return desk.say(Said.MERGE_NOBODY, name=where)

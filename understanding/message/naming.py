"""Settles which customers a message is about: known ones that are meant, and new ones."""

import itertools
import re
from collections.abc import Collection
from dataclasses import replace

from understanding.customers.alikeness import alike_words
from understanding.customers.mentions import Named
from understanding.customers.tokens import generic_words, han_parts, tokens
from understanding.customers.weights import ASK
from understanding.lexicon.everyday import everyday_words
from understanding.message.announced import announced
from understanding.message.cues import cues
from understanding.message.naming_words import CAPITALS, company_part, pattern, words
from understanding.message.newcomers import BESIDE, MAYBE, Newcomer, newcomers
from understanding.message.people.finding import persons
from understanding.spelling import plain

_ONE_WORD = re.compile(r"[A-Z][A-Za-z'’]+")
_SURNAME = re.compile(r"(?:-| )([A-Z][a-z]+)")
_NEXT_WORD = re.compile(r" ([A-Za-zÀ-ÿ]+)")
_CLAUSE_ENDS = re.compile(r"\s*(?:[,.;!?]|$)")
_ALIKE = 4
"""Letters at the beginning by which one word resembles another."""
_SHORTEST_TRADE = 2
_MET = re.compile(r"\b(?:met|spoke to|spoke with|talked to|chatted with|introduced to|with) $")


def meant(text: str, spelled: str, named: Collection[Named]) -> list[Named]:
    """Leave out names that the message sets aside: "not the golf club", (不是安心動物醫院); and names of people."""
    new = [span for span in announced(text, spelled) if span[1] - span[0] > 1]
    kept = [one for one in named if not _set_aside(spelled, one) and not _part_of(one, new)]
    people = {text[one.start : one.end] for one in kept if is_person(text, one)}
    companies = [one for one in kept if text[one.start : one.end] not in people]
    # Where nobody else is named, the person's name may after all be the customer's.
    return companies or [replace(one, trust=min(one.trust, ASK)) for one in kept]


def _part_of(one: Named, new: Collection[tuple[int, int]]) -> bool:
    """Within the name of somebody who is called new: 新客户达州宏发商砼 is not 黔峰商砼."""
    return any(start <= one.start and one.end <= end and one.end - one.start < end - start for start, end in new)


def is_person(text: str, one: Named) -> bool:
    """Ellis Grant, Mr. Tees-Dale: one word of a customer's name that is a part of a person's."""
    if not _ONE_WORD.fullmatch(text[one.start : one.end]):
        return False
    before = re.search(r"([A-Za-z]+)\.? $", text[max(0, one.start - 14) : one.start])
    after = _SURNAME.match(text, one.end)
    titled = (
        before is not None and before[1].lower() in words("titles") | words("first_names") and before[1][0].isupper()
    )
    if after is None or after[1].lower() in generic_words():
        return titled
    met = _MET.search(text[max(0, one.start - 20) : one.start].lower()) is not None
    return titled or met or text[one.start : one.end].lower() in words("first_names")


def _set_aside(spelled: str, one: Named) -> bool:
    before = spelled[max(0, one.start - 24) : one.start]
    return bool(pattern("not_meant_before", r"(?:^|[\s,(:;.]|(?<=[^a-z]))(?:{})(?: the)?\s*$").search(before))


def newcomer(text: str, spelled: str, named: Collection[Named], taken: Collection[tuple[int, int]]) -> Newcomer | None:
    """The likeliest name that no customer of the directory bears; beside known ones one called new or that wants."""
    some = list(itertools.islice(newcomers(text, spelled, taken, BESIDE if named else MAYBE), _MOST))
    if not some or some[0].strength > MAYBE:
        return some[0] if some else None
    people = [(who.start, who.end) for who in persons(text, spelled, list(taken), ()) if who.sure >= _PERSON]
    others = people + [(cue.start, cue.end) for cue in cues(spelled)]
    return next((one for one in some if not any(start < one.end and one.start < end for start, end in others)), None)


_MOST = 8
"""Names that are looked at; the likeliest are the first."""
_PERSON = 0.5
"""From here on a name is a person's."""


def extended(text: str, one: Named, known_name: str) -> tuple[int, int] | None:
    """A longer name around a partial fit is another company: Teesside Pressings is no Teesside Cryogenics."""
    for found in CAPITALS.finditer(text):
        if found.start() <= one.start and one.end < found.end() - 2:
            rest = re.findall(r"[^\W\d_]+", text[one.end : found.end()])
            if rest and _foreign(rest[0], known_name):
                return company_part(found)
    return _extended_characters(plain(text), one, plain(known_name))


def _extended_characters(spelled: str, one: Named, known_name: str) -> tuple[int, int] | None:
    """晋阳焦化 is no 太原晋阳热电厂, nor 恒大钢构 恒大钢铁: another trade follows the same characters."""
    said = spelled[one.start : one.end]
    if said not in known_name or known_name.endswith(said):
        return None
    cut = known_name.index(said) + len(said)
    begun = _begun_trade(known_name, cut)
    end = _end_of_trades(spelled, one.end - begun)
    if end - one.end < (1 if begun else _SHORTEST_TRADE):
        return None
    own = han_parts("generic").search(known_name, cut - begun)
    told = han_parts("generic").findall(spelled[one.end - begun : end])
    return (one.start, end) if own and not any(part in known_name for part in told) else None


def _begun_trade(known_name: str, cut: int) -> int:
    """How many characters before the cut begin a trade that goes on after it."""
    trades = han_parts("generic").finditer(known_name)
    return next((cut - found.start() for found in trades if found.start() < cut < found.end()), 0)


def _end_of_trades(spelled: str, start: int) -> int:
    end = start
    while more := han_parts("generic").match(spelled, end):
        end = more.end()
    return end


def likened(text: str, spelled: str, one: Named, known_names: Collection[str]) -> Named:
    """With the word that follows where it only resembles the known name: Acme Tooling may be no Acme Tools."""
    follows = _NEXT_WORD.match(text, one.end)
    if not follows or not text[one.start].isascii():
        return one
    told, ends = plain(follows[1]), _CLAUSE_ENDS.match(text, follows.end())
    units = {unit.text for name in known_names for unit in tokens(plain(name))}
    said = {unit.text for unit in tokens(spelled[one.start : one.end])}
    near = [unit for unit in units - said if unit[:_ALIKE] == told[:_ALIKE] and not alike_words(told, unit)]
    if not near or told in units or len(told) < _ALIKE or not (follows[1][0].isupper() or ends):
        return one
    return replace(one, end=follows.end(), trust=min(one.trust, ASK))


def _foreign(word: str, known_name: str) -> bool:
    bare = word.lower()
    company = bare in generic_words() or bare.endswith("s")
    return (
        company
        and word[0].isupper()
        and bare not in everyday_words()
        and bare[:4] not in known_name.lower()
        and bare not in words("first_names")
    )

"""How far words that fit a name may be trusted to mean the customer: "the summit" is a summit, 王强 may be a person."""

import re
from functools import cache

from understanding.customers.aligning import Fit
from understanding.customers.tokens import generic_words
from understanding.customers.translating import MARK
from understanding.customers.weights import ASK, NEVER, TRUSTED, WHOLE
from understanding.lexicon.everyday import everyday_words
from understanding.lexicon.shelf import table
from understanding.spelling import is_han

_LAST_WORD = re.compile(r"([a-z@']+)[\s\"]*$")
_NEXT_WORD = re.compile(r"(?:'s?)?[\s\"]*([a-z']+)")
_SHORTEST_HEART, _LONGEST_HEART = 2, 3
_REACH = 24
_LONG = 8
_NUMERALS = frozenset("第零〇一二两三四五六七八九十百千万亿半")


@cache
def _listed(language: str, name: str, key: str) -> frozenset[str]:
    return frozenset(table(language, name)[key].split())


def trust(fit: Fit, spelled: str) -> float:
    """Between NEVER and TRUSTED; at ASK the rep is asked."""
    if not fit.words:
        return TRUSTED if fit.end - fit.start > len("RM") else ASK
    if len({word.start for word in fit.words}) == 1 and _is_translated(fit, spelled):
        return NEVER
    return _of_characters(fit, spelled) if fit.words[0].han else _of_words(fit, spelled)


def _is_translated(fit: Fit, spelled: str) -> bool:
    """One word translated, and nothing beside it, is just a word: 希望 is no Hope Foods."""
    first = fit.words[0]
    return first.text.startswith(MARK) or (first.han and first.text != spelled[first.start])


def _of_words(fit: Fit, spelled: str) -> float:
    before = _LAST_WORD.search(spelled[max(0, fit.start - _REACH) : fit.start])
    after = _NEXT_WORD.match(spelled, fit.end)
    lead, follow = before[1] if before else "", after[1] if after else ""
    if _is_ordinary(fit):
        return _of_ordinary(fit, lead, follow)
    return _of_rare_words(fit, spelled[fit.start : fit.end], lead)


def _of_rare_words(fit: Fit, said: str, lead: str) -> float:
    first, person = fit.words[0], said in _listed("en", "persons", "first_names")
    if said in _listed("en", "persons", "titles") | _listed("en", "naming", "before_names"):
        # Dr. Okafor is not Dr. Martin Wells Clinic.
        return NEVER
    if person and first.text != said:
        # Rita is no 日达, though it is made of syllables.
        return NEVER
    if len(fit.words) > 1 or (fit.exact and fit.share > WHOLE):
        return TRUSTED
    if not fit.exact and not first.capital and len(first.text) < _LONG:
        return NEVER if first.text.removesuffix("s") in _ordinary() else ASK
    return ASK if person and lead not in _listed("en", "naming", "places") else TRUSTED


def _is_ordinary(fit: Fit) -> bool:
    return all(not word.capital and word.text in _ordinary() for word in fit.words)


@cache
def _ordinary() -> frozenset[str]:
    return everyday_words() | generic_words() | _listed("en", "everyday", "ordinary")


def _of_ordinary(fit: Fit, lead: str, follow: str) -> float:
    """Small letters, ordinary words: after an article they are what they say, unless a customer is called just so."""
    if fit.exact and fit.share > WHOLE:
        return ASK if len(fit.words) == 1 and lead in _listed("en", "naming", "articles") else TRUSTED
    if len(fit.words) > 1:
        return NEVER if lead in _listed("en", "naming", "indefinite") else TRUSTED
    if lead in _listed("en", "naming", "articles"):
        return NEVER
    named_so = lead in _listed("en", "naming", "leads") or follow in _listed("en", "naming", "doings")
    return TRUSTED if named_so else ASK


def _of_characters(fit: Fit, spelled: str) -> float:
    said = spelled[fit.start : fit.end]
    if said in everyday_words() or all(char in _NUMERALS for char in said):
        return NEVER
    if fit.share > WHOLE or not _SHORTEST_HEART <= len(said) <= _LONGEST_HEART:
        return TRUSTED
    surname = said[0] in _listed("zh", "naming", "person_surnames")
    if surname and spelled[fit.start - 1 : fit.start] in ("老", "小") and len(said) == _SHORTEST_HEART:
        return NEVER
    if _spoken_of(fit, spelled):
        return TRUSTED
    if said in _listed("zh", "everyday", "ordinary"):
        return NEVER
    inside = (
        len(said) == _SHORTEST_HEART and not fit.words[0].apart and is_han(spelled[fit.start - 1 : fit.start] or " ")
    )
    return ASK if surname or inside else TRUSTED


def _spoken_of(fit: Fit, spelled: str) -> bool:
    """Whether a company is spoken of: 去了平安, 平安那边."""
    before, after = spelled[max(0, fit.start - 3) : fit.start], spelled[fit.end : fit.end + 4]
    return before.endswith(tuple(_listed("zh", "naming", "leads"))) or after.startswith(
        tuple(_listed("zh", "naming", "doings"))
    )

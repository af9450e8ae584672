"""What words say around a complaint: an answer is promised, it is the matter of before, the customer speaks."""

import re
from enum import StrEnum
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import is_han, plain

_BARE = 5
"""Where no complaint is told beside it, a plan of more words than these is about something of its own."""
_LEAST_WORDS, _LEAST_SIGNS = 4, 6
"""What stands in quotation marks and is shorter is a name, not what somebody said."""
_BRIEF, _HAN_BRIEF = 8, 12
"""What tells more than so many words, or signs, may tell of a new trouble, too."""
_NEAR, _HAN_NEAR = 2, 4
"""So many words, or signs, before what was done tell whether it was."""
_CLAUSE = re.compile(r"[,.;:!?]|\bbut\b|\band\b|但|，|。")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»")


class Before(StrEnum):
    """How a message speaks of what was told before."""

    STILL = "still"
    AGAIN = "again"


def is_answer(action: str, *, beside: bool) -> bool:
    """Whether a plan is to answer a customer who complained; `beside`: the complaint is told in the same message."""
    said = plain(action)
    if not _says("answers").search(said):
        return False
    return beside or len(said.split()) <= _BARE or bool(_says("named").search(said))


def says_answered(text: str) -> bool:
    """Whether a customer who waited has heard from us."""
    said = plain(text)
    if _says("unheard").search(said):
        return False
    return any(not _says("untold").search(_before(said, told.start())) for told in _says("told").finditer(said))


def says_mended(text: str) -> bool:
    """Whether it says what was done for a customer who complained, and little else."""
    said = plain(text)
    short = len(said.split()) <= _BRIEF and sum(map(is_han, said)) <= _HAN_BRIEF
    return short and bool(_says("mended").search(said)) and not _says("untold").search(said)


def _before(said: str, place: int) -> str:
    """The few words before a place that belong to it: of the same clause."""
    clause = _CLAUSE.split(said[:place])[-1]
    return clause[-_HAN_NEAR:] if is_han(said[place]) else " ".join(clause.split()[-_NEAR:])


def of_before(text: str) -> Before | None:
    """Whether it is the matter of before, or may be."""
    said = plain(text)
    return next((before for before in Before if _says(before.value).search(said)), None)


def quoted(text: str) -> str:
    """The longest words in quotation marks that somebody may have said; "" where there are none."""
    found = ("".join(filter(None, match.groups())).strip() for match in _QUOTED.finditer(text))
    return max(filter(_is_speech, found), key=len, default="")


def _is_speech(words: str) -> bool:
    return len(words.split()) >= _LEAST_WORDS or sum(map(is_han, words)) >= _LEAST_SIGNS


@cache
def _says(name: str) -> re.Pattern[str]:
    phrases = [plain(phrase) for language in LANGUAGES for phrase in table(language, "complaints")[name]]
    bounded = [phrase if is_han(phrase[0]) else rf"\b{re.escape(phrase)}\b" for phrase in phrases]
    return re.compile("|".join(sorted(bounded, key=len, reverse=True)))

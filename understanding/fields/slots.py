"""What stands for the capitals of the templates of fields: sums, lengths of time, counts, trades and the like."""

import re
from collections.abc import Iterable
from functools import cache

from sales.regions import region_names
from understanding.lexicon.shelf import LANGUAGES, table

_CURRENCY = r"(?:(?:us|s|hk|a|c|nt|sg)?[£$€¥] ?|(?:usd|sgd|rmb|cny|eur|myr|hkd|gbp|jpy|thb|idr|twd|aud|rm) ?)"
_HAN_NUMBER = "[零一二两三四五六七八九十百千万亿半]"
_MONEY = (
    rf"(?P<value>{_CURRENCY}?\d[\d,]*(?:\.\d+)?(?: ?(?:k|m|mil|mio|million|thousand|grand|w|千|百万|万|亿))?"
    r"(?![a-z\d%])"
    r"(?: ?(?:usd|sgd|rmb|cny|eur|myr|hkd|gbp|jpy|dollars|euros|yuan|ringgit|美元|美金|欧元|新币|港币|令吉|元|块))?"
    rf"|{_HAN_NUMBER}{{2,8}}(?:美元|美金|欧元|新币|港币|令吉|元|块)?)"
    r"(?! ?(?:days?|weeks?|months?|天|日|周|个|人|台|%))"
)
_FEW = "a|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
_LENGTH = (
    rf"(?P<value>(?:\d{{1,3}}|{_HAN_NUMBER}{{1,3}}|{_FEW})[ -]?"
    r"(?:days?|weeks?|wks?|months?|mths?|天|日|个月|个?星期|周))(?![a-z])"
)
_DAYS = r"(?P<value>\d{1,3})(?![\d.,]*[\dk%$])"
_COUNT = rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{_HAN_NUMBER}{{2,6}})"
_CREDIT_GRADE = r"(?P<value>[a-d]{1,3}[+-]?)"
_STREET = (
    r"(?P<value>(?:no\.? ?|blk ?|block |unit |#)?\d{1,5}[a-z]? [a-zA-Z](?:[^,;.!?\n]|,(?= ?(?:#|\d|unit|blk|level)))*?)"
    r"(?=[;!?\n,.]|$| (?:and|but|they|we|so|last|this|now)\b)"
)
_HAN_STREET = (
    r"(?P<value>[^,。;!?\s]{2,24}?(?:\d+号[^,。;!?\s]{0,10}?|路|街|道|巷|大道|工业园|园区|大厦|广场))"
    r"(?=了|的|[,。;!?\s]|$)"
)
_END = {
    "en": r"(?=\s*(?:[,.;!?:)\n]|$|(?:and|but|so|now|then|too|these days|from now on|by the way|btw)(?![a-z])))",
    "zh": r"(?=\s*(?:[,。;!?、:)\n]|$|了|左右|上下|哈|啊|呢?$))",
}


def ending(language: str) -> str:
    """Where what is said has come to its end."""
    return _END[language]


@cache
def slots(language: str) -> dict[str, str]:
    """What each capital stands for."""
    words = table(language, "fields")["slots"]
    return {
        "C": r"C+(?: (?:co|ltd|inc|llc|gmbh|corp|pte ltd|sdn bhd)\b\.?)?",
        "P": "(?P<person>P+)",
        "S": rf"(?:C+(?:'s)?|{_any(words['subjects'].split())})",
        "M": _MONEY,
        "T": _LENGTH,
        "D": _DAYS,
        "E": rf"(?P<value>{_every(language)})",
        "K": _COUNT,
        "G": "(?P<value>[abc])",
        "X": _CREDIT_GRADE,
        "A": _STREET if language == "en" else _HAN_STREET,
        "R": _region(language),
        "L": rf"(?P<value>{_any(one for one in region_names() if not one.isascii())})[省市]?",
        "I": rf"(?P<value>{_any(word.replace('-', ' ') for word in words['trades'].split())})",
        "V": _plain_words(language),
        "H": rf"(?P<value>{_liked(language)})",
        "J": rf"(?P<value>{_any(words['positions'].split('|'))})",
    }


def _any(words: Iterable[str]) -> str:
    """One of these, the longest first; nothing where there are none."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"


def _every(language: str) -> str:
    said = _any(phrase for some in table(language, "fields")["every"].values() for phrase in some)
    if language == "en":
        return rf"every (?:\d{{1,2}}|{_FEW}) (?:days|weeks|months)(?![a-z])|(?:{said})(?![a-z])"
    units = "天|周|个?星期|个?礼拜|个?月|个?季度"
    return rf"每隔?(?:\d{{1,2}}|{_HAN_NUMBER}{{1,2}})(?:{units})|(?:{said})(?![零一二三四五六日天末\d])"


def _region(language: str) -> str:
    known = _any(word.replace("-", " ") for word in table(language, "fields")["slots"]["regions"].split())
    if language == "en":
        return rf"(?P<value>{known}|[\w-]+(?: [A-Z][\w-]*)?)"
    return rf"(?P<value>{known})(?:地区|大区|片区|区域|区)"


def _plain_words(language: str) -> str:
    if language == "en":
        return r"(?P<value>[\w&-]+(?: [\w&-]+){0,2}?)"
    return r"(?P<value>[^,。;!?、:\s]{2,10}?)"


def _liked(language: str) -> str:
    words = table(language, "fields")["slots"]
    liked, flavours = _any(words["likes"].split()), _any(words["flavours"].split())
    return rf"(?:(?:{flavours})\s?){{0,2}}(?:{liked})"


@cache
def lengths() -> dict[str, int]:
    """How many days lie between two of what is said to come every so often."""
    return {
        phrase: int(days)
        for one in LANGUAGES
        for days, some in table(one, "fields")["every"].items()
        for phrase in some
    }

"""Sums that are said to be below zero, such as "-500" or 负5000元: nobody orders or pays one."""

import re

from understanding.spelling import plain

_NUMBER = r"\d(?:[\d,.]*\d)?"
_MARKED = rf"(?:(?:s|us|a|nz|hk)?[$€£¥]|(?:usd|sgd|eur|gbp|cny|rmb) ?){_NUMBER}(?:\s?[km万千亿])?"
_SCALED = rf"{_NUMBER}\s?(?:[km]|[万千亿]?[元块]|[万千亿])"
# Fewer digits without a currency count things.
_BARE = r"\d[\d,.]+\d"
_COUNTS = r"(?![a-z0-9°℃%]|\s?(?:度|天|days?\b|degrees?\b))"
_BELOW = re.compile(rf"(?<![a-z0-9-])(?:-|负\s?|minus )(?:{_MARKED}|{_SCALED}|{_BARE}(?![一-龥])){_COUNTS}")
_DASHES = "–—―"


def below_zero(text: str) -> str:
    """The first sum below zero, as it was written; "" where there is none. A dash between words is no minus."""
    found = (text[one.start() : one.end()] for one in _BELOW.finditer(plain(text)))
    return next((said for said in found if said[0] not in _DASHES), "")

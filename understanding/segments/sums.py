"""Reads for how much customers bought in twelve months, and how likely they are lost."""

import re
from functools import cache

from sales.money import Money
from sales.segments import Bought, Condition, Risk, Side
from sales.since import Within
from understanding.segments.board import Board
from understanding.segments.times import TIME, Times
from understanding.segments.words import either
from understanding.sums.currencies import Price, price
from understanding.sums.in_chinese import in_chinese
from understanding.sums.in_digits import in_digits
from understanding.sums.in_words import in_words

_YEARLY = range(360, 367)
_LIKELY = 50
_WHOLE = 100
_MOST_MINOR = 10**15


def bought(board: Board, times: Times, currency: str) -> None:
    """Sums in another currency than the company reports in are left out: no rate is taken that nobody sees."""
    for found in list(_begins().finditer(board.rest)):
        told = _amount(board.rest, found.end())
        after = _ends().match(board.rest, told.end) if told else None
        if told is None or after is None:
            continue
        side = _side(found, after)
        if side is None:
            continue
        fits = told.currency in (None, currency) and all(_is_year(one, times) for one in (found, after))
        board.take(found.start(), after.end(), _condition(side, told, currency) if fits else None)


def _condition(side: Side, told: Price, currency: str) -> Condition | None:
    minor = Money.of(told.value, currency).minor if told.value < _MOST_MINOR else _MOST_MINOR
    return Bought(side, minor, currency) if 0 < minor < _MOST_MINOR else None


def _is_year(found: re.Match[str], times: Times) -> bool:
    since = times.get(found.start("time")) if found["time"] else Within(365)
    return isinstance(since, Within) and since.days in _YEARLY


def _side(found: re.Match[str], after: re.Match[str]) -> Side | None:
    """None: a sum alone, of which nobody says whether more or less is meant."""
    if found["less"] or after["less"]:
        return Side.LESS
    return Side.MORE if found["more"] or after["more"] else None


def _amount(text: str, place: int) -> Price | None:
    """The sum that stands here."""
    near = text[: place + 40]
    figures = (price(near, one) for read in _READS for one in read(near) if one.start >= place)
    return next((one for one in figures if not near[place : one.start].strip()), None)


_READS = (in_digits, in_chinese, in_words)


@cache
def _begins() -> re.Pattern[str]:
    more, less = either("sums", "more"), either("sums", "less")
    year = rf"(?:(?P<time>{TIME})\s*|{either('sums', 'year')}\s*)?"
    words = rf"{either('sums', 'bought')}\s*(?:{either('sums', 'of')}\s*)*(?:(?P<more>{more})|(?P<less>{less}))?\s*"
    return re.compile(rf"{year}{words}")


@cache
def _ends() -> re.Pattern[str]:
    more, less = either("sums", "more_after"), either("sums", "less_after")
    return re.compile(rf"\s*(?:(?P<more>{more})|(?P<less>{less}))?(?:\s*(?P<time>{TIME})|\s*{either('sums', 'year')})?")


def risks(board: Board) -> None:
    board.read(_risk(), _read_risk)
    board.note(either("risk", "likely"), Risk(_LIKELY))


def _read_risk(found: re.Match[str]) -> Condition | None:
    """Less than some chance is nothing that anybody looks for."""
    percent = int(found["first"] or found["second"])
    return Risk(percent) if 0 < percent <= _WHOLE and not found["less"] else None


@cache
def _risk() -> re.Pattern[str]:
    more, after = either("sums", "more"), either("sums", "more_after")
    least = rf"(?:{more}\s*|(?P<less>{either('sums', 'less')})\s*)?"
    said_first = rf"{either('risk', 'before')}\s*(?:of\s|is\s|:|为|在)?\s*(?:{least})"
    return re.compile(
        rf"{said_first}(?P<first>\d{{1,3}})\s*%(?:\s*{after})?"
        rf"|(?:{more}\s*)?(?P<second>\d{{1,3}})\s*%(?:\s*{after})?\s*(?:的\s*)?{either('risk', 'after')}"
    )

"""Numbers in digits: 12,500, 15.000, 17,9 k, 2k5, 9万8, 3个w, 20多万, 30 odd grand."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from understanding.lexicon.shelf import table
from understanding.numbers import HAN_SMALL, han
from understanding.sums.figure import Figure, Form, either, scales

_TEN = 10
_MORE_THAN_MONEY = "月号日天点年周个台件套吨%折成"
_HAN_OF = str.maketrans("0123456789", "零一二三四五六七八九")
_DECIMAL = re.compile(r"\d{1,9},\d{1,2}")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.' ]\d{2,3})*[,.' ]\d{3}(?:[.,]\d{1,2})?")


@cache
def _pattern() -> re.Pattern[str]:
    words = [word for word in scales() if len(word) > 1]
    letters = [word for word in scales() if len(word) == 1 and word.isascii()]
    chinese = [word for word in words if not word.isascii()] + [w for w in scales() if len(w) == 1 and not w.isascii()]
    latin = [word for word in words if word.isascii()]
    number = (
        r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d{1,4})?|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?(?!\s?[万亿千百wk])|"
        r"\d{1,3}(?:'\d{3})+|[1-9]\d{0,2}(?: \d{3})+(?:,\d\d)?|\d{1,9},\d{1,2}|\d{1,15}(?:\.\d{1,4})?"
    )
    about = rf"(?:[ -]?(?:{either(table('en', 'money')['rounding']['words'])}))?"
    half = r"(?P<half> and an? half)?"
    scale = (
        rf"{half}{about}[ -]?(?P<word>{either(latin)})(?![a-z])"
        rf"(?: (?P<more>\d{{1,3}}(?:\.\d\d?)?) ?(?P<less>{either(latin)})(?![a-z]))?|"
        rf"{about}\s?(?P<letter>{either(letters)})(?![a-z])(?!(?<=w)/)|(?:个)(?P<slang>[w万亿])(?![a-z])|"
        rf"[多来余几]?\s?(?P<chinese>{either(chinese)})"
    )
    tail = (
        rf"(?P<tail>(?:\d{{3,4}}|\d千\d百?|\d[千百]?|[{HAN_SMALL}]{{1,4}})"
        rf"(?=$|[^\da-z.{_MORE_THAN_MONEY}{HAN_SMALL}]|\.(?!\d)))?(?P<rest>[多来余几])?"
    )
    return re.compile(rf"(?<!\d)(?<!\d[.,])(?P<number>{number})(?!\d)(?![.,]\d)(?:(?:{scale}){tail})?(?:ish(?![a-z]))?")


def in_digits(text: str) -> Iterator[Figure]:
    for found in _pattern().finditer(text):
        figure = _figure(found)
        if figure:
            yield figure


def _figure(found: re.Match[str]) -> Figure | None:
    said = found["number"]
    scale = found["word"] or found["letter"] or found["slang"] or found["chinese"]
    value = _value(said)
    if not scale:
        doubtful = " " in said or bool(_DECIMAL.fullmatch(said))
        return Figure(found.start(), found.end(), value, Form.DIGITS, grouped=_grouped(said), doubtful=doubtful)
    times = scales()[scale]
    whole = (value + Decimal("0.5") if found["half"] else value) * times + _tail(found["tail"], times) + _more(found)
    doubtful = bool(found["letter"]) and _is_doubtful(found, scale)
    return Figure(
        found.start(), found.end(), whole, Form.DIGITS, scaled=True, elided=bool(found["tail"]), doubtful=doubtful
    )


def _more(found: re.Match[str]) -> Decimal:
    """2 crore 40 lakh."""
    return Decimal(found["more"]) * scales()[found["less"]] if found["more"] else Decimal(0)


def _is_doubtful(found: re.Match[str], scale: str) -> bool:
    """2.5L may be litres; 500 m are metres, 10 w/ is "with"."""
    return scale == "l" or (scale in "mw" and " " in found[0])


def _grouped(said: str) -> bool:
    return bool(_THOUSANDS.fullmatch(said)) and " " not in said


def _value(said: str) -> Decimal:
    """A comma or a dot before three digits parts thousands, else it begins the fraction."""
    if _DECIMAL.fullmatch(said):
        return Decimal(said.replace(",", "."))
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?", said):
        return Decimal(said.replace(".", "").replace(",", "."))
    if " " in said:
        return Decimal(said.replace(" ", "").replace(",", "."))
    return Decimal(re.sub("[,']", "", said))


def _tail(said: str | None, times: int) -> Decimal:
    """9万8 is 98000, 3千六 is 3600, 12万5千 is 125000."""
    if not said:
        return Decimal(0)
    value = han(said.translate(_HAN_OF)) or Decimal(0)
    return value * times / 10 if value < _TEN else value

"""Sums as they stand in a column: 1,234.50 or 1.234,50, 12万, (1,200) for less than nothing, with or without a sign."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from papers.lists.numerals import NUMERALS, numeral
from papers.lists.rows import Cell

_SCALES = {"k": 10**3, "m": 10**6, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "": 1}
_SIGNS = {
    "us$": "USD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "r$": "BRL",
    "rmb": "CNY", "元": "CNY", "块": "CNY", "￥": "CNY", "¥": "CNY", "€": "EUR", "£": "GBP", "₹": "INR",
    "₩": "KRW", "圆": "CNY", "人民币": "CNY", "人民幣": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR",
    "港币": "HKD", "港元": "HKD", "新币": "SGD", "日元": "JPY", "英镑": "GBP", "台币": "TWD", "新台币": "TWD",
    "$": "",
}  # fmt: skip
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_SUM = re.compile(
    rf"(?P<open>\()?\s*(?P<minus>-(?!.*-))?\s*(?P<before>{_SIGN}|[a-z]{{3}})?\s*(?P<minus_too>-)?\s*"
    r"(?P<digits>\d[\d.,' \u00a0]*|\.\d+)\s*(?P<scale>k|m|千|万|萬|亿|億)?\s*"
    rf"(?P<after>{_SIGN}|[a-z]{{3}})?\s*整?\s*(?P<minus_last>-)?\s*\)?"
)
_WRITTEN_OUT = re.compile(rf"(?P<before>{_SIGN})?\s*(?P<numeral>{NUMERALS})\s*(?P<after>{_SIGN})?\s*整?")
_COMMA_DECIMALS = re.compile(r"[\d.' \u00a0]*\d,(\d|\d\d)(?!\d)|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}")
_POINT_DECIMALS = re.compile(r"[\d,' \u00a0]*\d\.(\d|\d\d)(?!\d)|\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}")
_LONGEST, _MOST = 40, Decimal(10) ** 15


@dataclass(slots=True)
class DecimalSign:
    """What a column's values tell of it."""

    comma: int = 0
    point: int = 0

    def hear(self, cell: Cell) -> None:
        if isinstance(cell, str) and (found := _match(cell)):
            digits = found["digits"].strip()
            self.comma += _COMMA_DECIMALS.fullmatch(digits) is not None
            self.point += _POINT_DECIMALS.fullmatch(digits) is not None

    @property
    def is_comma(self) -> bool:
        return self.comma > self.point


@dataclass(frozen=True, slots=True)
class Sum:
    """In whole units; the currency is empty where none is named."""

    value: Decimal
    currency: str


def read_sum(cell: Cell, *, comma: bool) -> Sum | None:
    """The sum, where `comma` tells that commas part the decimals in this column."""
    if isinstance(cell, int | float):
        return _within(Sum(Decimal(str(cell)), ""))
    found = _match(cell)
    if found is None:
        return _in_numerals(cell)
    minus = any(found[part] for part in ("open", "minus", "minus_too", "minus_last"))
    try:
        value = Decimal(_bare(found["digits"], comma=comma)) * _SCALES[found["scale"] or ""]
    except InvalidOperation:
        return None
    return _within(Sum(-value if minus else value, currency_named(found["before"] or found["after"] or "")))


def _in_numerals(cell: str) -> Sum | None:
    """八万, 人民币捌万元整."""
    found = _WRITTEN_OUT.fullmatch(_plain(cell)) if len(cell) <= _LONGEST else None
    value = numeral(found["numeral"]) if found else None
    if found is None or value is None:
        return None
    return _within(Sum(value, currency_named(found["before"] or found["after"] or "")))


def currency_named(words: str) -> str:
    """The ISO code that is written or meant; empty where none is."""
    plain = _plain(words)
    if plain in _SIGNS:
        return _SIGNS[plain]
    return plain.upper() if re.fullmatch("[a-z]{3}", plain) else ""


def _bare(digits: str, *, comma: bool) -> str:
    plain = re.sub(r"[' \u00a0]", "", digits)
    if comma or ("," not in plain and plain.count(".") > 1):
        return plain.replace(".", "").replace(",", ".")
    return plain.replace(",", "")


def _within(found: Sum) -> Sum | None:
    return found if found.value.is_finite() and abs(found.value) < _MOST else None


def _match(cell: str) -> re.Match[str] | None:
    return _SUM.fullmatch(_plain(cell)) if len(cell) <= _LONGEST else None


def _plain(words: str) -> str:
    return normalize("NFKC", words).strip().casefold()

"""Sums of money in words: the sign says which currency it is, beyond doubt."""

from decimal import Decimal

from babel.numbers import format_decimal

from sales.money import Money, exponent

# "$" and "¥" belong to several currencies. The bare ¥ is the yuan's, as with the people who write 元.
_SIGNS = {
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "C$",
    "CNY": "¥",
    "EUR": "€",
    "GBP": "£",
    "HKD": "HK$",
    "INR": "₹",
    "JPY": "JP¥",
    "KRW": "₩",
    "NZD": "NZ$",
    "PHP": "₱",
    "SGD": "S$",
    "TWD": "NT$",
    "USD": "US$",
    "VND": "₫",
}
# Large units that a language counts in, the largest first; a sum uses one only where it stays exact.
_UNITS = {"zh": ((100_000_000, "亿"), (10_000, "万"))}
_UNIT_DECIMALS = Decimal("0.01")


def in_money(money: Money, language: str) -> str:
    """The sum: "¥120,000", in Chinese "¥12万"; decimals only where there are any."""
    sign = _SIGNS.get(money.currency, money.currency + " ")
    minus = "-" if money.minor < 0 else ""
    return minus + sign + _number(abs(money.value), exponent(money.currency), language)


def _number(value: Decimal, decimals: int, language: str) -> str:
    for size, unit in _UNITS.get(language, ()):
        if value >= size and value / size % _UNIT_DECIMALS == 0:
            return _formatted(value / size, "#,##0.##", language) + unit
    return _formatted(value, "#,##0" if value % 1 == 0 else "#,##0." + "0" * decimals, language)


def _formatted(value: Decimal, pattern: str, language: str) -> str:
    return str(format_decimal(value, format=pattern, locale=language))

"""Sums of money in words: the sign says which currency it is, beyond doubt."""

from babel.numbers import format_compact_decimal

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
# Large units that a language counts in, the largest first; a sum uses one only where two decimals tell all of it.
_UNITS = {"zh": ((100_000_000, "亿"), (10_000, "万"))}
_HUNDREDTHS = 100


def in_money(money: Money, language: str) -> str:
    """The sum: "¥120,000", in Chinese "¥12万"; decimals only where there are any."""
    sign = _SIGNS.get(money.currency, money.currency + " ")
    minus = "-" if money.minor < 0 else ""
    decimals = exponent(money.currency)
    minor = abs(money.minor)
    return minus + sign + (_in_units(minor, 10**decimals, language) or _in_full(minor, decimals))


def _in_units(minor: int, major: int, language: str) -> str | None:
    """Counted in ten thousands or hundred millions, where that is exact."""
    for size, unit in _UNITS.get(language, ()):
        if minor >= size * major and minor * _HUNDREDTHS % (size * major) == 0:
            whole, rest = divmod(minor * _HUNDREDTHS // (size * major), _HUNDREDTHS)
            return f"{whole:,}.{rest:02}".rstrip("0").rstrip(".") + unit
    return None


def _in_full(minor: int, decimals: int) -> str:
    whole, rest = divmod(minor, 10**decimals)
    return f"{whole:,}.{rest:0{decimals}}" if rest else f"{whole:,}"


def in_short(money: Money, language: str) -> str:
    """For an axis: "US$12.3K", in Chinese "¥1.2万"."""
    sign = _SIGNS.get(money.currency, money.currency + " ")
    minus = "-" if money.minor < 0 else ""
    whole = abs(money.minor) / 10 ** exponent(money.currency)
    return minus + sign + format_compact_decimal(whole, locale=language, fraction_digits=1)

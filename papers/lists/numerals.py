"""Chinese numerals as they stand in a cell: 八万, 十五万八, 捌万伍仟."""

import re
from decimal import Decimal

_DIGITS = {
    **dict(zip("零〇一二三四五六七八九", (0, *range(10)), strict=True)),
    **dict(zip("两兩壹贰叁肆伍陆柒捌玖", (2, 2, *range(1, 10)), strict=True)),
    **dict(zip("貳參陸", (2, 3, 6), strict=True)),
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_NUMERAL = re.compile(f"[{''.join((*_DIGITS, *_UNITS, *_LARGE))}半]{{1,24}}")
NUMERALS = _NUMERAL.pattern


def numeral(said: str) -> Decimal | None:
    """Its value; a last digit without a unit is of the next smaller one, so 三千二 is 3200."""
    if not _NUMERAL.fullmatch(said):
        return None
    total, section, digit, unit = 0, 0, 0, 1
    for sign in said:
        if sign in _DIGITS:
            digit, unit = _DIGITS[sign], 1 if _DIGITS[sign] == 0 else unit
        elif sign == "半":
            digit = 5
        elif sign in _UNITS:
            unit = _UNITS[sign]
            section, digit = section + (digit or 1) * unit, 0
        else:
            unit = _LARGE[sign]
            total, section, digit = (total + section + digit) * unit, 0, 0
    return Decimal(total + section) + Decimal(digit) * max(unit // 10, 1)

"""Reads a birthday as people write it: by the sun or by the moon, with or without a year."""

import re
from calendar import monthrange

from lunardate import LunarDate

from sales.kinds import Calendar

_LEAP_YEAR = 2000
_MONTHS, _LUNAR_DAYS = 12, 30
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LUNAR_WORDS = re.compile(r"\(?\s*(?:lunar|农历|農曆|阴历|陰曆|旧历|舊曆)\s*\)?[:：,，\s]*")
_SOLAR_WORDS = re.compile(r"(?:公历|阳历|陽曆|新历)[:：]?\s*")
_NUMERALS = {"正": 1, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_MONTH_NAMES = {"冬": 11, "腊": 12, "臘": 12}
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<name>{'|'.join(_NAMES)})[a-z]*\.?"
_HAN_MONTH, _HAN_DAY = "[正一二三四五六七八九十冬腊臘]{1,2}", "[一二三四五六七八九十廿卅]{1,3}"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})\s*[-/.年]\s*(?P<leap>闰|閏)?(?P<month>\d{1,2})(?P<plus>\+?)\s*[-/.月]\s*(?P<day>\d{1,2})\s*[日号]?",
        r"(?:--)?(?P<leap>闰|閏|leap\s)?\s*(?P<month>\d{1,2})(?P<plus>\+?)\s*[-月]\s*(?P<day>\d{1,2})\s*[日号]?",
        r"(?P<leap>leap\s)?(?P<one>\d{1,2})\s?[/.]\s?(?P<other>\d{1,2})",
        rf"(?:(?P<year>\d{{4}})年)?(?P<leap>闰|閏)?(?P<han_month>{_HAN_MONTH})月初?(?P<han_day>{_HAN_DAY})[日号]?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAME},?\s*(?P<year>\d{{4}})?",
        rf"{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year>\d{{4}})?",
    )
)


def birthday_written(words: str) -> tuple[str, Calendar] | None:
    """The canonical text of sales.fields.FieldKind.BIRTHDAY, and its calendar; `words` are plain and in lower case."""
    lunar = _LUNAR_WORDS.search(words) is not None
    bare = _SOLAR_WORDS.sub("", _LUNAR_WORDS.sub(" ", words)).strip()
    found = next((match for form in _FORMS if (match := form.fullmatch(bare))), None)
    if found is None:
        return None
    parts = found.groupdict()
    # 廿三 and 正月 are said of the moon alone, and so is a leap month.
    leap = bool(parts.get("leap") or parts.get("plus"))
    by_moon = lunar or leap or _only_by_the_moon(parts)
    year = int(parts.get("year") or 0)
    month, day = _apart(parts, by_moon=by_moon) if parts.get("one") else (_month(parts), _day(parts))
    if not _exists(year, month, day, by_moon=by_moon) or (leap and year and not _had_leap(year, month)):
        return None
    return f"{year or '-'}-{month:02}{'+' if leap else ''}-{day:02}", Calendar.LUNAR if by_moon else Calendar.SOLAR


def _apart(parts: dict[str, str | None], *, by_moon: bool) -> tuple[int, int]:
    """Month and day of "8/15" or "15/8"; 3/12 is read in both ways in this world, so it is no birthday by the sun."""
    one, other = int(parts["one"] or 0), int(parts["other"] or 0)
    if by_moon or other > _MONTHS or one == other:
        return one, other
    return (other, one) if one > _MONTHS else (0, 0)


def _only_by_the_moon(parts: dict[str, str | None]) -> bool:
    return any(sign in "正冬腊臘廿卅" for sign in f"{parts.get('han_month') or ''}{parts.get('han_day') or ''}")


def _month(parts: dict[str, str | None]) -> int:
    if name := parts.get("name"):
        return _NAMES.index(name) + 1
    if numeral := parts.get("han_month"):
        return _MONTH_NAMES.get(numeral) or han_number(numeral)
    return int(parts["month"] or 0)


def _day(parts: dict[str, str | None]) -> int:
    return han_number(parts["han_day"] or "") if parts.get("han_day") else int(parts["day"] or 0)


def han_number(numeral: str) -> int:
    """The number of 十七, 二十三, 廿三 or 三十."""
    spelled = numeral.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = spelled.partition("十")
    if not ten:
        return _NUMERALS.get(tens, 0)
    return (_NUMERALS.get(tens, 0) if tens else 1) * 10 + (_NUMERALS.get(ones, 0) if ones else 0)


def _had_leap(year: int, month: int) -> bool:
    """Whether that year had this month twice: nobody was born in 闰四月 of 1981."""
    try:
        LunarDate(year, month, 1, is_leap_month=True).to_solar_date()
    except ValueError:
        return False
    return True


def _exists(year: int, month: int, day: int, *, by_moon: bool) -> bool:
    if not (1 <= month <= _MONTHS and (not year or _FIRST_YEAR <= year <= _LAST_YEAR)):
        return False
    longest = _LUNAR_DAYS if by_moon else monthrange(year or _LEAP_YEAR, month)[1]
    return 1 <= day <= longest

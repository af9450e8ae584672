"""A birthday in words: by the sun "12 Mar 1980", by the moon "lunar 10/17", in Chinese 农历十月十七."""

from collections.abc import Iterator
from datetime import date

from sales.birthdays import Birthday, birthday_parts
from sales.kinds import Calendar
from wording.voice import Voice
from wording.wild_text import NAME, short

_MONTHS = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"]
_ONES = "十一二三四五六七八九"
# A leap year, so that 29 February exists where no year was told.
_ANY_YEAR = 2000
_LONGEST_MONTH = 30


def birthday(value: str, calendar: Calendar | None, voice: Voice) -> str:
    """The birthday as told (see sales.fields.FieldKind.BIRTHDAY); what is none stays as it stands."""
    told = birthday_parts(value)
    if not told:
        return short(value, NAME)
    words = _lunar(told, voice) if calendar is Calendar.LUNAR else _solar(told.year, told.month, told.day, voice)
    return words or short(value, NAME)


def years_without(value: str, calendar: Calendar | None, voice: Voice) -> Iterator[str]:
    """What is done in years that have no such day."""
    lunar = calendar is Calendar.LUNAR
    if "+" in value:
        yield voice.say("In years without this leap month: in the plain month.")
    if lunar and value.endswith("-30"):
        yield voice.say("In months without a 30th: on the 29th.")
    if not lunar and value.endswith("02-29"):
        yield voice.say("In years without 29 February: on the 28th.")


def _solar(year: int, month: int, day: int, voice: Voice) -> str | None:
    try:
        on = date(year or _ANY_YEAR, month, day)
    except ValueError:
        return None
    return voice.plain_date(on, with_year=bool(year))


def _lunar(told: Birthday, voice: Voice) -> str | None:
    if not (1 <= told.month <= len(_MONTHS) and 1 <= told.day <= _LONGEST_MONTH):
        return None
    chinese = voice.language == "zh"
    month = _MONTHS[told.month - 1] if chinese else str(told.month)
    day = lunar_day(told.day) if chinese else str(told.day)
    if told.leap:
        return voice.say("lunar leap %(month)s/%(day)s", month=month, day=day)
    return voice.say("lunar %(month)s/%(day)s", month=month, day=day)


def lunar_day(day: int) -> str:
    """The day of a lunar month as it is called: 初一, 初十, 十七, 二十, 廿一, 三十."""
    if day in (10, 20, 30):
        return {10: "初十", 20: "二十", 30: "三十"}[day]
    return "初十廿"[day // 10] + _ONES[day % 10]

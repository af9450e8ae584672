"""Finds what is to be remembered of a person: birthday, phone, e-mail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sales.kinds import Calendar, Field
from understanding.dates.finding import DatePhrase
from understanding.dates.when import Frame, Grain
from understanding.lexicon.shelf import LANGUAGES, table

# Begun anywhere but at the beginning of a row of such characters, it would take the square of their number.
_EMAIL = re.compile(r"(?<![a-z0-9_.+-])[a-z0-9_.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![a-z0-9_.$£€¥])(?:\+\d{1,3}[ -]?)?(?:\(\d{2,4}\)[ -]?)?\d(?:[ -]?\d){6,14}(?![\d.,]*\d)(?!\s?[万元块%])"
    r"|(?<![a-z0-9_.])\+\d{1,3}(?:\.\d{2,4}){2,4}(?!\d)"
)

_FEWEST_DIGITS = 7
_LUNAR_DAYS = 30
_MONTHS = 12
_MOST_DIGITS = 15
_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[01]\d)(?!\d)")
_BIRTHDAY_REACH = 40


@dataclass(frozen=True, slots=True)
class Told:
    """A fact at `start` up to `end`; whose it is, is found by who is named nearest."""

    field: Field
    value: str
    start: int
    end: int
    calendar: Calendar | None = None


def _words(name: str) -> re.Pattern[str]:
    some = [word for language in LANGUAGES for word in table(language, "facts")[name]]
    return re.compile("|".join(sorted((_edged(word) for word in some), key=len, reverse=True)))


def _edged(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)


_BIRTHDAY, _LUNAR = _words("birthday"), _words("lunar")


def emails(text: str) -> list[Told]:
    return [Told(Field.EMAIL, found[0].rstrip("."), found.start(), found.end()) for found in _EMAIL.finditer(text)]


def phones(text: str) -> Iterator[Told]:
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS and not re.fullmatch(r"\d{4}[-/]\d\d?[-/]\d\d?", found[0]):
            yield Told(Field.PHONE, digits, found.start(), found.end())


def birthdays(text: str, dates: list[DatePhrase], frame: Frame) -> Iterator[Told]:
    """The date nearest to a word for birthday."""
    used: set[int] = set()
    for cue in _BIRTHDAY.finditer(text):
        near = [one for one in dates if _apart(one, cue) <= _BIRTHDAY_REACH and one.start not in used]
        for one in sorted(near, key=lambda one: _apart(one, cue)):
            told = _birthday(text, one, frame)
            if told:
                used.add(one.start)
                yield told
                break
    yield from _further(text, dates, used, frame)


def _further(text: str, dates: list[DatePhrase], used: set[int], frame: Frame) -> Iterator[Told]:
    """Ruth is 4 July, her sister Annie 19 Nov: one word for birthday may serve a list."""
    if not used:
        return
    for one in dates:
        near = any(abs(one.start - start) <= _BIRTHDAY_REACH for start in used)
        if one.start not in used and near and (told := _birthday(text, one, frame)) and _plural(text):
            yield told


def _plural(text: str) -> bool:
    return bool(re.search(r"birthdays|bdays|生日分别", text))


def _apart(one: DatePhrase, cue: re.Match[str]) -> int:
    return max(one.start - cue.end(), cue.start() - one.end, 0)


def _birthday(text: str, one: DatePhrase, frame: Frame) -> Told | None:
    around = text[max(0, one.start - 8) : one.end + 8]
    if _LUNAR.search(around) or _LUNAR.search(text[one.start : one.end]):
        return None
    when = one.read(frame)
    if (
        when is None
        or when.grain is not Grain.DAY
        or not any(
            char.isdigit() or char in "一二三四五六七八九十" or char.isalpha() for char in text[one.start : one.end]
        )
    ):
        return None
    return Told(
        Field.BIRTHDAY, _value(text[one.start : one.end], when.start.date()), one.start, one.end, Calendar.SOLAR
    )


def _value(said: str, day: date) -> str:
    year = _YEAR.search(said)
    return f"{year[1]}-{day:%m-%d}" if year else f"--{day:%m-%d}"


_LUNAR_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年的?(?:农历|阴历|旧历)?)?(?P<leap>闰)?(?P<month>正|冬|腊|[一二三四五六七八九十]{1,2}|\d{1,2})月(?:初)?(?P<day>[一二三四五六七八九十廿卅]{1,3}|\d{1,2})"
)
_LUNAR_EN = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th) (?:day )?of the (?:leap )?"
    r"(?P<month>\d{1,2})(?:st|nd|rd|th) (?:lunar )?(?:leap )?month"
)
_MONTHS_EN = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_EN = rf"(?:leap )?(?P<month>{'|'.join(_MONTHS_EN)})[a-z]*\.?"
_DAY_EN = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_YEAR_EN = r"(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?"
_LUNAR_NAMED = (
    re.compile(rf"(?<![a-z]){_MONTH_EN} (?:the )?{_DAY_EN}{_YEAR_EN}"),
    re.compile(rf"(?<!\d){_DAY_EN} (?:of )?(?:the )?{_MONTH_EN}(?![a-z]){_YEAR_EN}"),
    re.compile(rf"(?:leap )?month (?P<month>\d{{1,2}}),? day {_DAY_EN}{_YEAR_EN}"),
)
"""Such as "leap April 4", "4th of leap April", "leap month 4 day 4"."""
_LEAP, _LEAP_REACH = re.compile(r"\bleap\b"), 14
_LUNAR_FIGURES = re.compile(r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])")
_MONTH_NAMES = {"正": 1, "冬": 11, "腊": 12}


def lunar_birthdays(text: str) -> Iterator[Told]:
    """Lunar days are told by month and day numbers that the solar calendar need not have."""
    # What each pattern needs is looked for first, since the words for birthdays are many.
    named = _LUNAR_NAMED if _LUNAR.search(text) else ()
    if not (named or any(sign in text for sign in ("月", " of the ", "/"))) or not _BIRTHDAY.search(text):
        return
    for pattern in (_LUNAR_DAY, _LUNAR_EN, _LUNAR_FIGURES, *named):
        for found in pattern.finditer(text):
            around = text[max(0, found.start() - 24) : found.end() + 16]
            leap = bool(_LEAP.search(text, max(0, found.start() - _LEAP_REACH), found.end()))
            if _LUNAR.search(around) and (value := _lunar_value(found, leap=leap)):
                yield Told(Field.BIRTHDAY, value, found.start(), found.end(), Calendar.LUNAR)


def _lunar_value(found: re.Match[str], *, leap: bool) -> str | None:
    from understanding.numbers import han

    month = _MONTH_NAMES.get(found["month"]) or _month_named(found["month"]) or _number(found["month"], han)
    day = _number(found["day"], han)
    if not (month and day and month <= _MONTHS and day <= _LUNAR_DAYS):
        return None
    parts = found.groupdict()
    return f"{parts.get('year') or '-'}-{month:02}{'+' if leap or parts.get('leap') else ''}-{day:02}"


def _month_named(said: str) -> int:
    return _MONTHS_EN.index(said) + 1 if said in _MONTHS_EN else 0


def _number(said: str, han: object) -> int | None:
    if said.isdigit():
        return int(said)
    value = han(said) if callable(han) else None
    return int(value) if value is not None else None

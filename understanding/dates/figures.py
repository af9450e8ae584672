"""Reads figures: dates and times as they are written in digits, and numbers that may belong to one."""

import re
from collections.abc import Callable, Iterator

from understanding.dates.spoken import ordinal_day
from understanding.dates.words import Lexeme, Value, readings, words
from understanding.spelling import is_han

_YEAR = r"(?:19|20)\d\d"
_LENGTH = (
    r"(?=[ -]?(?:h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|years?|yrs?|an? hour|of an? hour)\b"
    r"|个?(?:小时|钟头|钟|月|星期|礼拜|季度)|天|年|周)"
)
_FIGURE = re.compile(
    r"(?P<dt>\d{4}-\d\d?-\d\d?t\d\d?:\d\d)(?::\d\d(?:\.\d+)?)?(?:z\b|[+-]\d\d:?\d\d)?"
    r"|(?P<ymd>(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:\d{4}|\d\d)(?!\d)|\d\d-\d\d?-\d\d?"
    rf"|{_YEAR} \d\d \d\d(?! ?[:.\d])|{_YEAR} ?/ ?\d\d? ?/ ?\d\d?))(?![\d/])(?!-\d\d?(?:[^\d/]|$))"
    rf"|(?P<ymd8>{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
    r"|(?P<ym>\d{4} ?[-/.] ?\d\d?)(?![\d/.:]|-(?!\d{4}))"
    rf"|(?P<my>(?:0?[1-9]|1[0-2]) ?(?:/|-) ?{_YEAR})(?![\d/])"
    r"|(?P<decade>(?:(?:19|20)\d|[1-9])0)'?s\b"
    rf"|(?P<frac>[13]/[24]){_LENGTH}|(?P<decimal>\d{{1,3}}\.\d\d?){_LENGTH}"
    r"|(?P<md>\d\d? ?/ ?\d\d?)(?![\d/])"
    r"|(?P<md_dash>\d\d?-\d\d?(?= \d\d?:\d\d)|(?:0?[1-9]|1[0-2])-(?:1[3-9]|2\d|3[01])(?![\d-]))"
    r"|(?P<hm>\d\d?:\d\d(?::\d\d)?|\d\d?h\d\d(?!\d)|\d\d?\.\d\d(?= ?[ap]\.?m)|\d\d?\.\d\d(?=[ap]\b))(?!\d)"
    r"|(?P<md_dot>\d\d?\.\d\d?)(?=[号日])"
    r"|(?P<md_dots>\d\d?\.\d\d?)\.(?!\d)"
    r"|(?P<hm_dot>\d\d?\.[0-5]\d)(?:(?=\s(?:today|tomorrow|tmrw?|mon|tues?|wed|thurs?|fri|satur|sun)(?:day|nesday)?\b)|(?![\d.]|\s?(?:[a-z%万亿元块])))|(?P<ord>\d\d?)(?:st|nd|rd|th)\b|(?P<n>\d+)"
)
_CENTURY, _TWENTIES = 100, 20
_YEAR_LENGTH, _PAIR_LENGTH = 4, 2
_HOURS_OF_DAY, _MINUTES = 24, 60
_MONEY_BEFORE = re.compile(
    r"[$£€¥₹#*] ?$|\.$|(?<![a-z])(?:rm|rs|no|usd|eur|gbp|cny|rmb|sgd|aud|hkd|inr|nzd|cad|twd)\.? ?$"
)
_CODE_BEFORE = re.compile(
    r"(?:#|\b(?:no|number|part|order|po|invoice|serial|ref|model|code)\b[.:]?|号码?|型号|规格|单号)[ ]?$"
)
_COUNTED_AFTER = re.compile(
    r"个(?!星期|月|礼拜|工作日|小时|钟|季|周|半)|[%$£€¥万亿元块米件箱套台吨桶斤条张瓶包人家盒码号楼](?<!号)|"
    r"[ ]?(?:k|w|m|mm|cm|km|kg|pcs|pc|sets|rmb|usd|x|t|l|ml|g|lb|ft)\b|[.,]\d|[a-ce-gi-mo-rt-z]{3}\d"
)
_CODE_AFTER = re.compile(r"-\d{3}(?!\d)|-\d{5}")
_ALONE_AFTER = re.compile(r"\s*(?:$|[.,;!?)]|\bfor\b|\bto\b|\bwith\b|\bw/|\band\b|[^\x00-\u2fff])")
_HOUR_AFTER = re.compile(
    r"\s*(?:[ap]\.?m?\b|o'?clock|点|时|:|"
    r"(?!(?:at|for|to|and|or|of|from|until|till?|in|on|by|with|if|please|pls|noon|morning|afternoon|evening)\b)[a-z])"
)
_THE_BEFORE = re.compile(r"\b(?:on|for|by|until|till|til|from|to|between|and|back|before|after) the $")
_THE_AFTER = re.compile(
    r"\s*(?:$|[.;!?)]|(?:from|at|to|until|till|through) (?:the )?\d|of (?:this|last|next|the) month)"
)
_OF_MONTH = re.compile(r" of (?:this|last|next|the|the (?:current|previous|following|same)) month\b")
_MONTH_BEFORE = re.compile(r"([a-z]+)[./-]$")
_PLACED_BEFORE = re.compile(r"\b(?:on|from|to|until|till|by|before|after|back|since) $|[在于到至前]$")
_CLOCK_AFTER = re.compile(r" \d\d?:\d\d")
_DUE_BEFORE = re.compile(r"\b(?:on|by|until|till|before|after|since|due|from|to) (?:the )?$")
_AT_AFTER = re.compile(r" ?(?:at|um|-|–|to|until) \d")
_ON_BEFORE = re.compile(r"\bon $")
_HOURS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


def figure(text: str, place: int) -> Lexeme | None:
    """The figure that begins at `place`, with every meaning that it can have."""
    match = _FIGURE.match(text, place)
    if match is None or match.lastgroup is None:
        return None
    if place and (text[place - 1].isascii() and text[place - 1].isalpha()):
        return _glued(text, place, match)
    before = text[max(0, place - 14) : place]
    name, said = _kind(match, before)
    if name in ("n", "ord"):
        return _number(text, _PLAIN.match(text, place) or match, name, said)
    classes = _written(name, said, text)
    return Lexeme(match.start(), match.end(), classes) if classes and not _coded(text, match) else None


def _kind(match: re.Match[str], before: str) -> tuple[str, str]:
    """What the figure is, by what stands before it: in Aug-05-2016, 05-2016 is no month of a year."""
    name = str(match.lastgroup)
    said = match[name]
    if name == "my" and _after_month(before):
        return "n", said.partition("-")[0].partition("/")[0].strip()
    if name == "hm_dot" and _ON_BEFORE.search(before):
        return "md", said
    if name == "md_dots":
        dated = _DUE_BEFORE.search(before) or _AT_AFTER.match(match.string, match.end())
        return ("md", said) if dated else ("n", said.partition(".")[0])
    if name == "md_dash" and not _is_placed(match, before):
        return "n", said.partition("-")[0]
    if name == "decade" and len(said) == _PAIR_LENGTH and not before.endswith("the "):
        return "", said
    return name, said


def _is_placed(match: re.Match[str], before: str) -> bool:
    """2-15 is a day where it stands alone, after "on" and the like, or before a time of day."""
    alone = match.end() == len(match.string.rstrip()) and not before.strip()
    return alone or bool(_PLACED_BEFORE.search(before) or _CLOCK_AFTER.match(match.string, match.end()))


_PLAIN = re.compile(r"\d+(?:(?:st|nd|rd|th)\b)?")


def _written(name: str, said: str, text: str) -> dict[str, Value]:
    if name in ("ymd", "md") and any(map(is_han, text)):
        return {f"{name}_han": said}
    read = _READ.get(name)
    return read(said) if read else {name: said} if name else {}


_READ: dict[str, Callable[[str], dict[str, Value]]] = {
    "frac": lambda said: {"frac": int(said[0]) / int(said[2])},
    "decade": lambda said: {"decade": decade_of(int(said))},
    "decimal": lambda said: {"n": float(said)},
    "ymd8": lambda said: {"ymd": f"{said[:4]}-{said[4:6]}-{said[6:]}"},
    "md_dash": lambda said: {"md": said},
    "hm": lambda said: _hour("hm", said),
    "hm_dot": lambda said: {**_hour("hm_dot", said), "md_dot": said},
}


def _hour(name: str, said: str) -> dict[str, Value]:
    """Nothing, if no day has such an hour: 25:00."""
    hour, minute, *_ = map(int, re.findall(r"\d+", said))
    return {name: said} if hour <= _HOURS_OF_DAY and minute < _MINUTES else {}


def decade_of(year: int) -> int:
    """The eighties are those of the last century, the twenties those of this one."""
    return year if year > _CENTURY else year + (1900 if year > _TWENTIES else 2000)


def _coded(text: str, match: re.Match[str]) -> bool:
    """After "order no." or 号 the digits are the number of an order, whatever they look like."""
    before = text[max(0, match.start() - 14) : match.start()]
    return match.lastgroup in ("ymd8", "ymd") and bool(_CODE_BEFORE.search(before))


def _glued(text: str, place: int, match: re.Match[str]) -> Lexeme | None:
    """A figure right after a letter is a model (R22), unless the letters are a month (Oct2)."""
    head = re.search(r"[a-z]+$", text[max(0, place - 10) : place])
    known = words().classes.get(head[0], {}) if head else {}
    if "month" not in known or match.lastgroup not in ("n", "ord"):
        return None
    return _number(text, match, str(match.lastgroup), match[str(match.lastgroup)])


def _number(text: str, match: re.Match[str], name: str, said: str) -> Lexeme | None:
    before = text[max(0, match.start() - 14) : match.start()]
    if len(said) > _YEAR_LENGTH or (_MONEY_BEFORE.search(before[-5:]) and not _after_month(before)):
        return None
    if name == "ord":
        return _ordinal(text, match, int(said))
    if _COUNTED_AFTER.match(text, match.end()) or _CODE_AFTER.match(text, match.end()):
        return None
    found = Lexeme(match.start(), match.end(), readings(int(said), said))
    _more(found, text, before, said)
    return found


def _ordinal(text: str, match: re.Match[str], number: int) -> Lexeme:
    names = ("ord", "theord") if ordinal_day(text, match.start(), match.end(), number) else ("ord",)
    return Lexeme(match.start(), match.end(), dict.fromkeys(names, number))


def _after_month(before: str) -> bool:
    """The point of "Oct.23" says nothing of money."""
    head = _MONTH_BEFORE.search(before)
    return head is not None and "month" in words().classes.get(head[1], {})


def _more(found: Lexeme, text: str, before: str, said: str) -> None:
    """What a plain number can be by the words around it."""
    found.classes |= dict.fromkeys(_placed(text, found.end, before), int(said))
    if len(said) == _PAIR_LENGTH:
        found.classes["yy"] = int(said)
    if _HOURS.fullmatch(said) and "year4" not in found.classes:
        found.classes["hhmm"] = f"{said[:2]}:{said[2:]}"


def _placed(text: str, end: int, before: str) -> Iterator[str]:
    yield "n_hour"
    if _ALONE_AFTER.match(text, end):
        yield "n_alone"
    if not _HOUR_AFTER.match(text, end):
        yield "n_day"
    if _OF_MONTH.match(text, end):
        yield "ord"
    if _THE_BEFORE.search(before) and _THE_AFTER.match(text, end):
        yield "theord"

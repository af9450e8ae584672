"""What speaks against a number being money: a thing or a measure after it, a name for something before it."""

import re
from functools import cache

from understanding.lexicon.shelf import table
from understanding.sums.beside import Before, before, edged, said
from understanding.sums.figure import Figure, Form, either
from understanding.sums.speaking_for import follows_verb

_MOST_BARE, _LATEST = 10_000_000, 10_000
_DIGITS_OF_PAPERS = 4
_UNITS = (
    r"(?: ?(?:kg|kgs|km|cm|mm|dm|m2|m3|sqm|sq|gsm|mg|pcs|pc|pieces|units?|boxes|bags|sets?|tonnes?|tons?|bottles|"
    r"cartons|pallets|rpm|volts?|watts?|kw|kwh|mwh|mw|kwp|kva|hp|amps?|hz|khz|mhz|bar|psi|db|mpa|beds|seats|hectares|"
    r"acres|lit(?:er|re)s?|metres?|meters?|miles|hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?|minutes?|mins?|secs?|"
    r"cases?|cs|drums|kegs|doors|trucks|sites|rooms?|lb|lbs|oz|ft|inch|inches|ml|px|gb|tb|mb|pairs?|rolls?|times)|"
    r"[a-z]| [gmvwltx](?=[ .,;!?]|$)|in|am|pm|th|st|nd|rd|ea)(?![a-z])"
)
_PLURAL = re.compile(r"[a-z]{2,}[^s'ui]s$")
_ENGLISH_WORD = re.compile(r" ([a-z][a-z'-]*)")
_GLUED = re.compile(r"(?:[\w#/.:+&@*×-]|\d[ -]\d{0,3}|\d )$")
_GOES_ON = re.compile(r"[-/:]\d|[ -]\d{3,}|\.\d")
_OF_A_SUM = re.compile(r" of (?:the|their|our|his|her|that) [£$€¥]?\d")
"""4,000 of the 10,000 are no things."""
_THINGS_BEFORE = re.compile(r"\d [a-z]+s $")
_LETTERS_BEFORE = re.compile(r"[a-z0-9_#.-]$")


@cache
def _named() -> Before:
    return before(said("against", "before"), r"[\s:#.]{0,3}")


def _han() -> str:
    """A measure, and no word that only begins as one does."""
    against = table("zh", "money")["against"]
    return rf"(?!{either(against['no_measures'])})(?:{either(against['after'])})"


@cache
def _counted() -> re.Pattern[str]:
    words = edged(said("against", "after", "en"))
    plainly = rf"(?:{either(said('against', 'after_plain', 'zh'))})(?![子到项已转付打清])"
    return re.compile(rf"{_UNITS}|[ -](?:{words})|\s?[%°x×*]|[a-z_/-]*\d|[a-z](?![a-z]*\$)|\s?{_han()}|\s?{plainly}")


@cache
def _counted_by_scale() -> re.Pattern[str]:
    """After 12k or 三万 only what stands close tells of things."""
    words = edged(said("against", "after_scale", "en"))
    return re.compile(rf"{_UNITS}|[多来余几]?{_han()}|\s?[%°]|(?:玫瑰|白|黄)?金(?!额)| (?:{words})")


@cache
def _no_things() -> frozenset[str]:
    return frozenset(said("against", "no_things", "en"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(table("en", "items")["stops"].split()) | _no_things()


def is_named(text: str, start: int) -> bool:
    """Model 3500, room 4411, since 2019; but two units are things, and what follows is no name of theirs."""
    return _named().stands(text, start) and not _THINGS_BEFORE.search(text, max(0, start - 16), start)


@cache
def _papers() -> Before:
    return before(said("against", "papers", "en"), r"[\s:#]{0,3}")


@cache
def _clock() -> tuple[Before, re.Pattern[str]]:
    return before(said("clock", "before", "en"), r"\s"), re.compile(rf"\s?(?:{edged(said('clock', 'after', 'en'))})")


def is_clock(text: str, figure: Figure) -> bool:
    """Ten thirty is an hour, thirteen fifty a pound the price of one; eighteen five and six one hundred are neither."""
    if figure.value >= _LATEST or "hundred" in text[figure.start : figure.end]:
        return False
    earlier, later = _clock()
    return earlier.stands(text, figure.start) or bool(later.match(text, figure.end))


@cache
def _year_words() -> Before:
    return before(said("clock", "year", "en"), r"\s")


def follows_year_word(text: str, start: int) -> bool:
    """Budget for 2027."""
    return _year_words().stands(text, start)


def is_code(text: str, figure: Figure) -> bool:
    """R22, VMC850, 0512-5288, 4411 after "room" are no sums."""
    if figure.form is not Form.DIGITS:
        return False
    before_it = text[max(0, figure.start - 4) : figure.start]
    if figure.scaled:
        return bool(_LETTERS_BEFORE.search(before_it))
    return _is_glued(text, figure, before_it) or _is_long(figure) or _is_called(text, figure)


def _is_glued(text: str, figure: Figure, before_it: str) -> bool:
    """To letters or to further digits."""
    glued = bool(_GLUED.search(before_it)) and not "\u4e00" <= before_it[-1:] <= "\u9fff"
    digits = text[figure.start : figure.end]
    zero = digits[0] == "0" and len(digits) > 1 and digits[1] != "."
    return glued or zero or bool(_GOES_ON.match(text, figure.end))


def _is_long(figure: Figure) -> bool:
    return not figure.grouped and figure.value >= _MOST_BARE


def _is_called(text: str, figure: Figure) -> bool:
    if figure.grouped or not is_named(text, figure.start):
        return False
    many = figure.end - figure.start >= _DIGITS_OF_PAPERS and "." not in text[figure.start : figure.end]
    return (many and _papers().stands(text, figure.start)) or not follows_verb(text, figure.start)


def counts(text: str, figure: Figure) -> bool:
    """It tells how many or how much of something there is; nobody counts by 两万三."""
    if figure.elided or _OF_A_SUM.match(text, figure.end):
        return False
    pattern = _counted_by_scale() if figure.scaled else _counted()
    reach = 1 if figure.scaled or figure.grouped else 2
    return bool(pattern.match(text, figure.end)) or _things_follow(text, figure, reach)


def _things_follow(text: str, figure: Figure, reach: int) -> bool:
    """The next word, or the one after it, is a plural: "500 bathrobes", "200 luggage tags"."""
    place = figure.end
    for _ in range(reach):
        found = _ENGLISH_WORD.match(text, place)
        if not found or found[1] in _stops():
            return False
        if _PLURAL.search(found[1]):
            return True
        place = found.end()
    return False

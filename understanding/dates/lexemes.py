"""Cuts a text into time words: each with its classes and the value it has in each."""

import re
from collections.abc import Iterator

from understanding.dates.figures import figure
from understanding.dates.joints import JOINTS, joint
from understanding.dates.spoken import NUMBER_WORDS, number_words
from understanding.dates.words import Lexeme, readings, words
from understanding.numbers import HAN, HAN_DIGITS, HAN_SMALL, han
from understanding.spelling import is_han

_MIXED = re.compile(r"\d[a-z]{3,}")
"""2moro, 2nite."""
_LATIN = re.compile(r"[a-z]+|(?=[&@~'()-])")
_TO_TEN, _MANY = frozenset("一二三四五六七八九十"), frozenset("十百千几两数多")
_SCALES = frozenset("万亿")
_TAIL = re.compile(r"[一二两三四五六七八九](?![天周个号日月年点时刻分小星礼工季])")
_COUNTS = frozenset("0123456789零〇一二两三四五六七八九十百千万几数多半去今明后前上每个")
_YEAR_LENGTH, _PAIR_LENGTH = 4, 2


def lexemes(text: str) -> Iterator[Lexeme | None]:
    """Yield the time words in order, and None wherever something else stands between them."""
    place = 0
    while place < len(text):
        char = text[place]
        if char in " ,\t" or (char in JOINTS and joint(text, place)):
            place += 1
            continue
        found = _at(text, place, char)
        yield None if found and "nothing" in found.classes else found
        place = found.end if found else _skip(text, place, char)


def _skip(text: str, place: int, char: str) -> int:
    """Pass over what is no time word: one character, or the rest of a Latin word."""
    if not (char.isascii() and char.isalnum()):
        return place + 1
    while place < len(text) and text[place].isascii() and (text[place].isalnum() or text[place] == "'"):
        place += 1
    return place


def _at(text: str, place: int, char: str) -> Lexeme | None:
    if char.isdigit() and char.isascii():
        mixed = _MIXED.match(text, place)
        return _known(mixed[0], place) if mixed and mixed[0] in words().classes else figure(text, place)
    if is_han(char) or char == "〇":
        return _han(text, place)
    return _latin(text, place)


def _han(text: str, place: int) -> Lexeme | None:
    known = words()
    found = Lexeme(place, place)
    for length in range(known.longest.get(text[place], 0), 0, -1):
        word = text[place : place + length]
        if (word in known.classes or word in known.fillers) and not _cut_short(text, place, word):
            found = _known(word, place)
            break
    numeral = HAN.match(text, place) if text[place] in HAN_SMALL else None
    if numeral and _ends_a_sum(text, place):
        return None
    if numeral and numeral.end() >= found.end and (value := han(numeral[0])) is not None:
        return _numeral(found, numeral, int(value))
    return found if found.end > found.start else None


def _ends_a_sum(text: str, place: int) -> bool:
    """The five of 十二万五, unless it tells days: 一万五四天后, but 一万四天后."""
    return place > 0 and text[place - 1] in _SCALES and bool(_TAIL.match(text, place))


def _numeral(found: Lexeme, match: re.Match[str], value: int) -> Lexeme:
    same = found if found.end == match.end() else Lexeme(match.start(), match.end())
    said = match[0]
    same.classes = readings(_about(said, value), said if len(said) == _YEAR_LENGTH else "0") | same.classes
    if len(said) == _PAIR_LENGTH and all(char in HAN_DIGITS for char in said):
        same.classes["yy"] = value
    if not is_han(match.string[match.end() : match.end() + 1] or "."):
        same.classes["n_hour"] = int(value)
    same.weak = False
    return same


def _cut_short(text: str, place: int, word: str) -> bool:
    """六月初八 is a day though 月初 is a word; so is 十年 in 十年中. Who says 5号到,现在 tells no stretch."""
    classes = words().classes.get(word, {})
    after = text[place + len(word) : place + len(word) + 1]
    if "to" in classes:
        return after == ","
    if "newyear_before" in classes or "newyear_after" in classes:
        return word[0] == "年" and text[place - 1 : place] in _COUNTS
    if "unit_edge" not in classes:
        return False
    return (word[-1] == "初" and after in _TO_TEN) or (word[0] == "年" and text[place - 1 : place] in _MANY)


def _about(said: str, value: int) -> int:
    """两三周 is about two weeks, not twenty-three."""
    if len(said) != _PAIR_LENGTH or not all(char in HAN_DIGITS for char in said):
        return value
    first, second = divmod(value, 10)
    return first if first and second in (first + 1, first + 2) else value


def _known(word: str, place: int) -> Lexeme:
    known = words()
    classes = dict(known.classes.get(word, {}))
    return Lexeme(place, place + len(word), classes, word in known.weak, word in known.fillers and not classes)


def _latin(text: str, place: int) -> Lexeme | None:
    head = _LATIN.match(text, place)
    if not head or (head[0] and head[0] not in words().heads and head[0] not in NUMBER_WORDS):
        return None
    phrase, number = _phrase(text, place), number_words(text, place)
    if phrase and number and number.end >= phrase.end:
        number.classes |= phrase.classes if number.end == phrase.end else {}
        return number
    return phrase or number


def _phrase(text: str, place: int) -> Lexeme | None:
    """The longest phrase of the lexicon that begins here."""
    known, end, best = words(), place, None
    for _ in range(5):
        match = _WORD_END.match(text, end)
        if match is None:
            break
        end = match.end()
        for tail in (end, end - 1) if text[end - 1] in ".'" else (end,):
            word = text[place:tail]
            if (word in known.classes or word in known.fillers) and not _leads_on(text, tail, word):
                best = _known(word, place)
                break
    if best and text[place : best.end] in _LONE and not _DIGIT_BEFORE.search(text, max(0, place - 2), place):
        best.classes.pop("ampm", None)
    return best or _mark(text, place)


_GOES_ON = re.compile(r" (?!(?:at|for|to|and|with|in|we|i|he|she|they|please|pls|by|or|if|so|but)\b)[a-z0-9]")
_NEXT = re.compile(r" ([a-z]+)")
_LONE = frozenset({"a", "p"})
"""At 5 a, but not "five fifty a month"."""
_DIGIT_BEFORE = re.compile(r"(?:^|\d ?)$")
_MORE = re.compile(r" (?:\d|than\b|[a-z]+ing\b|my\b|the\b|he\b|she\b|we\b|i\b)")


def _leads_on(text: str, end: int, word: str) -> bool:
    """Whether more follows: "or before" ends a date; what goes on ("or before 2019") is something of its own."""
    classes = words().classes.get(word, {})
    if "hence" in classes or "later_unit" in classes:
        return _GOES_ON.match(text, end) is not None
    if "afternext" in classes:
        follows = _NEXT.match(text, end)
        return follows is not None and follows[1] in words().classes
    return ("or_later" in classes or "or_earlier" in classes) and bool(_MORE.match(text, end))


def _mark(text: str, place: int) -> Lexeme | None:
    """A dash or another sign that stands alone, whatever follows it."""
    known = words()
    found = next(
        (one for one in (text[place : place + 2], text[place]) if not one.isalnum() and one in known.classes), ""
    )
    return _known(found, place) if found and not text[place].isalpha() else None


_WORD_END = re.compile(r"[ -]?(?:(?:[qh][1-4]|b4)(?!\d)|[a-z]+(?:['.][a-z]+)*\.?|'[a-z]*|[0-9][a-z]+|[&@~()]|--?|/)")

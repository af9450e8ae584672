"""Cuts a text into time words: each with its classes and the value it has in each."""

import re
from collections.abc import Iterator

from understanding.dates.spoken import number_words, ordinal_day
from understanding.dates.words import Lexeme, readings, words
from understanding.numbers import HAN, han
from understanding.spelling import is_han

_LATIN = re.compile(r"[a-z]+(?:['.][a-z]+)*\.?(?![a-z])|[&@~'()]|--?")
_NEXT_WORD = re.compile(r"[ ]?([a-z0-9'.&/-]+)")
_FIGURE = re.compile(
    r"(?P<dt>\d{4}-\d\d?-\d\d?t\d\d?:\d\d)"
    r"|(?P<ymd>(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:\d{4}|\d\d)))(?![\d/])(?!-\d\d?(?:[^\d/]|$))"
    r"|(?P<ym>\d{4} ?[-/.] ?\d\d?)(?![\d/.-])|(?P<my>\d\d? ?/ ?\d{4})(?![\d/])"
    r"|(?P<md>\d\d? ?/ ?\d\d?)(?![\d/])"
    r"|(?P<hm>\d\d?:\d\d(?::\d\d)?|\d\d?h\d\d(?!\d)|\d\d?\.\d\d(?= ?[ap]\.?m)|\d\d?\.\d\d(?=[ap]\b))(?!\d)"
    r"|(?P<hm_dot>\d\d?\.[0-5]\d)(?![\d.]|\s?(?:[a-z%万亿元块]))|(?P<ord>\d\d?)(?:st|nd|rd|th)\b|(?P<n>\d+)"
)

_YEAR_LENGTH = 4
_MONEY_BEFORE = re.compile(
    r"[$£€¥₹#*]|\.$|(?<![a-z])(?:rm|rs|no|usd|eur|gbp|cny|rmb|sgd|aud|hkd|inr|nzd|cad|twd)\.? ?$"
)
_COUNTED_AFTER = re.compile(
    r"个(?!星期|月|礼拜|工作日|小时|钟|季|周|半)|[%$£€¥万亿元块米件箱套台吨桶斤条张瓶包人家盒码号楼](?<!号)|"
    r"[ ]?(?:k|w|m|mm|cm|km|kg|pcs|pc|sets|rmb|usd|x|t|l|ml|g|lb|ft)\b|[.,]\d|[a-ce-gi-mo-rt-z]{3}\d"
)
_ALONE_AFTER = re.compile(r"\s*(?:$|[.,;!?)]|\bfor\b|\bto\b|\bwith\b|\bw/|\band\b|[^\x00-\u2fff])")


def lexemes(text: str) -> Iterator[Lexeme | None]:
    """Yield the time words in order, and None wherever something else stands between them."""
    place = 0
    while place < len(text):
        char = text[place]
        if char in " ,\t":
            place += 1
            continue
        found = _at(text, place, char)
        yield found
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
        return _figure(text, place)
    if is_han(char) or char == "〇":
        return _han(text, place)
    return _latin(text, place)


def _figure(text: str, place: int) -> Lexeme | None:
    match = _FIGURE.match(text, place)
    if match is None or match.lastgroup is None:
        return None
    if place and (text[place - 1].isascii() and text[place - 1].isalpha()):
        return _glued(text, place, match)
    name, said = match.lastgroup, match[match.lastgroup]
    if name in ("n", "ord"):
        return _number(text, match, name, said)
    return Lexeme(match.start(), match.end(), {name: said})


def _glued(text: str, place: int, match: re.Match[str]) -> Lexeme | None:
    """A figure right after a letter is a model (R22), unless the letters are a month (Oct2)."""
    head = re.search(r"[a-z]+$", text[max(0, place - 10) : place])
    known = words().classes.get(head[0], {}) if head else {}
    if "month" not in known or match.lastgroup not in ("n", "ord"):
        return None
    return _number(text, match, str(match.lastgroup), match[str(match.lastgroup)])


def _number(text: str, match: re.Match[str], name: str, said: str) -> Lexeme | None:
    if len(said) > _YEAR_LENGTH or _MONEY_BEFORE.search(text[max(0, match.start() - 5) : match.start()]):
        return None
    if _COUNTED_AFTER.match(text, match.end()):
        return None
    found = Lexeme(match.start(), match.end(), readings(int(said), said))
    if name == "ord":
        found.classes = {"ord": int(said)}
        if ordinal_day(text, match.end()):
            found.classes["theord"] = int(said)
    elif _ALONE_AFTER.match(text, match.end()):
        found.classes["n_alone"] = int(said)
    return found


def _han(text: str, place: int) -> Lexeme | None:
    known = words()
    found = Lexeme(place, place)
    for length in range(min(known.longest, 8), 0, -1):
        word = text[place : place + length]
        if word in known.classes or word in known.fillers:
            found = _known(word, place)
            break
    numeral = HAN.match(text, place)
    if numeral and numeral.end() >= found.end and (value := han(numeral[0])) is not None:
        return _numeral(found, numeral, int(value))
    return found if found.end > found.start else None


def _numeral(found: Lexeme, match: re.Match[str], value: int) -> Lexeme:
    same = found if found.end == match.end() else Lexeme(match.start(), match.end())
    same.classes = readings(value, match[0] if len(match[0]) == _YEAR_LENGTH else str(value)) | same.classes
    same.weak = False
    return same


def _known(word: str, place: int) -> Lexeme:
    known = words()
    classes = dict(known.classes.get(word, {}))
    return Lexeme(place, place + len(word), classes, word in known.weak, word in known.fillers and not classes)


def _latin(text: str, place: int) -> Lexeme | None:
    if not _LATIN.match(text, place):
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
            if word in known.classes or word in known.fillers:
                best = _known(word, place)
                break
    return best


_WORD_END = re.compile(r"[ -]?(?:[qh][1-4](?!\d)|[a-z]+(?:['.][a-z]+)*\.?|'[a-z]*|[0-9][a-z]+|[&@~()]|--?|/)")

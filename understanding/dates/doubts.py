"""Tells words that only look like dates: a ratio, a count, "may", 三点意见."""

import re
from functools import cache

from understanding.dates.words import Lexeme
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.spelling import is_han

_BARE = frozenset(
    ("n", "n_bare", "n_min", "n_alone", "n_hour", "n_day", "yy", "said_min", "to", "wordto", "and", "between")
) | frozenset(("from", "by", "at", "for", "until", "after_1", "before_1", "beforeword"))
"""Classes of numbers and of what joins them, none of which tells time."""
_YEAR_CLASSES = frozenset(("n", "year4", "hhmm", "n_alone", "n_hour", "n_day"))
_FRACTIONS = frozenset(("1/2", "1/3", "2/3", "1/4", "3/4", "4/5", "9/10", "50/50", "24/7", "7/24", "7/11"))
_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)]|[^\x00-\u2fff]|(?:for|to|with|w/|and|or|at|on|if|in|please|pls|but|so|today|tomorrow|tonight)\b)"
)
_CLOSES = re.compile(r"\s*(?:$|[.,;:!?)\n])")


@cache
def _listed(name: str) -> tuple[str, ...]:
    return tuple(word for language in LANGUAGES for word in table(language, "dates").get(name, ()))


def doubtful(text: str, row: list[Lexeme]) -> bool:
    """Whether the words of a phrase need more of a sign to be a date."""
    start, end = row[0].start, row[-1].end
    if text.strip(" .") == text[start:end].strip(" ."):
        return False
    if text[:start].endswith(_listed("wished")) or text.startswith(_listed("wishing"), end):
        return True
    if len(row) == 1:
        return _doubtful_word(text, row[0])
    return _counted(text, row) or _a_count_of_points(text, start, end)


def _doubtful_word(text: str, word: Lexeme) -> bool:
    firm = text[: word.start].endswith(_listed("firm"))
    said = text[word.start : word.end]
    if said in _listed("seating") and text[: word.start].endswith(_listed("seated")):
        return True
    if said in _listed("name") or word.classes.keys() <= _YEAR_CLASSES:
        follows = text[word.end :].lstrip()[:1]
        return not (firm or _CLOSES.match(text, word.end) or is_han(follows or "."))
    return not firm and (word.weak or said.replace(" ", "") in _FRACTIONS)


def _counted(text: str, row: list[Lexeme]) -> bool:
    """Bare numbers, such as "5 to 6", are times only where nothing follows that they count."""
    return all(word.classes.keys() <= _BARE for word in row) and not _ENDS.match(text, row[-1].end)


def _a_count_of_points(text: str, start: int, end: int) -> bool:
    """一点 is a little, 三点意见 three remarks and 三号楼 a building."""
    said = text[start:end]
    if said in _listed("never"):
        return True
    return said[-1] in "点号" and text.startswith(_listed("counted"), end)

"""What feedback is about: the first word in it that says so; nothing is guessed, for somebody will act on it."""

import re
from functools import cache

from sales.kinds import Category
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.sums.beside import edged


def feedback_subject(text: str) -> Category | None:
    """None: no word says it."""
    found = _pattern().search(text.lower())
    return Category(_meanings()[found[0]]) if found else None


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(edged(_meanings()))


@cache
def _meanings() -> dict[str, str]:
    """Each word with its category."""
    tables = (table(language, "subjects") for language in LANGUAGES)
    return {" ".join(word.split()): name for one in tables for name, words in one.items() for word in words.split(";")}

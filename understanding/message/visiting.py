"""Tells whether what is to be done is a visit."""

import re
from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table


def is_visit(action: str) -> bool:
    return any(pattern.search(action) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(table(language, "actions")["visits"], re.IGNORECASE) for language in LANGUAGES)

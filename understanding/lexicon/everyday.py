"""Everyday words, which name a customer only together with others."""

from functools import cache

from understanding.lexicon.shelf import LANGUAGES, table


@cache
def everyday_words() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in table(language, "everyday")["words"].split())

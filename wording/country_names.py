"""Which country somebody names, by its code or its name in any of our languages."""

from functools import cache

from babel import Locale

from wording.catalogue import LANGUAGES

_SIGNS = 2


def country_named(text: str) -> str | None:
    """The ISO code; None: nobody knows it."""
    said = text.strip()
    return said.upper() if said.upper() in _codes() else _named().get(said.casefold())


@cache
def _codes() -> frozenset[str]:
    codes = map(str, Locale.parse(LANGUAGES[0]).territories)
    return frozenset(code for code in codes if len(code) == _SIGNS and code.isalpha())


@cache
def _named() -> dict[str, str]:
    return {
        str(name).casefold(): str(code)
        for language in LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if code in _codes()
    }

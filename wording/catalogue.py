"""The catalogues: whole English sentences are the keys, a .po file a language holds what they are elsewhere."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).parent / "catalogues"
LANGUAGES = ("en", "zh")
"""The languages that the bot speaks; the first is that of the keys."""


def sentence(english: str) -> str:
    """Mark an English sentence that is looked up later, so that the extractor finds it."""
    return english


def language_for(code: str | None, otherwise: str = LANGUAGES[0]) -> str:
    """Our language for the code that a Telegram app tells: "zh-hans" and "zh-TW" are "zh"."""
    spoken = (code or "").replace("_", "-").partition("-")[0].lower()
    return spoken if spoken in LANGUAGES else otherwise


@cache
def catalogue(language: str) -> NullTranslations:
    """What is said in a language; a language without a file, and a sentence without a translation, stay English."""
    file = CATALOGUES / f"{language}.po"
    if language not in LANGUAGES or not file.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)

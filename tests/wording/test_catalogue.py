"""The catalogue is complete: every sentence of the code is in it with the same placeholders, and no other."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

import wording
from wording.catalogue import CATALOGUES, LANGUAGES, catalogue, language_for

KEYWORDS = {"say": None, "sentence": None, "count": (1, 2)}
PLACEHOLDER = re.compile(r"%\((\w+)\)([a-z])")

Key = str | tuple[str, ...]


def sentences_in_code() -> set[Key]:
    (package,) = wording.__path__
    files = sorted(Path(package).rglob("*.py"))
    found = (row for file in files for row in extract_from_file("python", file, keywords=KEYWORDS))
    return {message for _, message, _, _ in found if message}


def translated(language: str) -> Catalog:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def entries(language: str) -> Iterator[Message]:
    return (message for message in translated(language) if message.id)


def texts(words: object) -> list[str]:
    return [words] if isinstance(words, str) else [str(word) for word in words] if isinstance(words, tuple) else []


OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated_and_no_other(language: str) -> None:
    assert {message.id for message in entries(language)} == sentences_in_code()


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_empty_or_in_doubt(language: str) -> None:
    assert [message.id for message in entries(language) if message.fuzzy or not all(texts(message.string))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_are_the_same(language: str) -> None:
    def placeholders(text: str) -> Counter[tuple[str, str]]:
        return Counter(PLACEHOLDER.findall(text))

    odd = [
        message.id
        for message in entries(language)
        for text in texts(message.string)
        if set(placeholders(text)) != set(placeholders(texts(message.id)[-1]))
    ]
    assert odd == []


def test_a_percent_sign_always_begins_a_placeholder() -> None:
    bare = re.compile(r"%(?!\(\w+\)s)")
    words = [text for message in entries("zh") for text in (*texts(message.id), *texts(message.string))]
    assert [text for text in words if bare.search(text)] == []


def test_a_catalogue_file_names_no_sentence_twice() -> None:
    source = (CATALOGUES / "zh.po").read_text("utf-8").split("\n\n")
    msgid = re.compile(r"^msgid .*?(?=^msgstr|^msgid_plural)", re.DOTALL | re.MULTILINE)
    named = Counter(match.group() for block in source if (match := msgid.search(block)))
    assert [text for text, times in named.items() if times > 1] == []


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("zh", "zh"),
        ("zh-hans", "zh"),
        ("zh-TW", "zh"),
        ("ZH_cn", "zh"),
        ("de", "en"),
        ("zhuang", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_of_an_app(code: str | None, language: str) -> None:
    assert language_for(code) == language


def test_a_language_that_we_lack_falls_back_to_the_company_s() -> None:
    assert language_for("de", "zh") == "zh"


def test_a_sentence_that_nobody_translated_stays_english() -> None:
    assert catalogue("zh").gettext("Never written.") == "Never written."


@pytest.mark.parametrize("language", ["fr", "../../etc/passwd", ""])
def test_a_language_without_a_catalogue_is_english(language: str) -> None:
    assert catalogue(language).gettext("Undo") == "Undo"

"""By what a person is found in words: names in any case and spacing, numbers in any grouping, e-mail addresses."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import phonenumbers
from phonenumbers import NumberParseException

from sales.customers import bare_name, with_titles

_APART = r"[\s().\-/]*"
_CHINESE = "\u3400-\u9fff\uf900-\ufaff"
_SHORT_CHINESE, _FULL = 2, 2
_SHORTEST = 5
"""Fewer digits than this are no number that tells one person from another."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What is known of a person that may stand in words anywhere."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    """Telegram's numbers of them."""

    def patterns(self) -> list[str]:
        """Regular expressions, the longest names first, so that no rest of a name stays behind."""
        names = sorted(filter(None, map(_name_pattern, self.names)), key=len, reverse=True)
        phones = [pattern for phone in self.phones for pattern in _phone_patterns(phone)]
        emails = [rf"(?<![a-z0-9_.+-]){re.escape(email)}(?![a-z0-9-])" for email in self.emails if email]
        return [*emails, *phones, *names, *(rf"(?<!\d){number}(?!\d)" for number in self.numbers)]

    def likes(self) -> list[str]:
        """SQL LIKE patterns (escape ~) that find at least whatever the expressions find."""
        words = [*self.names, *self.emails]
        cased = {form for word in words for form in (word, word.lower(), word.upper()) if word}
        escaped = {json.dumps(form)[1:-1] for form in cased}
        spaced = {"%".join(map(_literal, form.split())) for form in cased | escaped}
        digits = {"%".join(digits) for phone in self.phones for digits in _forms(phone)}
        return [f"%{like}%" for like in sorted(spaced | digits | set(map(str, self.numbers)))]


class Eraser:
    """Puts a stand-in where a person is named."""

    def __init__(self, traces: Traces, stand_in: str) -> None:
        self._patterns = traces.patterns()
        self._stand_in = stand_in

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile("|".join(self._patterns) or r"(?!)", re.IGNORECASE)

    def clean(self, text: str) -> str:
        return self._any.sub(self._stand_in, text)

    def finds(self, text: str) -> bool:
        return self._any.search(text) is not None


def walk(value: Any, clean: Callable[[str], str], numbers: Sequence[int] = ()) -> Any:  # noqa: ANN401 - JSON may be anything
    """The JSON value with every string in it cleaned, and 0 for every number that is a trace."""
    match value:
        case str():
            return clean(value)
        case int() if value in numbers and not isinstance(value, bool):
            return 0
        case list():
            return [walk(one, clean, numbers) for one in value]
        case dict():
            return {clean(key): walk(one, clean, numbers) for key, one in value.items()}
        case other:
            return other


def loose_names(name: str) -> tuple[str, ...]:
    """What else a person may be called in a message that is about them: by a part of the name, or with a title."""
    bare = bare_name(name)
    words = [word for word in bare.split() if len(word) > 1]
    initials = [f"{words[0][0]}. {words[-1]}", f"{words[0][0]} {words[-1]}"] if len(words) > 1 else []
    return tuple(dict.fromkeys([name, bare, *words, *initials, *_chinese_forms(bare)]))


def is_short(name: str) -> bool:
    """A given name or a surname alone, of which there may be several."""
    bare = bare_name(name)
    return len(bare) <= _SHORT_CHINESE if re.match(f"[{_CHINESE}]", bare) else len(bare.split()) < _FULL


def _chinese_forms(bare: str) -> Iterable[str]:
    if not re.fullmatch(f"[{_CHINESE}]{{1,4}}", bare):
        return ()
    surname, given = bare[:1], bare[1:]
    return [*with_titles(surname), f"小{surname}", f"老{surname}", *([given] if len(given) > 1 else [])]


def _name_pattern(name: str) -> str:
    """Whole words in scripts that have words; within Chinese, names stand without gaps."""
    words = name.split()
    if not words or len(name) == 1:
        return ""
    middle = r"\s+".join(map(re.escape, words))
    return _edge(name[0], before=True) + middle + _edge(name[-1], before=False)


def _edge(sign: str, *, before: bool) -> str:
    if re.match(f"[{_CHINESE}]", sign) or not re.match(r"\w", sign):
        return ""
    return rf"(?{'<' if before else ''}![^\W{_CHINESE}])"


def _phone_patterns(phone: str) -> Iterable[str]:
    for digits in _forms(phone):
        yield rf"(?<!\d)\+?{_APART.join(digits)}(?!\d)"


def _forms(phone: str) -> list[str]:
    """The digits with and without the country's code, and with the zero that many countries dial at home."""
    try:
        known = phonenumbers.parse(phone, None)
    except NumberParseException:
        plain = re.sub(r"\D", "", phone)
        return [plain] if len(plain) >= _SHORTEST else []
    national = phonenumbers.national_significant_number(known)
    return [f"{known.country_code}{national}", f"{known.country_code}0{national}", f"0{national}", national]


def _literal(word: str) -> str:
    return word.replace("~", "~~").replace("%", "~%").replace("_", "~_")

"""Tells who referred whom: through which person or customer a customer came to us."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from understanding.findings import Mention, Referral, Span
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.notice import Noticed
from understanding.message.rival_names import Stretch, latin_rows
from understanding.message.templates import Book, Template, stamped, template

_NICKNAME = "[老小阿][一-鿿]"
_SURE = {"told": 0.85, "alone": 0.7}
"""The lists of templates, and how far each may be trusted."""
_SLOTS = {
    "en": {
        "A": r"(?P<by>(?:(?:mr|mrs|ms|dr|mdm)\.? )?P+(?:,? (?:at|from|of|over at) C+)?|C+(?:'s P+)?|N+)",
        "B": r"(?P<came>[CN]+(?: [N]+)*)",
        "P": "P+",
    },
    "zh": {"A": rf"(?P<by>C+的?P+|P+|C+|N+|{_NICKNAME})", "B": r"(?P<came>C+|N+)", "P": "P+"},
}
_REACH = 14
_MOST = 8
"""More referrals than anybody tells in one message."""


@dataclass(frozen=True, slots=True)
class _Told:
    by: Stretch
    came: Stretch | None
    start: int
    end: int
    sure: float


def referrals(noticed: Noticed) -> tuple[Referral, ...]:
    """Each customer that came, once."""
    found: dict[str, Referral] = {}
    for told in _told(noticed):
        one = _referral(noticed, told)
        if one and len(found) < _MOST:
            found.setdefault(one.customer.name if one.customer else "", one)
    named = [one for name, one in found.items() if name]
    return tuple(named or found.values())


def _told(noticed: Noticed) -> Iterator[_Told]:
    some = [(kind, one) for kind in _SURE for one in _books()[kind].tried(noticed.spelled)]
    if not some:
        return
    seen = _seen(noticed)
    for kind, one in some:
        for found in one.pattern.finditer(seen):
            if not _unreal().search(seen, max(0, found.start() - _REACH), found.start()):
                came = found.span("came") if kind == "told" else None
                yield _Told(found.span("by"), came, *found.span(), _SURE[kind])


@cache
def _books() -> dict[str, Book]:
    return {kind: Book(_templates(kind)) for kind in _SURE}


@cache
def _known() -> frozenset[str]:
    return frozenset(word for book in _books().values() for word in book.words())


def _templates(kind: str) -> Iterator[Template]:
    for language in LANGUAGES:
        for said in table(language, "referrals")[kind]:
            yield template(language, said, _SLOTS[language])


@cache
def _unreal() -> re.Pattern[str]:
    latin, han = (table(language, "referrals")["unreal"] for language in LANGUAGES)
    return re.compile(rf"(?:(?<![a-z])(?:{latin})(?: an?| the)? |(?:{han}))$")


def _seen(noticed: Noticed) -> str:
    """With letters for names: customers, people, and what else is written in capitals."""
    rows = stamped(noticed.spelled, "N", latin_rows(noticed.text, noticed.spelled, _known()))
    people = stamped(rows, "P", [(one.start, one.end) for one in noticed.people])
    return stamped(people, "C", [(one.start, _bare_end(noticed.text, one.start, one.end)) for one in noticed.named])


def _bare_end(text: str, start: int, end: int) -> int:
    """Without a possessive."""
    return end - 2 * text[start:end].endswith(("'s", "’s"))


def _referral(noticed: Noticed, told: _Told) -> Referral | None:
    person = next((one.name for one in noticed.people if _within(one.start, told.by)), _nickname(noticed, told.by))
    through = _customer(noticed, told.by, none=person is not None)
    came = _customer(noticed, told.came) if told.came else _about(noticed, told, through)
    if came and through and came.name == through.name:
        return None
    return Referral(came, person, through, (Span(told.start, told.end),), told.sure)


def _nickname(noticed: Noticed, where: Stretch) -> str | None:
    """老王 says by its form that he is a person."""
    said = noticed.text[slice(*where)]
    return said if re.fullmatch(_NICKNAME, said) else None


def _within(start: int, where: Stretch) -> bool:
    return where[0] <= start < where[1]


def _customer(noticed: Noticed, where: Stretch, *, none: bool = False) -> Mention | None:
    """A customer that was noticed; else the name as it stands there makes a new one, unless it is a person's."""
    for one in noticed.named:
        if _within(one.start, where):
            return noticed.mentions[one.key]
    said = noticed.text[slice(*where)].strip()
    return None if none or not said else Mention(said, None, Span(*where), 0.5)


def _about(noticed: Noticed, told: _Told, through: Mention | None) -> Mention | None:
    """The customer named nearest before, else after; else the one that the message is about."""
    others = [one for one in noticed.named if not through or noticed.mentions[one.key].name != through.name]
    free = [one for one in others if not _within(one.start, told.by)]
    before = [one for one in free if one.start < told.start]
    if nearest := next(iter([*before[-1:], *free]), None):
        return noticed.mentions[nearest.key]
    keys = next((keys for keys in noticed.about if keys), ())
    one = noticed.mentions.get(keys[0]) if keys else None
    return one if one and not (through and one.name == through.name) else None

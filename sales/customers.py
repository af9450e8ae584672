"""The customer and the people there, on three axes that must not be mixed up: relation, legal form and stage."""

from dataclasses import dataclass
from enum import StrEnum

from sales.kinds import Calendar


class Relation(StrEnum):
    """How they stand to us."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    CHANNEL = "channel"
    SUPPLIER = "supplier"
    INTERNAL = "internal"
    OTHER = "other"


NOT_SOLD_TO = (Relation.INTERNAL, Relation.SUPPLIER, Relation.OTHER)
"""Who is on record for another reason: nobody waits for orders of theirs, nor has to visit them."""


class LegalForm(StrEnum):
    """What they are in law."""

    COMPANY = "company"
    PERSON = "person"
    GOVERNMENT = "government"
    NON_PROFIT = "non_profit"


class Stage(StrEnum):
    """Where they stand in the customer's life."""

    PROSPECT = "prospect"
    NEW = "new"
    ACTIVE = "active"
    GROWING = "growing"
    SLIPPING = "slipping"
    LOST = "lost"
    WON_BACK = "won_back"


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as people see it; `code` is the short code, `owner` the member id of whose customer it is."""

    id: int
    code: str
    name: str
    owner: int | None
    relation: Relation = Relation.DIRECT
    form: LegalForm = LegalForm.COMPANY
    stage: Stage = Stage.PROSPECT


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a customer. `birthday` is canonical in its calendar; `greetings` False: wants none, please."""

    id: int
    name: str
    phone: str | None = None
    email: str | None = None
    birthday: str | None = None
    calendar: Calendar | None = None
    title: str | None = None
    role: str | None = None
    greetings: bool = True


# Look-alikes (0 O, 1 I L, 5 S, 2 Z, 8 B, U V) are left out, so that a code can be read aloud.
_ALPHABET = "34679ACDEFGHJKMNPQRTWXY"


def short_code(number: int) -> str:
    """The code that people see for an id of the database: at least three signs, never two ids with the same."""
    number += len(_ALPHABET) ** 2
    signs = ""
    while number:
        number, rest = divmod(number, len(_ALPHABET))
        signs = _ALPHABET[rest] + signs
    return signs


_LONGEST_CODE = 12


def number_of_code(code: str) -> int | None:
    """The id that a short code stands for; None: it is none."""
    signs = code.strip().upper()
    if not signs or len(signs) > _LONGEST_CODE or any(sign not in _ALPHABET for sign in signs):
        return None
    number = 0
    for sign in signs:
        number = number * len(_ALPHABET) + _ALPHABET.index(sign)
    number -= len(_ALPHABET) ** 2
    return number if number >= 0 else None


# Titles that follow a Chinese name or a surname alone; 王总 and 王经理 may be the same person at one customer.
_TITLES = (
    "总经理", "副总", "董事长", "总监", "经理", "主任", "主管", "部长", "科长", "处长", "厂长", "院长", "校长", "店长",
    "先生", "女士", "小姐", "太太", "老师", "医生", "博士", "教授", "师傅", "总", "董", "工", "姐", "哥",
)  # fmt: skip
_HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "mdm", "madam", "dr", "prof", "sir"])


def bare_name(name: str) -> str:
    """The name without honorific and title, folded for comparing."""
    words = [word for word in name.casefold().split() if word.strip(".") not in _HONORIFICS]
    bare = " ".join(words)
    for title in _TITLES:
        if len(bare) > len(title) and bare.endswith(title):
            return bare.removesuffix(title)
    return bare


def with_titles(surname: str) -> list[str]:
    """How somebody of that Chinese surname may be addressed."""
    return [f"{surname}{title}" for title in _TITLES]


def same_person(one: str, other: str) -> bool:
    """Whether two names, at the same customer, name the same person."""
    return bare_name(one) == bare_name(other)

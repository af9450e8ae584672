"""What a page is: who looks, what they asked for, and what is shown to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from papers.pictures.drawing import Picture
from sales.people import Member
from storage.store import Session
from web.managers.forms import Form
from wording.page_words import Page as Words
from wording.voice import Voice

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Visit:
    """Who looks, and what the form said that they sent: nothing, when they just came."""

    session: Session
    member: Member
    voice: Voice
    now: datetime
    form: Form


@dataclass(frozen=True, slots=True)
class Shown:
    """A template with what it shows; `title` stands in the browser's tab.

    `picture` is drawn when the database is let go of. The template gets it as the address of an image, empty where
    there is none.
    """

    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """`name` is its address below /pages; `label` its place in the menu, None for one that others lead to.

    `show` says None where there is nothing (any more) for this reader; `within` is the page in the menu that it belongs
    to.
    """

    name: str
    show: Callable[[Visit], Shown | None]
    label: Words | None = None
    within: str = ""

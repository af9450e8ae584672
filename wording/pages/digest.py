"""The digest on a page: the chat's own lines, and a table of everybody's work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sales.digests import Digest, Pace
from wording.cards.digests.digest import digest as digest_card
from wording.page_words import Page
from wording.pages.work import WorkRow, heads, work_rows
from wording.voice import Voice

PACES = {Pace.DAY: Page.DAY, Pace.WEEK: Page.WEEK, Pace.MONTH: Page.MONTH, Pace.QUARTER: Page.QUARTER}


@dataclass(frozen=True, slots=True)
class Line:
    """`customer` is whom it opens, 0 where it names nobody."""

    text: str
    customer: int = 0


@dataclass(frozen=True, slots=True)
class DigestPage:
    """`heads` are over the columns of `rows`."""

    title: str
    lines: tuple[Line, ...]
    heads: tuple[str, ...]
    rows: tuple[WorkRow, ...]


def digest_page(view: Digest, voice: Voice) -> DigestPage:
    title, *lines = digest_card(view, voice, whole=True).text.splitlines()
    rows = work_rows(view.reps, view.currency, voice)
    return DigestPage(title, tuple(_lines(lines, view)), heads(voice), rows)


def _lines(lines: Sequence[str], view: Digest) -> Iterator[Line]:
    """What needs the reader stands first, numbered."""
    needs = len(view.needs)
    yield from (Line(line, need.about) for line, need in zip(lines, view.needs, strict=False))
    yield from map(Line, lines[needs:])

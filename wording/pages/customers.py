"""Customers on pages: the lines of the list, and a customer's own page."""

from collections.abc import Iterable
from dataclasses import dataclass

from sales.card_views import CustomerCard, History
from sales.page_views import CustomerLine
from wording.cards.customer import customer as customer_card
from wording.cards.history import history as history_card
from wording.terms import STAGES
from wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Line:
    """A customer of the list, in words."""

    id: int
    name: str
    code: str
    grade: str
    stage: str
    owner: str
    touched: str
    ordered: str


def lines(found: Iterable[CustomerLine], voice: Voice) -> tuple[Line, ...]:
    return tuple(_line(one, voice) for one in found)


def _line(line: CustomerLine, voice: Voice) -> Line:
    touched, ordered = (voice.day(day) if day else "" for day in (line.touched, line.ordered))
    stage = voice.say(STAGES[line.stage]) if line.stage else ""
    return Line(
        line.customer.id, line.customer.name, line.customer.code, line.grade or "", stage, line.owner, touched, ordered
    )


def card_lines(view: CustomerCard, voice: Voice) -> tuple[str, ...]:
    """As in the chat, below the name."""
    _, *told = customer_card(view, voice).text.splitlines()
    return tuple(told)


def history_lines(view: History, voice: Voice) -> tuple[str, ...]:
    _, *told = history_card(view, voice).text.splitlines()
    return tuple(told)

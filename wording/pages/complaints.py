"""The board of complaints on a page: a column for each state, the late ones first."""

from collections.abc import Iterator
from dataclasses import dataclass

from sales.complaint_views import Board, BoardLine
from sales.complaints import State
from wording.cards.complaint_board import headline, nothing_there, until
from wording.terms import COMPLAINT_STATES, SEVERITIES
from wording.voice import Voice

_COLUMNS = ((State.OPEN, State.REOPENED), (State.PROMISED,), (State.RESOLVED,))


@dataclass(frozen=True, slots=True)
class Complaint:
    """One of them, in words; `late`: the customer waits for longer than was promised."""

    customer: int
    name: str
    text: str
    until: str
    severity: str
    holder: str
    told: str
    late: bool


@dataclass(frozen=True, slots=True)
class ComplaintsPage:
    """`nothing` is said where no column has anything."""

    headline: str
    nothing: str
    columns: tuple[tuple[str, tuple[Complaint, ...]], ...]


def complaints_page(view: Board, voice: Voice) -> ComplaintsPage:
    if not view.lines:
        return ComplaintsPage("", nothing_there(view.only, voice), ())
    return ComplaintsPage(headline(view, voice), "", tuple(_columns(view, voice)))


def _columns(view: Board, voice: Voice) -> Iterator[tuple[str, tuple[Complaint, ...]]]:
    for states in _COLUMNS:
        these = tuple(_complaint(line, voice) for line in view.lines if line.state in states)
        yield voice.say(COMPLAINT_STATES[states[0]]), these


def _complaint(line: BoardLine, voice: Voice) -> Complaint:
    holder = voice.say("%(name)s has it", name=line.taken_by) if line.taken_by else ""
    return Complaint(
        customer=line.customer_id or 0,
        name=line.customer,
        text=line.text,
        until=until(line, voice),
        severity=voice.say(SEVERITIES[line.severity]) if line.severity else "",
        holder=holder,
        told=voice.day(line.on),
        late=line.late,
    )

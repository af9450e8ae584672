"""The board of complaints: numbered lines by urgency; a digit opens one in place."""

from collections.abc import Iterator

from sales.cards import Button, Card, Row
from sales.complaint_views import Board, BoardLine, Only
from sales.complaints import State
from sales.kinds import Severity
from wording.catalogue import sentence
from wording.layout import digits, lay_out
from wording.terms import COMPLAINT_STATES
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

LABELS = {Only.OPEN: sentence("All open"), Only.LATE: sentence("Late"), Only.MINE: sentence("Mine")}
_NOTHING = {
    Only.OPEN: sentence("No complaint is open."),
    Only.LATE: sentence("No answer is late."),
    Only.MINE: sentence("No open complaint is yours."),
}


def board(view: Board, voice: Voice) -> Card:
    return lay_out(
        _lines(view, voice),
        *digits("complaint_open", [{"complaint": line.id} for line in view.lines]),
        *_ways(view, voice),
    )


def nothing_there(only: Only, voice: Voice) -> str:
    return voice.say(_NOTHING[only])


def _lines(view: Board, voice: Voice) -> Iterator[str]:
    if not view.lines:
        yield nothing_there(view.only, voice)
        return
    yield headline(view, voice)
    yield from (f"{number} {line}" for number, line in enumerate((complaint_line(one, voice) for one in view.lines), 1))


def headline(view: Board, voice: Voice) -> str:
    counts = [
        voice.count("%(count)s open complaint", "%(count)s open complaints", view.total),
        voice.count("%(count)s late", "%(count)s late", view.late) if view.late else "",
        voice.say("page %(page)s of %(pages)s", page=view.page, pages=view.pages) if view.pages > 1 else "",
    ]
    return voice.join(counts)


def complaint_line(line: BoardLine, voice: Voice) -> str:
    """Customer, until when an answer is waited for, what it is about, who has it."""
    grave = line.severity is Severity.HIGH and line.state is not State.RESOLVED
    head = ("🔴 " if grave or line.late else "") + voice.join((short(line.customer, NAME_IN_LIST), until(line, voice)))
    holder = voice.say("%(name)s has it", name=short(line.taken_by, NAME_IN_LIST)) if line.taken_by else ""
    return voice.labelled(head, voice.join((short(line.text), holder)))


def until(line: BoardLine, voice: Voice) -> str:
    if line.answer_by is None:
        return voice.say("answered") if line.state is not State.RESOLVED else voice.say(COMPLAINT_STATES[line.state])
    if line.late:
        return voice.say("late since %(moment)s", moment=voice.clock(line.answer_by))
    return voice.say("by %(moment)s", moment=voice.clock(line.answer_by))


def _ways(view: Board, voice: Voice) -> Iterator[Row]:
    """The other filters, and the pages."""
    yield tuple(
        Button(voice.say(label), "complaints", {"only": only.value})
        for only, label in LABELS.items()
        if only is not view.only
    )
    before = Button(voice.say("‹ Before"), "complaints", {"only": view.only.value, "page": view.page - 1})
    behind = Button(voice.say("More ›"), "complaints", {"only": view.only.value, "page": view.page + 1})
    yield (*([before] if view.page > 1 else []), *([behind] if view.page < view.pages else []))

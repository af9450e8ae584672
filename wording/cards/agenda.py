"""The agenda of a day or a week: overdue, due, complaints, what to think of, next; a digit opens its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sales.agenda import Agenda, ToVisit, Unseen
from sales.cards import Argument, Button, Card
from sales.care.views import CareView
from sales.complaint_views import BoardLine
from sales.views import AgendaLine
from wording.agenda_lines import agenda_line
from wording.cards.care.kinds import WORDS
from wording.cards.complaint_board import complaint_line
from wording.layout import IN_A_ROW, in_rows, lay_out
from wording.sentences import Said
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


@dataclass(frozen=True, slots=True)
class _Line:
    """A numbered line and what its digit opens."""

    words: str
    action: str
    args: dict[str, Argument]


@dataclass(frozen=True, slots=True)
class _List:
    """Lines under their title, and how many more there are."""

    title: str
    lines: tuple[_Line, ...]
    more: int = 0


def agenda(view: Agenda, voice: Voice) -> Card:
    lists = tuple(_lists(view, voice))
    each = [line for one in lists for line in one.lines]
    buttons = [Button(str(number), line.action, line.args) for number, line in enumerate(each, 1)]
    return lay_out([_headline(view, voice), *_numbered(lists, voice), *_ends(view, voice)], *in_rows(buttons, IN_A_ROW))


def _headline(view: Agenda, voice: Voice) -> str:
    """How much there is to do, so that the lock screen tells it."""
    if view.until or view.today != voice.today:
        return _ahead(view, voice)
    today = voice.day(view.today)
    if not view.is_due:
        return voice.say(Said.NOTHING_DUE, day=today)
    care = len(view.care) + view.more_care
    complaints = len(view.complaints) + view.more_complaints
    counts = [
        voice.count("%(count)s due", "%(count)s due", len(view.due)) if view.due else "",
        voice.count("%(count)s overdue", "%(count)s overdue", len(view.overdue)) if view.overdue else "",
        voice.count("%(count)s to visit", "%(count)s to visit", len(view.visits)) if view.visits else "",
        voice.count("%(count)s complaint", "%(count)s complaints", complaints) if complaints else "",
        voice.count("%(count)s to think of", "%(count)s to think of", care) if care else "",
    ]
    return voice.labelled(voice.say("Today, %(day)s", day=today), voice.join(counts))


def _ahead(view: Agenda, voice: Voice) -> str:
    day = voice.day(view.today)
    when = voice.say("%(first)s – %(last)s", first=day, last=voice.day(view.until)) if view.until else day
    number = len(view.due) + max(0, view.more) + len(view.care) + view.more_care + len(view.visits)
    if not number:
        return voice.labelled(when, voice.say("nothing planned"))
    return voice.labelled(when, voice.count("%(count)s planned", "%(count)s planned", number))


def _lists(view: Agenda, voice: Voice) -> Iterator[_List]:
    plain = view.until is None and view.today == voice.today
    yield _List(voice.say("Overdue"), _follow_ups(view.overdue, voice))
    one_day = view.today if view.until is None else None
    yield _List(voice.say("Today") if plain else voice.say("Planned"), _follow_ups(view.due, voice, under=one_day))
    yield _List(voice.say("Visits planned"), tuple(_visit(line, one_day or voice.today, voice) for line in view.visits))
    complaints = tuple(_complaint(line, voice) for line in view.complaints)
    yield _List(voice.say("Complaints"), complaints, view.more_complaints)
    yield _List(voice.say("To think of"), tuple(_care(line, voice) for line in view.care), view.more_care)
    yield _List(voice.say("Not seen for longest"), tuple(_unseen(line, voice) for line in view.unseen))
    yield _List(voice.say("Next"), _follow_ups(view.ahead, voice))


def _follow_ups(lines: tuple[AgendaLine, ...], voice: Voice, under: date | None = None) -> tuple[_Line, ...]:
    return tuple(
        _Line(agenda_line(line, voice, under=under), "open_follow_up", {"follow_up": line.id}) for line in lines
    )


def _visit(line: ToVisit, known: date, voice: Voice) -> _Line:
    day = voice.day(line.day) if line.day != known else ""
    return _Line(voice.join((short(line.name, NAME_IN_LIST), day)), "open_customer", {"customer": line.id})


def _complaint(line: BoardLine, voice: Voice) -> _Line:
    return _Line(complaint_line(line, voice), "complaint_open", {"complaint": line.id})


def _care(line: CareView, voice: Voice) -> _Line:
    return _Line(WORDS[line.kind].headline(line, voice), "care_open", {"reminder": line.id})


def _unseen(line: Unseen, voice: Voice) -> _Line:
    return _Line(_last_seen(line, voice), "open_customer", {"customer": line.id})


def _last_seen(line: Unseen, voice: Voice) -> str:
    seen = voice.say("seen %(day)s", day=voice.day(line.touched_on)) if line.touched_on else voice.say("no visit yet")
    return voice.join((short(line.name, NAME_IN_LIST), seen))


def _numbered(lists: tuple[_List, ...], voice: Voice) -> Iterator[str]:
    number = 0
    for one in lists:
        if one.lines:
            yield f"— {one.title} —"
        for line in one.lines:
            number += 1
            yield f"{number} {line.words}"
        if one.more > 0:
            yield voice.count("and %(count)s more of these", "and %(count)s more of these", one.more)


def _ends(view: Agenda, voice: Voice) -> Iterator[str]:
    if view.more > 0:
        yield voice.count("and %(count)s more later", "and %(count)s more later", view.more)
    if view.waiting:
        yield voice.count(
            "%(count)s question waits for your answer.", "%(count)s questions wait for your answer.", view.waiting
        )
    if not (view.is_due or view.ahead or view.unseen or view.until or view.today != voice.today):
        yield voice.say("Tell me of a visit, and what is to follow.")

"""The list of /today: what is overdue, what is due, what comes next; a digit opens its line."""

from collections.abc import Iterator

from sales.cards import Card
from sales.views import Agenda, AgendaLine
from wording.agenda_lines import agenda_line
from wording.layout import digits, lay_out
from wording.sentences import Said
from wording.voice import Voice


def agenda(view: Agenda, voice: Voice) -> Card:
    each = [{"follow_up": line.id} for line in (*view.overdue, *view.due, *view.ahead)]
    return lay_out([_headline(view, voice), *_lists(view, voice), *_ends(view, voice)], *digits("open_follow_up", each))


def _headline(view: Agenda, voice: Voice) -> str:
    """How much there is to do, so that the lock screen tells it."""
    today = voice.day(view.today)
    if not view.overdue and not view.due:
        return voice.say(Said.NOTHING_DUE, day=today)
    counts = [
        voice.count("%(count)s due", "%(count)s due", len(view.due)) if view.due else "",
        voice.count("%(count)s overdue", "%(count)s overdue", len(view.overdue)) if view.overdue else "",
    ]
    return voice.labelled(voice.say("Today, %(day)s", day=today), voice.join(counts))


def _lists(view: Agenda, voice: Voice) -> Iterator[str]:
    number = 1
    lists = (voice.say("Overdue"), view.overdue), (voice.say("Today"), view.due), (voice.say("Next"), view.ahead)
    for title, lines in lists:
        yield from _titled(title, lines, number, voice)
        number += len(lines)


def _titled(title: str, lines: tuple[AgendaLine, ...], number: int, voice: Voice) -> Iterator[str]:
    if lines:
        yield f"— {title} —"
    yield from (f"{place} {agenda_line(line, voice)}" for place, line in enumerate(lines, number))


def _ends(view: Agenda, voice: Voice) -> Iterator[str]:
    if view.more > 0:
        yield voice.count("and %(count)s more later", "and %(count)s more later", view.more)
    if view.waiting:
        yield voice.count(
            "%(count)s question waits for your answer.", "%(count)s questions wait for your answer.", view.waiting
        )
    if not (view.overdue or view.due or view.ahead):
        yield voice.say("Tell me of a visit, and what is to follow.")

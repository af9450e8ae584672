"""A team's digest in its group, in totals, and the question which team reads it there."""

from collections.abc import Iterator, Sequence

from sales.cards import Button, Card
from sales.digests import Digest
from sales.measures import Measure
from wording.cards.digests.figures import ACTIVITY, figures, when
from wording.layout import in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME, NAME_IN_LIST, short


def group_digest(view: Digest, voice: Voice) -> Card:
    return lay_out(_lines(view, voice))


def _lines(view: Digest, voice: Voice) -> Iterator[str]:
    yield voice.join((short(view.whose, NAME_IN_LIST), when(view, voice)))
    yield figures(view.total, ACTIVITY, view, voice)
    now = view.total.now
    if orders := now.get(Measure.ORDERS, 0):
        yield voice.count("%(count)s order", "%(count)s orders", orders)
    if back := view.back.more:
        yield "👏 " + voice.count("%(count)s customer won back", "%(count)s customers won back", back)
    if view.promises.of:
        yield voice.say("Promises kept: %(kept)s of %(all)s", kept=view.promises.number, all=view.promises.of)
    told, solved = now.get(Measure.COMPLAINTS, 0), now.get(Measure.SOLVED, 0)
    counts = voice.join(
        (
            voice.count("%(count)s told", "%(count)s told", told) if told else "",
            voice.count("%(count)s closed", "%(count)s closed", solved) if solved else "",
        )
    )
    yield voice.labelled(voice.say("Complaints"), counts) if counts else ""


def group_teams(named: Sequence[tuple[int, str]], voice: Voice) -> Card:
    buttons = [Button(short(name, NAME), "group_here", {"team": number}) for number, name in named]
    return lay_out([voice.say("Whose digest shall come here?")], *in_rows(buttons, 1))

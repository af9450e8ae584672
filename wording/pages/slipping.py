"""Who has gone quiet, was lost or came back, as a table."""

from dataclasses import dataclass

from sales.silences import Silence, SilencePage
from wording.cards.scores.figures import whole
from wording.cards.silence_list import headline, nobody_there, reason, rhythm
from wording.terms import STAGES
from wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Quiet:
    """One of them, in words."""

    customer: int
    name: str
    stage: str
    rhythm: str
    value: str
    reason: str
    owner: str


def quiet_page(view: SilencePage, voice: Voice) -> tuple[str, tuple[Quiet, ...]]:
    """The headline, or why there is nobody, and the lines."""
    if not view.total:
        return nobody_there(view, voice), ()
    return headline(view, voice), tuple(_quiet(line, view, voice) for line in view.lines)


def _quiet(line: Silence, view: SilencePage, voice: Voice) -> Quiet:
    return Quiet(
        customer=line.customer,
        name=line.name,
        stage=voice.say(STAGES[line.stage]),
        rhythm=rhythm(line, voice),
        value=whole(line.value, voice) if line.value else "",
        reason=reason(line, voice),
        owner=line.owner if view.owners else "",
    )

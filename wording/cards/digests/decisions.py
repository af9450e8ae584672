"""What waits for a manager's word, a line each, with digits that open it."""

from collections.abc import Sequence

from sales.cards import Button, Card
from sales.digests import Claimed, Need
from sales.handovers import Begun
from wording.cards.digests.digest import need_line
from wording.cards.handover import way
from wording.layout import IN_A_ROW, in_rows, lay_out
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short

_MOST = 2 * IN_A_ROW


def decisions(needs: Sequence[Need | Begun], more: int, voice: Voice) -> Card:
    """`more` of them are not among these."""
    if not needs:
        return lay_out([voice.say("Nothing waits for your decision.")])
    shown, hidden = needs[:_MOST], len(needs[_MOST:]) + max(more, 0)
    head = voice.count("%(count)s thing waits for you", "%(count)s things wait for you", len(shown) + hidden)
    lines = [f"{number} {_line(need, voice)}" for number, need in enumerate(shown, 1)]
    rest = [voice.count("and %(count)s more of these", "and %(count)s more of these", hidden)] if hidden else []
    opened = [_open(number, need) for number, need in enumerate(shown, 1)]
    return lay_out([head, *lines, *rest], *in_rows(opened, IN_A_ROW))


def _line(need: Need | Begun, voice: Voice) -> str:
    if not isinstance(need, Begun):
        return need_line(need, voice)
    by = voice.say("begun by %(name)s", name=short(need.by, NAME_IN_LIST))
    return voice.join((way(need.about, voice), by, voice.clock(need.about.at)))


def _open(number: int, need: Need | Begun) -> Button:
    if isinstance(need, Begun):
        return Button(str(number), "digest_handover", {"hand_over": need.about.id})
    if isinstance(need, Claimed):
        return Button(str(number), "digest_ruling", {"ruling": need.ruling})
    return Button(str(number), "digest_complaint", {"complaint": need.complaint})

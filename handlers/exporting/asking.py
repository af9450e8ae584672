"""/export: everything that the member may see, a saved segment, or addresses: /export addresses class A region East."""

from functools import partial

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.segments.keeping import exported
from papers.lists.segments import read_segment
from storage.exports.addresses import SEGMENTS
from storage.importing import errands
from storage.segments import saved
from wording.sentences import Said


def export(desk: Desk, rest: str) -> Outcome:
    """Have the file made apart from the chat; it comes as a message of its own."""
    picked = saved.named(desk.session, desk.member.id, rest) if rest.strip() else None
    if picked is not None:
        return exported(desk, picked.segment)
    wish = read_segment(rest, SEGMENTS)
    if wish is None:
        return desk.say(Said.EXPORT_HOW)
    asked = errands.Export(desk.member.id, desk.heard.chat.id, wish.addresses, dict(wish.segment))
    make = partial(errands.export, asked=asked, arrival=desk.heard.arrival, now=desk.now)
    said = desk.say(Said.EXPORT_COMES)
    return Outcome((make,), said.messages)

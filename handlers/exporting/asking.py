"""/export: everything that the member may see, a saved segment, or addresses: /export addresses class A region East."""

from dataclasses import replace
from functools import partial

from handlers.desk import Desk
from handlers.outcome import Outcome
from handlers.segments.keeping import exported
from papers.lists.segments import read_segment
from storage.company.audit import Subject, note
from storage.exports.addresses import SEGMENTS
from storage.importing import errands
from storage.segments import saved
from wording.sentences import Said

_EVERYTHING = frozenset(
    {
        *("all", "everything", "everybody", "all customers", "all data", "the whole company"),
        *("全部", "所有", "所有客户", "全部客户", "所有数据", "全公司"),
    }
)


def export(desk: Desk, rest: str) -> Outcome:
    """Have the file made apart from the chat; it comes as a message of its own."""
    picked = saved.named(desk.session, desk.member.id, rest) if rest.strip() else None
    if picked is not None:
        return exported(desk, picked.segment)
    if " ".join(rest.split()).casefold() in _EVERYTHING:
        return _everything(desk)
    wish = read_segment(rest, SEGMENTS)
    if wish is None:
        return desk.say(Said.EXPORT_HOW)
    return _made(desk, errands.Export(desk.member.id, desk.heard.chat.id, wish.addresses, dict(wish.segment)))


def _everything(desk: Desk) -> Outcome:
    """Whoever runs the bot sees all there is; of anybody else's wish the trail tells."""
    if desk.member.sees_all:
        return _made(desk, errands.Export(desk.member.id, desk.heard.chat.id))
    by = desk.hand
    noted = partial(note, action="export.refused", subject=Subject("export"), by=by, words="everything")
    return replace(desk.say(Said.EXPORT_NOT_ALL), changes=(noted,))


def _made(desk: Desk, asked: errands.Export) -> Outcome:
    make = partial(errands.export, asked=asked, arrival=desk.heard.arrival, now=desk.now)
    return Outcome((make,), desk.say(Said.EXPORT_COMES).messages)

"""Undo and redo: everything that a message did can be taken back, and put there again."""

from dataclasses import replace
from functools import partial

from handlers.complaints.spreading import News, spread
from handlers.desk import Args, Desk
from handlers.duplicates.collision import followed
from handlers.freshness.withdrawing import withdraw
from handlers.outcome import Change, Outcome
from handlers.told.submitting import by, refreshed
from storage.told import echoes, journal
from wording.sentences import Toast


def undo(desk: Desk, args: Args) -> Outcome:
    """Take the newest message of this echo back, and what it told others."""
    target = echoes.last_undoable(desk.session, head=int(args["telling"]))
    told = journal.find(desk.session, target) if target else None
    if told is None:
        return desk.toast(Toast.ALREADY_UNDONE)
    news = News(told.chat, told.message, None, told.told)
    asked = withdraw(desk, told)
    undone = _turned(desk, told, news, partial(journal.undo, telling=told.id, by=by(desk)))
    return replace(undone, changes=(*undone.changes, *asked.changes), messages=(*undone.messages, *asked.messages))


def redo(desk: Desk, args: Args) -> Outcome:
    """Put the message that was taken back first on record again."""
    target = echoes.last_undone(desk.session, head=int(args["telling"]))
    told = journal.find(desk.session, target) if target else None
    if told is None:
        return desk.toast(Toast.ALREADY_REDONE)
    news = News(told.chat, told.message, told.told)
    return _turned(desk, told, news, partial(journal.redo, telling=told.id, by=by(desk)))


def _turned(desk: Desk, told: journal.Recorded, news: News, change: Change) -> Outcome:
    toast = Toast.REDONE if news.told else Toast.UNDONE
    turned = Outcome((change,), (refreshed(desk, told), *spread(desk, news)), desk.voice.say(toast))
    return followed(desk, told.id, turned)

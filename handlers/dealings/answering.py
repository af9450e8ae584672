"""Answers to what an echo asks of an opportunity: whether an order ends it, whether it was told before."""

from collections.abc import Callable
from functools import partial

from handlers.desk import Args, Desk
from handlers.outcome import Outcome
from handlers.told.submitting import refreshed
from storage.dealings import moving
from storage.told import journal
from wording.sentences import Toast


def ends(desk: Desk, args: Args) -> Outcome:
    """An order that is that opportunity: it is won."""
    return _answered(desk, args, partial(moving.won_by, deal=int(args["deal"])))


def same(desk: Desk, args: Args) -> Outcome:
    """It was told of before."""
    return _answered(desk, args, partial(moving.join, deal=int(args["deal"])))


def neither(desk: Desk, args: Args) -> Outcome:
    """It has nothing to do with those that are open."""
    return _answered(desk, args, partial(moving.answer, deal=None))


def _answered(desk: Desk, args: Args, change: Callable[..., None]) -> Outcome:
    told = journal.find(desk.session, int(args["telling"]))
    if told is None or told.undone:
        return desk.toast(Toast.GONE)
    answered = partial(change, entry=int(args["entry"]), by=desk.hand)
    return Outcome((answered,), (refreshed(desk, told),), desk.voice.say(Toast.SAVED))

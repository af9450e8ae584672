"""/digest and what may stand behind it: the talk card, a group, else the days that it is to tell of."""

from handlers.desk import Desk
from handlers.digests import asking, groups, talking
from handlers.outcome import Outcome
from handlers.prepared import Prepared

_TALK = {"talk", "talk card", "晨谈", "晨谈卡"}


def digest(desk: Desk, rest: str, prepared: Prepared) -> Outcome:
    words = " ".join(rest.split()).casefold()
    if words in groups.WORDS:
        return groups.in_private(desk)
    return talking.today(desk) if words in _TALK else asking.spoken(desk, rest, prepared)

"""What came since a digest, a line each, with digits that open it as a message of its own."""

from sales.cards import Card
from sales.late_news import LateLine, LateNews
from wording.cards.digests.figures import named_by
from wording.layout import digits, lay_out
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, short


def late_news(view: LateNews, voice: Voice) -> Card:
    day = voice.day(view.evening.day)
    since = voice.say("Since the digest of %(day)s", day=day)
    if not view.evening.sent:
        since = voice.say("Told later of %(day)s", day=day)
    lines = [f"{number} {_line(line, voice)}" for number, line in enumerate(view.lines, 1)]
    rest = voice.count("and %(count)s more of these", "and %(count)s more of these", view.more) if view.more else ""
    places = [{"telling": line.place.telling, "slot": line.place.slot} for line in view.lines]
    return lay_out([voice.labelled(since, f"+{view.number}"), *lines, rest], *digits("entry_open", places))


def _line(line: LateLine, voice: Voice) -> str:
    what = voice.labelled(short(line.customer, NAME_IN_LIST), voice.kind(line.kind))
    return named_by(what, line.by, voice)

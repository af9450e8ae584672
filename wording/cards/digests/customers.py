"""What a digest says of customers: who moved, what they spoke of, whose birthday comes."""

from collections.abc import Iterator

from sales.digests import Digest, Moved, Theme
from sales.views import BirthdayLine
from wording.cards.digests.figures import and_more
from wording.layout import LINE
from wording.voice import Voice
from wording.wild_text import NAME_IN_LIST, WORDS, short, width

_BIRTHDAYS = 2
_LEAST = 20


def moved(view: Digest, voice: Voice) -> Iterator[str]:
    yield _moved(voice.say("Gone quiet"), view.slipping, voice)
    if view.back.named[1:]:
        yield _moved(voice.say("Won back"), view.back, voice)


def theme(view: Digest, voice: Voice) -> str:
    return voice.labelled(voice.say("Feedback mostly"), _theme(view.theme, WORDS, voice)) if view.theme else ""


def more_themes(view: Digest, voice: Voice) -> Iterator[str]:
    return (_in_a_line(one, voice) for one in view.more_themes)


def _moved(head: str, moved: Moved, voice: Voice) -> str:
    names = voice.join(short(name, NAME_IN_LIST) for name, _ in moved.named)
    return voice.labelled(head, and_more(names, moved.more, voice)) if names else ""


def _theme(theme: Theme, room: int, voice: Voice) -> str:
    """In the customer's own words, whatever language they are in."""
    count = f"{voice.category(theme.category)} {theme.number}"
    quote = voice.say("“%(words)s”", words=short(theme.quote, room)) if theme.quote else ""
    done = voice.say("done %(day)s", day=voice.day(theme.done)) if theme.done else ""
    return voice.join((count, quote, done))


def _in_a_line(theme: Theme, voice: Voice) -> str:
    """The quote has what the rest leaves of a phone's line."""
    room = LINE - width(_theme(theme, 1, voice))
    return _theme(theme, max(room, _LEAST), voice)


def birthdays(view: Digest, voice: Voice) -> str:
    if not view.birthdays:
        return ""
    told = voice.join(_birthday(line, voice) for line in view.birthdays[:_BIRTHDAYS])
    return voice.labelled(voice.say("Birthdays"), and_more(told, len(view.birthdays[_BIRTHDAYS:]), voice))


def _birthday(line: BirthdayLine, voice: Voice) -> str:
    return voice.say("%(name)s %(day)s", name=short(line.name, NAME_IN_LIST), day=voice.day(line.day))

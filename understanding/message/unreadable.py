"""Names that cannot be read, where a customer's stands: in other letters, of emoji, between quotes or brackets."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from understanding.message.naming_words import Span, listed

_OTHER = (
    "\u0370-\u1dff\u2c00-\u2dff\u3041-\u312f\u3131-\u318f\ua000-\ud7fb\ufb00-\ufdff\ufe70-\ufefc\uff66-\uff9d"
    "\U00010000-\U0001bfff"
)
"""Letters that are neither Latin nor Chinese, and their marks."""
_LETTERS = re.compile(rf"[{_OTHER}]{{2,}}(?:[ .,'\"&\u200c\u200d-]{{1,2}}[{_OTHER}]+)*")
_MOOD = "\U0001f600-\U0001f64f\U0001f44a-\U0001f44f\U0001f91d\U0001f389\U0001f525\U0001f4aa\u2705\u2714"
_EMOJI = rf"(?:(?![{_MOOD}])[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]* ?)+(?<! )"
_QUOTED = r"[\"“”„«‹「『《〈‘'](?P<quoted>[^\n\"“”»›」』》〉’']{1,60})[\"“”»›」』》〉’'](?![A-Za-z0-9])"
_TAGGED = r"<[^<>\n]{0,60}>(?:[^<>\n]{0,60}</[^<>\n]{0,20}>)?"
_SIGNS = r"[@#*_~^|]+[^\s,.;:!?，。；：！？]*"
_STRANGE = rf"(?:{_EMOJI}|{_QUOTED}|{_TAGGED}|{_SIGNS})"


def unreadable(text: str, spelled: str, taken: Collection[Span]) -> Span | None:
    """Where a name stands that tells us nothing: who is meant has to be asked, it is not the customer of before."""
    for start, end in (*_in_other_letters(text), *_in_signs(text, spelled)):
        if not any(start < stop and begin < end for begin, stop in taken):
            return start, end
    return None


def _in_other_letters(text: str) -> Iterator[Span]:
    for found in _LETTERS.finditer(text):
        yield found.span()


def _in_signs(text: str, spelled: str) -> Iterator[Span]:
    for found in _strange().finditer(text):
        spoken_of = _before().search(spelled, max(0, found.start() - 24), found.start())
        if spoken_of or (_begins(text, found.start()) and _doing().match(spelled, found.end())):
            yield found.span("quoted") if found["quoted"] else found.span()


def _begins(text: str, start: int) -> bool:
    return not text[:start].strip() or text[:start].rstrip()[-1] in ",.;!?，。；！？\n"


@cache
def _strange() -> re.Pattern[str]:
    return re.compile(_STRANGE)


@cache
def _before() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, listed("sign_after")), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<![a-z]))(?:{words})\s?(?:the )?$")


@cache
def _doing() -> re.Pattern[str]:
    doings, after = "|".join(listed("doings_of_new")), "|".join(map(re.escape, listed("han_after")))
    return re.compile(rf"\s*(?:(?:{doings})\b|{after})")

"""Words that people typed, made fit to stand in a line of a card."""

from unicodedata import category, combining, east_asian_width

NAME = 34
"""The widest name, in Latin letters; a Chinese character is as wide as two."""
NAME_IN_LIST = 18
"""The widest name beside other words."""
WORDS = 68
"""The widest summary: two lines of a phone."""
QUOTE = 400
"""The longest piece of a message that is given back word by word."""

# Joiners belong to emoji and to some scripts; every other invisible sign can only mislead or break.
_JOINERS = "\u200c\u200d"
_LONGEST = 20_000


def tame(text: str) -> str:
    """The text in one line: line breaks and controls become a space, invisible and bidirectional marks vanish."""
    cut = text[:_LONGEST]
    harmless = cut if cut.isprintable() else "".join(map(_tame_sign, cut))
    return " ".join(harmless.split())


def _tame_sign(sign: str) -> str:
    if sign in _JOINERS:
        return sign
    match category(sign):
        case "Cc" | "Zl" | "Zp" | "Zs":
            return " "
        case "Cf" | "Cs":
            return ""
        case _:
            return sign


def width(text: str) -> int:
    """How wide the text is, counted in Latin letters."""
    return len(text) if text.isascii() else sum(map(_width_of, text))


def _width_of(sign: str) -> int:
    if combining(sign):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def short(text: str, widest: int = WORDS) -> str:
    """The text, tamed, and cut with an ellipsis where it is wider."""
    tamed = tame(text)
    if 2 * len(tamed) <= widest:
        return tamed
    kept = tamed[: _fitting(tamed, widest)]
    return tamed if kept == tamed else tamed[: _fitting(tamed, widest - 1)].rstrip(_JOINERS + " ") + "…"


def _fitting(text: str, widest: int) -> int:
    """How many signs fit. Signs without a width count against a second limit, so that they cannot pile up."""
    used = 0
    for place, sign in enumerate(text):
        used += _width_of(sign)
        if used > widest or place >= 2 * widest:
            return place
    return len(text)

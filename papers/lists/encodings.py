"""Which encoding a text file has, of those that spreadsheets in our users' countries write."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from papers.lists.vocabulary import fold, heading_words

_SAMPLE = 1_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A quarter of the bytes being NUL is what Latin text in UTF-16 looks like; Chinese text has its commas and breaks.
_NUL_SHARE = 0.02
# GB 2312 and Big5 both put everyday characters first; what is read with the wrong one is full of rare ones.
_EVERYDAY = {
    "gb18030": re.compile(rb"[\xb0-\xd7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe]"),
    "big5hkscs": re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]|[\xa1-\xa3][\x40-\x7e\xa1-\xfe]"),
}
_ENOUGH = 0.7
_OTHERWISE = "cp1252"
_HEADING_LINES = 30
_BETWEEN_CELLS = re.compile(r"[,;\t|\"\r\n]+")


def encoding_of(path: Path) -> str:
    """The encoding by its mark, by validity, by how everyday its characters are, and by the headings that we know."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if wide := _without_mark(sample):
        return wide
    return _with_known_headings(sample, "utf-8" if _is_utf8(path) else _best(sample))


def _with_known_headings(sample: bytes, likely: str) -> str:
    """Where headings are all that is not ASCII, a few characters decide nothing; words that we know do."""
    if sample.isascii():
        return likely
    # A line's end is never part of a character in these encodings.
    first = b"\n".join(sample.split(b"\n", _HEADING_LINES)[:_HEADING_LINES])
    return max((likely, *_EVERYDAY, _OTHERWISE), key=lambda name: _known_headings(first.decode(name, "replace")))


def _known_headings(text: str) -> int:
    known = heading_words()
    return sum(1 for cell in _BETWEEN_CELLS.split(text) if not cell.isascii() and fold(cell) in known)


def _without_mark(sample: bytes) -> str | None:
    """UTF-16 that does not say so: its ASCII signs have their NUL always on the same side."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < max(1, len(sample) * _NUL_SHARE / 2):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(path: Path) -> bool:
    """To the last byte: the first Chinese character may stand on the last line."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in _pieces(path):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_SAMPLE):
            yield piece


def _best(sample: bytes) -> str:
    scores = {name: _everyday(sample, name) for name in _EVERYDAY}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _ENOUGH else _OTHERWISE


def _everyday(sample: bytes, name: str) -> float:
    """The share of characters beyond ASCII that are everyday ones, when it is read like this; 0: it cannot be."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        # The last character may be cut by the end of the sample.
        text = decoder.decode(sample)
    except UnicodeDecodeError:
        return 0.0
    beyond = [sign for sign in text if not sign.isascii()]
    if not beyond:
        return 0.0
    everyday = sum(1 for sign in beyond if _EVERYDAY[name].fullmatch(sign.encode(name)))
    # A lone accent between Latin letters swallows its neighbour and looks like a character.
    lonely = len(re.findall(r"[A-Za-z][^\x00-\x7f][A-Za-z ]", text))
    return (everyday - lonely) / len(beyond)

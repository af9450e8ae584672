"""Reads which customers somebody means: the words of a segment, in English and Chinese, as conditions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sales.segment_vocabulary import Vocabulary
from sales.segments import MOST_CONDITIONS, Segment, segment_of
from understanding.segments.board import Board
from understanding.segments.deeds import birthdays, deeds
from understanding.segments.grades import grades
from understanding.segments.sums import bought, risks
from understanding.segments.times import mark, unmark
from understanding.segments.values import labelled, people, signs, unlabelled
from understanding.segments.words import one_of, said
from understanding.spelling import is_han, plain

LONGEST = 300
"""Longer words are cut: nobody picks customers by an essay."""
_WORD = re.compile(r"[^\W_](?:[\w.&+%'-]*[\w%])?")


@dataclass(frozen=True, slots=True)
class SegmentRead:
    """What was understood, and the words that were not, as they were written."""

    segment: Segment
    left_out: tuple[str, ...] = ()


def read_segment(text: str, vocabulary: Vocabulary, at: datetime) -> SegmentRead:
    """`at` is the local time of the message; conditions of one field are either, all others hold together."""
    written = " ".join(text.split())[:LONGEST]
    spelled = plain(written)
    board = _read(written if len(spelled) == len(written) else spelled, vocabulary, at)
    conditions = board.conditions
    segment = segment_of(conditions)
    too_many = len(segment.conditions) == MOST_CONDITIONS and segment_of(reversed(conditions)) != segment
    left = list(_left(board, written))
    return SegmentRead(segment, tuple(dict.fromkeys([*left, *(["…"] if too_many else [])])))


def _read(written: str, vocabulary: Vocabulary, at: datetime) -> Board:
    """From what is told by many words to what is told by one."""
    board = Board(plain(written))
    labelled(board, vocabulary)
    times = mark(board, at)
    bought(board, times, vocabulary.currency)
    risks(board)
    birthdays(board, times)
    deeds(board, times)
    unmark(board)
    signs(board)
    people(board, vocabulary)
    grades(board, written)
    unlabelled(board, vocabulary)
    return board


def _left(board: Board, written: str) -> Iterator[str]:
    """Words next to each other are named together."""
    spans = sorted([*board.left, *_words(board.rest)])
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start - joined[-1][1] <= 1 and not board.rest[joined[-1][1] : start].strip(" "):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    yield from (written[start:end].strip() for start, end in joined)


def _words(rest: str) -> Iterator[tuple[int, int]]:
    """What is left when the words that every question has are taken off."""
    for word in _WORD.finditer(rest):
        if is_han(word[0][0]):
            yield from _han(word)
        elif word[0] not in _fillers():
            yield word.span()


def _han(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Chinese is written without blanks: what stands between the fillers is left."""
    place = run.start()
    for filler in _inner().finditer(run[0]):
        if run.start() + filler.start() > place:
            yield place, run.start() + filler.start()
        place = run.start() + filler.end()
    if place < run.end():
        yield place, run.end()


@cache
def _fillers() -> frozenset[str]:
    return frozenset(said("fillers", "words"))


@cache
def _inner() -> re.Pattern[str]:
    return re.compile(one_of(word for word in _fillers() if is_han(word[0])))

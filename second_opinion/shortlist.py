"""The few customers among whom a model may choose; of the directory nothing else leaves the house."""

import itertools
from collections.abc import Iterator

from understanding.directory import Directory, Known
from understanding.findings import Findings, Mention, Moment

MOST = 8


def shortlist(text: str, moment: Moment, directory: Directory, found: Findings) -> tuple[Known, ...]:
    """List whom the rules took or had in mind, who was talked of just now, and whom words of the message fit."""
    keys = dict.fromkeys(itertools.chain(_found(found), _spoken_of(moment), _fitting(text, directory)))
    known = (one for key in keys if (one := directory.get(key)) is not None)
    return tuple(itertools.islice(known, MOST))


def _found(found: Findings) -> Iterator[int]:
    for one in mentions(found):
        if one.key is not None:
            yield one.key
        yield from (candidate.key for candidate in one.candidates)


def mentions(found: Findings) -> list[Mention]:
    """The customers that the lines of a message speak of, each once."""
    entries, plans = (one.customer for one in found.entries), (one.customer for one in found.follow_ups)
    told = itertools.chain(entries, plans, (one.customer for one in found.facts))
    return list(dict.fromkeys(one for one in told if one is not None))


def _spoken_of(moment: Moment) -> Iterator[int]:
    if moment.context is not None:
        yield moment.context


def _fitting(text: str, directory: Directory) -> Iterator[int]:
    scores = (pair for one in directory.named(text) for pair in one.scores)
    yield from (key for key, _ in sorted(scores, key=lambda pair: -pair[1]))

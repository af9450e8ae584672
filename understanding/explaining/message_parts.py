"""Shows the clauses of a message, each with the customers that it is about, and the cue words by class."""

from collections.abc import Collection, Iterator

from understanding.explaining.columns import Row, one_line
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed

NOBODY = "nobody"


def clause_rows(noticed: Noticed, asking: Collection[int]) -> Iterator[Row]:
    """Numbered; the clauses of sentences that ask are marked, as nothing is recorded of them."""
    for number, (clause, keys) in enumerate(zip(noticed.clauses, noticed.about, strict=True), 1):
        said = one_line(noticed.text[clause.start : clause.end])
        asks = "asks" if clause.sentence in asking else ""
        yield f"{number}", ", ".join(called(noticed, key) for key in keys) or NOBODY, said, asks


def called(noticed: Noticed, key: int) -> str:
    mention = noticed.mentions.get(key)
    return one_line(mention.name) if mention else NOBODY


def cue_rows(noticed: Noticed) -> Iterator[Row]:
    """Each class with its words, and the number of the clause that each stands in."""
    found: dict[str, list[str]] = {}
    for number, clause in enumerate(noticed.clauses, 1):
        for cue in clause.cues:
            found.setdefault(cue.name, []).append(f"{noticed.spelled[cue.start : cue.end]} ({number})")
    for name in sorted(found):
        yield name, ", ".join(found[name])


def number_of(noticed: Noticed, clause: Clause) -> int:
    """The clause's number on the page."""
    return next(place for place, one in enumerate(noticed.clauses, 1) if one.start == clause.start)

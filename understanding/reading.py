"""The one entrance: from a message to its findings."""

from understanding.directory import Directory
from understanding.findings import Findings, FoundEntry, Mention, Moment
from sales.kinds import Kind


def understand(text: str, moment: Moment, directory: Directory) -> Findings:
    """Read a rep's message. Pure and total: the same words at the same moment give the same findings."""
    best = directory.search(text, 1)
    if not best:
        return Findings()
    who = Mention(best[0].name, best[0].key, None, best[0].score, best)
    return Findings(entries=(FoundEntry(Kind.VISIT, who, moment.at.date(), text),))

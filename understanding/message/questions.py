"""Tells whether a message asks the bot something, and which of its sentences do."""

from sales.kinds import Ask
from understanding.findings import Mention
from understanding.message import asks
from understanding.message.model import models
from understanding.message.notice import Noticed
from understanding.message.samples import of_message

_LEVEL = 0.5


def question(noticed: Noticed) -> tuple[Ask | None, set[int]]:
    if whole := asks.whole(noticed.spelled):
        return whole, {clause.sentence for clause in noticed.clauses}
    scores = models()["asks"].score(*of_message(noticed))
    best = max(scores, key=lambda name: scores[name])
    return (Ask(best), _asking(noticed, best)) if scores[best] >= _LEVEL else (None, set())


def _asking(noticed: Noticed, ask: str) -> set[int]:
    """The sentences with words of that question, or all if none stands out."""
    spelled = noticed.spelled
    told = {clause.sentence: "" for clause in noticed.clauses}
    for clause in noticed.clauses:
        told[clause.sentence] += spelled[clause.start : clause.end]
    found = {
        sentence for sentence, words in told.items() if ask in asks.scores(words) or "question" in asks.scores(words)
    }
    return found or set(told)


def about(noticed: Noticed) -> Mention | None:
    last = noticed.named[-1] if noticed.named else None
    return noticed.mentions[last.key] if last else None

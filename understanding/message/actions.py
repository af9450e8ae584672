"""Words an action shortly: the clause without its date, its customer and the phrases that lead up to it."""

import re

from understanding.dates.finding import DatePhrase
from understanding.lexicon.shelf import LANGUAGES, table
from understanding.message.clauses import Clause
from understanding.message.notice import Noticed

_LONGEST = 80
MARKS = " ,.;:!?-()。、，；！？："
"""What is left out at the ends of a wording."""


def action(noticed: Noticed, clause: Clause, one: DatePhrase | None) -> str:
    said = noticed.text[clause.start : clause.end]
    if one is not None:
        said = said[: one.start - clause.start] + " " + said[one.end - clause.start :]
    bare = _trimmed(said)
    return bare or _trimmed(noticed.text[clause.start : clause.end]) or noticed.text.strip()[:_LONGEST]


def _trimmed(said: str) -> str:
    told = " ".join(said.split()).strip(MARKS)
    for language in LANGUAGES:
        for lead in table(language, "actions")["lead"]:
            told = re.sub(rf"^(?:{lead})\s*", "", told, flags=re.IGNORECASE)
        for tail in table(language, "actions")["tail"]:
            told = re.sub(rf"\s*(?:{tail})$", "", told, flags=re.IGNORECASE)
    return told.strip(MARKS)[:_LONGEST].strip()

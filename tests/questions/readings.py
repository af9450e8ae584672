"""The labelled questions, how a reading is written there, and how many of them are read as they should be."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sales.measures import By, Period
from sales.questions import Complaining, Counting, Listing, Owing, Question
from sales.segment_vocabulary import Vocabulary
from sales.segments import Bought, Chosen, Condition, Done, Has, Lacks, Risk, Segment, Silent, Unlike
from sales.since import Ever, From, Since, This, Within
from understanding.questions.reading import read_question

AT = datetime(2026, 3, 10, 10)  # noqa: DTZ001 - local to the writer
PEOPLE = {1: "Anna", 2: "Ben Lee", 3: "小李", 4: "王伟", 5: "Boris"}
TEAMS = {10: "East", 11: "东区"}
_VALUES = {
    "region": ("Jiangsu", "江苏", "Zhejiang", "浙江"),
    "industry": ("Textiles", "纺织", "Automotive"),
    "tags": ("VIP", "重点"),
}
VOCABULARY = Vocabulary(_VALUES, tuple(PEOPLE.items()), tuple(TEAMS.items()), (), "CNY", 5)
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Labelled:
    """A question with the reading that it should have; `seen` while the grammar was written.

    `typed` were written before the grammar was widened for the second time.
    """

    text: str
    means: str
    language: str
    seen: bool
    typed: bool = False


def labelled() -> Iterator[Labelled]:
    for part, languages in _read("asked").items():
        for language, asked in languages.items():
            yield from (Labelled(text, means, language, part == "seen") for text, means in asked.items())


def typed() -> Iterator[Labelled]:
    for language, asked in _read("typed").items():
        yield from (Labelled(text, means, language, seen=True, typed=True) for text, means in asked.items())


def fresh() -> Iterator[Labelled]:
    """Written after the grammar was widened, and never looked at: they tell how it reads what nobody thought of."""
    for language, asked in _read("fresh").items():
        yield from (Labelled(text, means, language, seen=False, typed=True) for text, means in asked.items())


def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


def reading(text: str) -> str:
    """What a question is taken for, as the set writes it."""
    question = read_question(text, VOCABULARY, AT).clear
    return written(question) if question else "unclear"


def right(questions: Iterable[Labelled]) -> tuple[int, int]:
    """How many are read as they should be, of how many."""
    found = [reading(one.text) == one.means for one in questions]
    return sum(found), len(found)


def written(question: Question) -> str:
    match question:
        case Counting():
            return _counting(question)
        case Listing(segment):
            return _joined("customers", _where(segment))
        case Complaining(segment, category, days):
            about = f"category {category}" if category else ""
            return _joined("open complaints", about, _for(days), _where(segment))
        case Owing(segment, days):
            return _joined("overdue", _for(days), _where(segment))


def _counting(question: Counting) -> str:
    tally = question.tally
    return _joined(
        f"{tally.measure} {_period(tally.period)}",
        f"by {tally.by}" if tally.by is not By.NOTHING else "",
        f"against {_period(question.against)}" if question.against else "",
        f"of {', '.join(PEOPLE[one] for one in sorted(tally.members))}" if tally.members else "",
        f"category {tally.category}" if tally.category else "",
        f"sentiment {tally.sentiment}" if tally.sentiment else "",
        _where(tally.segment),
    )


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _for(days: int) -> str:
    return f"for {days} days" if days else ""


def _period(period: Period) -> str:
    return f"{period.first}/{period.last}"


def _where(segment: Segment) -> str:
    told = sorted(map(_condition, segment.conditions))
    return f"where {'; '.join(told)}" if told else ""


def _condition(condition: Condition) -> str:
    match condition:
        case Chosen(name, values) | Unlike(name, values):
            known = {"owner": PEOPLE, "team": TEAMS}.get(name)
            told = "+".join(known[int(value)] if known else value for value in values)
            return f"{'not ' if isinstance(condition, Unlike) else ''}{name} {told}"
        case Silent(deed, since) | Done(deed, since):
            return f"{condition.is_} {deed} {_since(since)}"
        case Has(sign) | Lacks(sign):
            return f"{condition.is_} {sign}"
        case Risk(percent):
            return f"risk {percent}"
        case Bought(side, minor):
            return f"bought {side} {minor}"


def _since(since: Since) -> str:
    match since:
        case Within(days):
            return f"{days} days"
        case This(stretch):
            return f"this {stretch}"
        case From(day):
            return f"since {day}"
        case Ever():
            return "ever"

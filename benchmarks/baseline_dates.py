"""Baselines: the date libraries that one would reach for, each asked for the form of the public suites' scorer."""

import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec

Found = list[dict[str, object]]
Finder = Callable[[str, datetime, str], Found]
LASTING = ("duration", "set")
"""What tells how long or how often, not when."""


@dataclass(frozen=True, slots=True)
class Library:
    """What finds dates; the phrases of its own suite are not counted for it."""

    name: str
    module: str
    languages: tuple[str, ...]
    suite: str
    find: Finder

    @property
    def installed(self) -> bool:
        return find_spec(self.module) is not None


def _dateparser(text: str, now: datetime, language: str) -> Found:
    said = import_module("dateparser.search").search_dates(
        text, languages=[language], settings={"RELATIVE_BASE": now.replace(tzinfo=None)}
    )
    return list(_placed(text, said or []))


def _placed(text: str, said: Iterable[tuple[str, datetime]]) -> Iterator[dict[str, object]]:
    """It tells the words, not where they stand."""
    place = 0
    for words, when in said:
        start = max(text.find(words, place), 0)
        place = start + len(words)
        yield _span(start, place, when.replace(tzinfo=None))


def _parsedatetime(text: str, now: datetime, _language: str) -> Found:
    said = import_module("parsedatetime").Calendar().nlp(text, sourceTime=now)
    return [_span(start, end, when) for when, _, start, end, _ in said or ()]


def _recognizers(text: str, now: datetime, language: str) -> Found:
    """Of several readings the last: it looks ahead, and takes a bare hour for the afternoon."""
    recognize = import_module("recognizers_date_time").recognize_datetime
    said = recognize(text, {"en": "en-us", "zh": "zh-cn"}[language], reference=now)
    values = [(one.start, one.end + 1, one.resolution["values"][-1]) for one in said if one.resolution]
    spans = [_resolved(start, end, value, now) for start, end, value in values if value["type"] not in LASTING]
    return [span for span in spans if span["start"] or span["end"]]


def _resolved(start: int, end: int, value: dict[str, str], now: datetime) -> dict[str, object]:
    begins = value.get("start", value.get("value"))
    return _span(start, end, _moment(begins, now), _moment(value.get("end"), now))


def _moment(words: str | None, now: datetime) -> datetime | None:
    """A clock time without a day is today's; "not resolved" is no moment."""
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(f"{now:%Y-%m-%d} {words}" if words and ":" in words[:3] else words or "")
    return None


def _jionlp(text: str, now: datetime, _language: str) -> Found:
    with contextlib.redirect_stdout(io.StringIO()):  # it greets when it is loaded
        extract = import_module("jionlp").ner.extract_time
    said = [one for one in extract(text, time_base=now.timestamp()) if one["type"] in ("time_point", "time_span")]
    return [_span(*one["offset"], *(_bound(words) for words in one["detail"]["time"])) for one in said]


def _bound(words: str) -> datetime | None:
    return None if "inf" in words else datetime.fromisoformat(words)


def _span(start: int, end: int, begins: datetime | None, ends: datetime | None = None) -> dict[str, object]:
    return {"s": start, "e": end, "start": begins and begins.isoformat(), "end": ends and ends.isoformat()}


LIBRARIES = (
    Library("dateparser search_dates", "dateparser", ("en", "zh"), "dateparser", _dateparser),
    Library("parsedatetime", "parsedatetime", ("en",), "", _parsedatetime),
    Library("Recognizers-Text", "recognizers_date_time", ("en", "zh"), "ms-recognizers", _recognizers),
    Library("JioNLP", "jionlp", ("zh",), "jionlp", _jionlp),
)

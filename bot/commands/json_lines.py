"""A JSON object a line in, one a line out, as `rapport dates` does it; a bad line stops no other."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import IO

Json = dict[str, object]
WELL, SOME_BAD = 0, 1


def date_lines(*, month_first: bool) -> int:
    return transform(partial(_found_dates, month_first=month_first), lines(sys.stdin.buffer))


def _found_dates(line: Json, *, month_first: bool) -> Json:
    from understanding.dates.finding import find_dates

    text, now = line.get("text"), line.get("now")
    if not isinstance(text, str):
        raise ValueError('"text" must be a string')  # noqa: TRY004 - a wrong value of the line, as all the others
    try:
        moment = datetime.fromisoformat(str(now)).replace(tzinfo=None)
    except ValueError:
        raise ValueError('"now" must be a date and time such as 2026-11-21T15:30:00') from None
    return {"id": line.get("id"), "found": find_dates(text, moment, month_first=month_first)}


def transform(change: Callable[[Json], Json], source: Iterable[bytes]) -> int:
    verdict = WELL
    for answer in map(partial(_answer, change), source):
        if "error" in answer:
            verdict = SOME_BAD
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()
    return verdict


def lines(source: IO[bytes]) -> Iterator[bytes]:
    return (line for line in source if line.strip())


def _answer(change: Callable[[Json], Json], raw: bytes) -> Json:
    number: object = None
    try:
        line = read(raw)
        number = line.get("id")
        return change(line)
    except ValueError as error:
        return {"id": number, "error": str(error)}
    except Exception as error:  # noqa: BLE001 - a fault of ours over one line must not cost the others
        return {"id": number, "error": f"this line could not be read: {type(error).__name__}: {error}"}


def read(raw: bytes) -> Json:
    try:
        line = json.loads(raw.decode())
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise ValueError("not a line of JSON in UTF-8") from None
    if not isinstance(line, dict):
        raise ValueError('a line must be an object such as {"id": "1", "text": "…"}')  # noqa: TRY004 - a wrong line, as all others
    return line

"""Reads the labelled messages of learning/messages/ into lines of the contract.

python -m learning.corpus FILE...   says which labels do not fit their message
"""

import argparse
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sales.kinds import Category, Kind, Sentiment, Severity
from understanding.dates.finding import phrases
from understanding.dates.policy import due, happened
from understanding.dates.when import Frame
from understanding.message.money import sums
from understanding.spelling import plain

Json = dict[str, Any]
FOLDER = Path(__file__).parent / "messages"
_FIRST, _DAYS, _OTHERS = datetime(2026, 1, 5, tzinfo=UTC), 700, 8
_ENTRY = re.compile(r"(?P<kind>[a-z]+)(?P<words>(?: (?!sum |on )[a-z]+)*)(?: sum (?P<sum>.+?))?(?: on (?P<on>.+))?$")
_ASKS = frozenset({"agenda", "customer", "last_contact", "complaints", "birthdays", "slipping", "help"})


class MisfitError(ValueError):
    """A label that does not fit its message."""


@dataclass(slots=True)
class Block:
    """A message and the lines that tell what it means."""

    text: str
    labels: list[str]
    place: str
    customer: str | None = None
    names: list[str] = field(default_factory=list)
    expect: Json = field(default_factory=lambda: {"entries": [], "follow_ups": [], "facts": [], "ask": None})

    @property
    def at(self) -> datetime:
        """Some working hour, always the same one for the same words."""
        seed = zlib.crc32(self.text.encode())
        return _FIRST + timedelta(days=seed % _DAYS, hours=8 + seed // _DAYS % 12, minutes=seed // 9999 % 60)


def read_labelled(paths: Iterable[Path]) -> list[Json]:
    """Messages that stand as JSON Lines of the contract, with what is expected."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]


def read(paths: Iterable[Path]) -> list[Json]:
    """The messages whose labels fit, as lines of the contract with what is expected of them."""
    return [line for path in paths for line, _ in _lines(path) if line]


def complaints(path: Path) -> list[str]:
    """What does not fit, one sentence each."""
    return [told for _, told in _lines(path) if told]


def _lines(path: Path) -> Iterator[tuple[Json | None, str]]:
    blocks = list(_blocks(path))
    known = sorted({name for block in blocks for name in _directory(block)})
    for block in blocks:
        try:
            yield line_of(block, known), ""
        except MisfitError as misfit:
            yield None, f"{block.place}: {misfit}"


def _blocks(path: Path) -> Iterator[Block]:
    rows = path.read_text(encoding="utf-8").splitlines()
    current: Block | None = None
    for number, row in enumerate([*rows, ""], 1):
        if not row.strip():
            if current:
                yield current
            current = None
        elif current is None:
            current = Block(row.replace("\\n", "\n"), [], f"{path.name}:{number}")
        else:
            current.labels.append(row.strip())


def _directory(block: Block) -> Iterator[str]:
    for label in block.labels:
        first, _, rest = label.partition(" ")
        name = rest.split("|")[0].strip()
        if first in ("=", "aside") and name not in ("new", "nobody"):
            yield name
        if first == "dir":
            yield from (one.strip() for one in rest.split(";") if one.strip())


def line_of(block: Block, known: list[str]) -> Json:
    if not block.labels:
        raise MisfitError("has no label; small talk is labelled: nothing")
    for label in block.labels:
        _label(block, label)
    _share_contacts(block)
    names = [*dict.fromkeys([*_directory(block), *_some(known, block.text)])]
    return {
        "id": block.place,
        "text": block.text,
        "at": block.at.isoformat(),
        "default_currency": "CNY" if re.search("[\u4e00-\u9fff]", block.text) else "USD",
        "customers": names,
        "expect": block.expect,
    }


def _some(known: list[str], text: str) -> list[str]:
    """Names of other messages, that stand beside in the directory."""
    return sorted(known, key=lambda name: zlib.crc32(f"{text} {name}".encode()))[:_OTHERS]


def _label(block: Block, label: str) -> None:
    first, _, rest = label.partition(" ")
    reader = _READERS.get(first)
    if reader:
        reader(block, rest)
    elif first not in ("dir", "nothing"):
        block.expect["entries"].append(_entry(block, label))


def _turn(block: Block, rest: str) -> None:
    block.customer = _customer(block, rest)


def _with(block: Block, rest: str) -> None:
    block.names += [f"{block.customer}|{_said(block, name)}" for name in re.split("[,,、]", rest) if name.strip()]


def _do(block: Block, rest: str) -> None:
    words, _, action = rest.partition("|")
    block.expect["follow_ups"].append(_follow_up(block, words.strip(), action.strip()))


def _aside(block: Block, rest: str) -> None:
    _said(block, rest.rpartition("|")[2])


def _ask(block: Block, rest: str) -> None:
    if rest not in _ASKS:
        raise MisfitError(f"“{rest}” is no question")
    block.expect["ask"] = rest


def _remember(block: Block, rest: str) -> None:
    block.expect["facts"].append(_fact(block, rest))


_READERS = {"=": _turn, "with": _with, "do": _do, "aside": _aside, "ask": _ask, "fact": _remember}


def _customer(block: Block, rest: str) -> str | None:
    name, _, said = rest.partition("|")
    said = _said(block, said or name) if name.strip() != "nobody" else ""
    return {"new": said, "nobody": None}.get(name.strip(), name.strip())


def _said(block: Block, words: str) -> str:
    if words.strip() not in block.text:
        raise MisfitError(f"“{words.strip()}” is not in the message as it is written")
    return words.strip()


def _entry(block: Block, label: str) -> Json:
    found = _ENTRY.match(label)
    if not found or found["kind"] not in set(Kind):
        raise MisfitError(f"“{label}” is no label")
    kind, words = found["kind"], found["words"].split()
    entry: Json = {"kind": kind, "customer": block.customer, "on": block.at.date().isoformat(), "contacts": []}
    entry["amount"] = _amount(block, found["sum"]) if found["sum"] else None
    if found["on"]:
        entry["on"] = _happened(block, found["on"])
    return entry | _described(label, kind, words)


_DESCRIBED: dict[str, dict[str, frozenset[str]]] = {
    "complaint": {"category": frozenset(Category), "severity": frozenset(Severity)},
    "feedback": {"sentiment": frozenset(Sentiment)},
}


def _described(label: str, kind: str, words: list[str]) -> Json:
    wanted = _DESCRIBED.get(kind, {})
    told = {name: word for name, some in wanted.items() for word in words if word in some}
    if len(told) != len(words) or len(told) != len(wanted):
        raise MisfitError(f"“{label}” needs {' and '.join(wanted) or 'nothing'} after {kind}")
    return told


def _amount(block: Block, words: str) -> Json:
    start, end = _place(block, words)
    for one in sums(plain(block.text), []):
        if one.start < end and start < one.end:
            return {"value": float(one.value), "currency": one.currency or ("CNY" if _is_han(block.text) else "USD")}
    raise MisfitError(f"“{words}” is not read as a sum")


def _is_han(text: str) -> bool:
    return bool(re.search("[\u4e00-\u9fff]", text))


def _place(block: Block, words: str) -> tuple[int, int]:
    start = block.text.find(_said(block, words))
    return start, start + len(words.strip())


def _frame(block: Block) -> Frame:
    """Dollars and yuan go with the month first."""
    return Frame(block.at.replace(tzinfo=None), month_first=True)


def _happened(block: Block, words: str) -> str:
    start, end = _place(block, words)
    frame = replace(_frame(block), lean=-1)
    for one in phrases(plain(block.text)):
        if one.start < end and start < one.end and (day := happened(one.read, frame)):
            return day.isoformat()
    raise MisfitError(f"“{words}” is not read as a day")


def _follow_up(block: Block, words: str, action: str) -> Json:
    told: Json = {"customer": block.customer, "due": None, "action": action}
    if words == "-":
        return told
    start, end = _place(block, words)
    frame = _frame(block)
    for one in phrases(plain(block.text)):
        if one.start < end and start < one.end and (when := due(one.read, frame)):
            return told | {"due": written(when)}
    raise MisfitError(f"“{words}” is not read as a date")


def written(when: tuple[date, time | None]) -> str:
    day, at = when
    return f"{day}T{at:%H:%M}" if at else day.isoformat()


def _fact(block: Block, rest: str) -> Json:
    parts = [one.strip() for one in rest.split("|")]
    if len(parts) != len(("person", "field", "value")) or parts[1] not in ("birthday", "phone", "email"):
        raise MisfitError(f"“fact {rest}” is not PERSON | birthday, phone or email | VALUE")
    return {"contact": _said(block, parts[0]), "field": parts[1], "said": parts[2]}


def _share_contacts(block: Block) -> None:
    """Entries of one customer share the contacts named for that customer."""
    for entry in block.expect["entries"]:
        entry["contacts"] = [
            name for told in block.names for owner, _, name in [told.partition("|")] if owner == str(entry["customer"])
        ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path, default=sorted(FOLDER.glob("*.txt")))
    arguments.add_argument("--json", action="store_true", help="print the messages as JSON Lines")
    told = arguments.parse_args()
    for path in told.files:
        if told.json:
            print(*(json.dumps(line, ensure_ascii=False) for line in read([path])), sep="\n")
            continue
        misfits = complaints(path)
        print(*misfits, f"{path.name}: {len(read([path]))} messages fit, {len(misfits)} do not", sep="\n")


if __name__ == "__main__":
    main()

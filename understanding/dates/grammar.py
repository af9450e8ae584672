"""Reads the grammar of time phrases into rules that the chart can follow."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from understanding.dates import (
    meanings_of_bounds,
    meanings_of_clocks,
    meanings_of_dates,
    meanings_of_days,
    meanings_of_deadlines,
    meanings_of_edges,
    meanings_of_feasts,
    meanings_of_hours,
    meanings_of_joins,
    meanings_of_moments,
    meanings_of_periods,
    meanings_of_ranges,
    meanings_of_seasons,
    meanings_of_sequels,
    meanings_of_shares,
    meanings_of_shifts,
    meanings_of_spans,
    meanings_of_times,
    meanings_of_weekdays,
    meanings_of_workdays,
)
from understanding.dates.words import Value
from understanding.lexicon.shelf import shared

Meaning = Callable[..., Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`symbols` in a row make a `result`; `arguments` are places in the row, or numbers for the meaning."""

    result: str
    symbols: tuple[str, ...]
    meaning: Meaning
    arguments: tuple[int | float, ...]
    before: str
    """The symbol that stands before the last one, if any."""

    def mean(self, values: list[Value]) -> Value | None:
        return self.meaning(*[values[one] if isinstance(one, int) else one for one in self.arguments])


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """All rules by their last symbol, in the order of the file."""
    found: dict[str, list[Rule]] = {}
    for result, lines in shared("grammar")["rules"].items():
        for line in lines:
            for rule in read_line(result, line):
                found.setdefault(rule.symbols[-1], []).append(rule)
    return {last: tuple(some) for last, some in found.items()}


@cache
def sequels() -> frozenset[str]:
    return frozenset(shared("grammar")["roots"]["sequel"])


@cache
def complete() -> frozenset[str]:
    return frozenset(shared("grammar")["roots"]["complete"])


def read_line(result: str, line: str) -> list[Rule]:
    """The rules of a line of the file, one for each way to read it."""
    said, _, sense = line.partition("->")
    name, *arguments = sense.split()
    parts = [_choices(part) for part in said.split()]
    return [_rule(result, choice, name, arguments) for choice in itertools.product(*parts)]


def _choices(part: str) -> list[tuple[str, str]]:
    """The ways to read one symbol: its name as the line spells it, and the symbol or nothing."""
    whole = part.rstrip("?")
    some = [(whole, one) for one in whole.split("|")]
    return [*some, (whole, "")] if part.endswith("?") else some


def _rule(result: str, choice: tuple[tuple[str, str], ...], name: str, arguments: list[str]) -> Rule:
    places: dict[str, int] = {}
    symbols: list[str] = []
    for spelled, symbol in choice:
        if symbol:
            _place(places, spelled, len(symbols))
            symbols.append(symbol)
    said = tuple(_argument(one, places) for one in arguments)
    return Rule(result, tuple(symbols), _MEANINGS[name], said, symbols[-2] if len(symbols) > 1 else "")


def _place(places: dict[str, int], spelled: str, place: int) -> None:
    """The second n of a line is called n.2; "day|range" may be called so, or by either name."""
    for name in {spelled, *spelled.split("|")}:
        numbers = (name if count == 1 else _numbered(name, count) for count in itertools.count(1))
        places[next(one for one in numbers if one not in places)] = place


def _numbered(name: str, count: int) -> str:
    return "|".join(f"{one}.{count}" for one in name.split("|"))


def _argument(argument: str, places: dict[str, int]) -> int | float:
    """A place in the row, or a number (as a float)."""
    bare = argument.rstrip("?")
    if bare in places:
        return places[bare]
    return 0.0 if argument.endswith("?") else float(argument)


def _functions() -> dict[str, Meaning]:
    modules = (
        meanings_of_bounds,
        meanings_of_clocks,
        meanings_of_dates,
        meanings_of_days,
        meanings_of_deadlines,
        meanings_of_edges,
        meanings_of_feasts,
        meanings_of_hours,
        meanings_of_joins,
        meanings_of_moments,
        meanings_of_periods,
        meanings_of_ranges,
        meanings_of_seasons,
        meanings_of_sequels,
        meanings_of_shares,
        meanings_of_shifts,
        meanings_of_spans,
        meanings_of_times,
        meanings_of_weekdays,
        meanings_of_workdays,
    )
    return {name.rstrip("_"): one for module in modules for name, one in vars(module).items() if callable(one)}


_MEANINGS = _functions()

"""How lines and buttons become a card that Telegram takes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sales.cards import Argument, Button, Card, Copy, Link, Row, WebApp
from wording.wild_text import short, tame, width

MOST_SIGNS = 4_000
"""UTF-16 units of text; Telegram's limit is 4,096."""
IN_A_ROW = 8
MOST_ROWS = 12
LINE = 46
"""The widest line that a phone does not break."""
LABEL = 40
"""The widest label; on a button of its own a phone shows about as much."""
LABEL_SIGNS = 64
COPIED = 256
_PAIR, _OF_THREE = 2, 10
"""Columns of a label that a row of three shows whole."""
_UNNAMED = "?"


def lay_out(lines: Iterable[str], *rows: Sequence[Button | Link | WebApp | Copy]) -> Card:
    """The card of these lines and rows; empty ones are left out. A line stays one line, whatever stands in it."""
    told = [line for line in map(tame, lines) if line]
    buttons = tuple(tuple(map(_fitting, row[:IN_A_ROW])) for row in rows if row)
    return Card(_within(told) or _UNNAMED, buttons[:MOST_ROWS])


def _within(lines: list[str]) -> str:
    """As many lines as fit; an ellipsis stands for the rest."""
    kept: list[str] = []
    room = MOST_SIGNS
    for line in lines:
        room -= units(line) + 1
        if room < 0:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return "\n".join(kept)


def on_a_screen(lines: Sequence[str], most: int) -> Sequence[str]:
    """As many of the first as fit into so many lines of a phone; the first always does."""
    used = 0
    for place, line in enumerate(lines):
        used += max(1, -(-width(line) // LINE))
        if used > most and place:
            return lines[:place]
    return lines


def units(text: str) -> int:
    """How Telegram counts: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _fitting(button: Button | Link | WebApp | Copy) -> Button | Link | WebApp | Copy:
    label = short(button.label, LABEL)[:LABEL_SIGNS] or _UNNAMED
    if isinstance(button, Copy):
        return Copy(label, button.text[:COPIED])
    return replace(button, label=label)


def in_rows(buttons: Sequence[Button], wide: int) -> tuple[Row, ...]:
    """The buttons as a grid, so many in a row."""
    return tuple(tuple(buttons[start : start + wide]) for start in range(0, len(buttons), wide))


def fitting_rows(buttons: Row, wide: int) -> tuple[Row, ...]:
    """So many in a row, but two where a phone of usual width would cut the longest label of three."""
    longest = max((width(one.label) for one in buttons), default=0)
    wide = min(wide, _PAIR) if longest > _OF_THREE else wide
    return tuple(buttons[start : start + wide] for start in range(0, len(buttons), wide))


def digits(action: str, each: Sequence[Mapping[str, Argument]]) -> tuple[Row, ...]:
    """Digit buttons for numbered lines, each opening its line."""
    return in_rows([Button(str(number), action, args) for number, args in enumerate(each, 1)], IN_A_ROW)

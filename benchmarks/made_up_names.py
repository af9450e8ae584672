"""Makes up customers' names of two languages, with near-duplicates among them; the same seed gives the same names."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random


@cache
def _of(name: str) -> Sequence[str]:
    pieces: str | list[str] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))[name]
    return pieces.split() if isinstance(pieces, str) else pieces


def made_up(count: int, seed: int = 7) -> list[str]:
    """So many different names; about a third of them resemble the one before."""
    names: dict[str, None] = {}
    for name in _endless(Random(seed)):  # noqa: S311 - names to be made again, no secrets
        names.setdefault(name)
        if len(names) == count:
            break
    return list(names)


def _endless(dice: Random) -> Iterator[str]:
    """Hearts of names, each borne by one company or by up to four that differ in trade, place or legal form."""
    while True:
        chinese = dice.random() < 0.5
        heart = _chinese_heart(dice) if chinese else _english_heart(dice)
        for _ in range(dice.choice([1, 1, 1, 1, 2, 3, 4])):
            yield _chinese(heart, dice) if chinese else _english(heart, dice)


def _english_heart(dice: Random) -> str:
    surnames = [_word(dice) for _ in range(2)]
    return dice.choice(
        [surnames[0], surnames[0], f"{dice.choice(_of('nouns'))} {dice.choice(_of('nouns'))}", " & ".join(surnames)]
    )


def _word(dice: Random) -> str:
    middle = dice.choice(_of("onsets")) + dice.choice(_of("vowels")) if dice.random() < 0.3 else ""
    tail = dice.choice(_of("endings")) if dice.random() < 0.7 else dice.choice(_of("vowels"))
    return (
        dice.choice(_of("onsets")) + dice.choice(_of("vowels")) + dice.choice(_of("codas")) + middle + tail
    ).capitalize()


def _english(heart: str, dice: Random) -> str:
    place = dice.choice(_of("places")) if dice.random() < 0.2 else ""
    parts = [place, _slipped(heart, dice), dice.choice(_of("trades")), dice.choice(_of("legal"))]
    return " ".join(part for part in parts if part)


def _slipped(heart: str, dice: Random) -> str:
    """Now and then one letter of the heart is another."""
    if dice.random() > 0.05:
        return heart
    place = dice.randrange(1, len(heart))
    return re.sub(r"\s+", " ", heart[:place] + dice.choice("aeiourstln") + heart[place + 1 :])


def _chinese_heart(dice: Random) -> str:
    return "".join(_brand(dice) for _ in range(dice.choice([2, 2, 2, 3])))


def _brand(dice: Random) -> str:
    """Some characters are in every second name: the earlier in the list, the likelier."""
    brands = "".join(_of("brands"))
    return brands[int(len(brands) * dice.random() ** 2)]


def _chinese(heart: str, dice: Random) -> str:
    place = dice.choice(_of("cities")) if dice.random() < 0.6 else ""
    return place + heart + dice.choice(_of("chinese_trades")) + dice.choice(_of("chinese_legal"))

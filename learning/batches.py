"""Lays examples side by side for the network, and hides a part of them so that nothing is learned by heart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from learning.gold import UNKNOWN, Example
from understanding.context.network import EACH, WHOLE
from understanding.context.tokens import Sort, Stand, row

HIDDEN_FEATURES, HIDDEN_WORDS, HIDDEN_STANDS, WITHOUT_MARKS = 0.12, 0.06, 0.3, 0.12
MARKS = frozenset(row(f"w {mark}") for mark in ',.;:!?()"-·、。/|')
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.generic]]


class Laid:
    """An example as arrays: rows of the embedding one after the other, and how many each token has."""

    def __init__(self, example: Example) -> None:
        some = example.tokens
        self.example = example
        self.rows = np.array([row for one in some for row in one.features], np.int64)
        self.of = np.repeat(np.arange(len(some)), [len(one.features) for one in some])
        self.stands = np.array([int(one) for one in example.stands])
        self.words = np.array([one.sort is Sort.WORD for one in some])
        self.marks = np.array([one.sort is Sort.WORD and one.features[0] in MARKS for one in some])
        self.wanted = {name: np.array(getattr(example, name), np.float32) for name in EACH}

    def __len__(self) -> int:
        return len(self.stands)


@dataclass(frozen=True, slots=True)
class Batch:
    """What the network reads, and the answers wanted (UNKNOWN where the labels do not tell)."""

    rows: Tensor
    starts: Tensor
    stands: Tensor
    mask: Tensor
    wanted: dict[str, Tensor]


def batches(some: Sequence[Laid], size: int, chance: np.random.Generator) -> Iterator[Batch]:
    """All examples once, those of like length together."""
    lengths = [len(one) + chance.random() * 15 for one in some]
    order = np.argsort(lengths)
    starts = np.arange(0, len(order), size)
    chance.shuffle(starts)
    for start in starts:
        yield _batch([some[place] for place in order[start : start + size]], chance)


def whole_batch(some: Sequence[Laid]) -> Batch:
    """These examples with nothing hidden."""
    return _batch(some, None)


def _batch(some: Sequence[Laid], chance: np.random.Generator | None) -> Batch:
    kept = [_kept(one, chance) for one in some]
    longest = max(int(keep.sum()) for keep in kept)
    counts, stands, mask = (np.zeros((len(some), longest), kind) for kind in (np.int64, np.int64, np.float32))
    rows = []
    for place, (one, keep) in enumerate(zip(some, kept, strict=True)):
        shown = keep[one.of] & _shown(one, chance)
        long = int(keep.sum())
        rows.append(one.rows[shown])
        counts[place, :long] = np.bincount((np.cumsum(keep) - 1)[one.of[shown]], minlength=long)
        stands[place, :long] = _stands(one, chance)[keep]
        mask[place, :long] = 1
    starts = np.concatenate([[0], np.cumsum(counts.ravel())])
    wanted = _whole(some) | {name: _each(some, kept, name, longest) for name in EACH}
    read, begun, seen, known = (torch.from_numpy(one) for one in (np.concatenate(rows), starts, stands, mask))
    return Batch(read, begun, seen, known, wanted)


def _kept(one: Laid, chance: np.random.Generator | None) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Sometimes all without marks, as people dictate."""
    bare = chance is not None and chance.random() < WITHOUT_MARKS and not one.marks.all()
    return ~one.marks if bare else np.ones(len(one), bool)


def _shown(one: Laid, chance: np.random.Generator | None) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which features are seen; some are hidden, and now and then a whole word."""
    if chance is None:
        return np.ones(len(one.of), bool)
    hidden = one.words & (chance.random(len(one)) < HIDDEN_WORDS)
    shown: np.ndarray[tuple[int], np.dtype[np.bool_]] = (chance.random(len(one.of)) > HIDDEN_FEATURES) & ~hidden[one.of]
    return shown


def _stands(one: Laid, chance: np.random.Generator | None) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Sometimes without the rules' word on whose a clause is, so that it is not simply believed."""
    if chance is None or chance.random() >= HIDDEN_STANDS:
        return one.stands
    return np.where(np.isin(one.stands, (Stand.INSIDE, Stand.OUTSIDE)), Stand.FREE, one.stands)


def _whole(some: Sequence[Laid]) -> dict[str, Tensor]:
    return {name: torch.tensor([getattr(one.example, name) for one in some]) for name in WHOLE}


def _each(some: Sequence[Laid], kept: Sequence[Numbers], name: str, longest: int) -> Tensor:
    shape = (longest, EACH[name]) if EACH[name] > 1 else (longest,)
    laid = np.full((len(some), *shape), UNKNOWN, np.float32)
    for place, (one, keep) in enumerate(zip(some, kept, strict=True)):
        laid[place, : int(keep.sum())] = one.wanted[name][keep]
    return torch.from_numpy(laid)

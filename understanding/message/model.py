"""Small linear models: their numbers were learned by learning/linear.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from understanding.message.features import CUE_WEIGHT, WORD_WEIGHT, Numbers, cue_places, piece_places

FILE = Path(__file__).parent / "model.npz"
_FARTHEST = 30.0
_RECENT = 64
"""Texts whose sums are kept: the models of a scene ask for the same, and so does its only clause."""


@dataclass(frozen=True, slots=True)
class Model:
    """Some columns of the common matrix, one a label; `score` gives each label's probability."""

    labels: tuple[str, ...]
    columns: slice

    def score(self, text: str, cues: Iterable[str]) -> dict[str, float]:
        return dict(zip(self.labels, chances(text, tuple(cues))[self.columns], strict=True))


@lru_cache(maxsize=_RECENT)
def chances(text: str, cues: tuple[str, ...]) -> tuple[float, ...]:
    """The probabilities of all models' labels at once, since most time goes into finding the rows."""
    weights, bias = _matrix()
    sums = CUE_WEIGHT * _rows(weights, cue_places(cues)) + _said(text) + bias
    return tuple((1 / (1 + np.exp(-sums.clip(-_FARTHEST, _FARTHEST)))).tolist())


@lru_cache(maxsize=_RECENT)
def _said(text: str) -> Numbers:
    return WORD_WEIGHT * _rows(_matrix()[0], piece_places(text))


def _rows(weights: Numbers, places: set[int]) -> Numbers:
    total: Numbers = np.add.reduce(weights[np.fromiter(places, np.intp, len(places))])
    return total


@cache
def _matrix() -> tuple[Numbers, Numbers]:
    """Every model's weights side by side, and their biases."""
    with np.load(FILE) as file:
        weights = [file[f"{name}/weights"].astype(np.float32) for name in models()]
        return np.concatenate(weights, axis=1), np.concatenate([file[f"{name}/bias"] for name in models()])


@cache
def models() -> dict[str, Model]:
    """Every model by its name: "kinds", "dates", "asks", ..."""
    found: dict[str, Model] = {}
    start = 0
    with np.load(FILE) as file:
        for name in sorted({name.split("/")[0] for name in file.files}):
            labels = tuple(file[f"{name}/labels"].tolist())
            found[name] = Model(labels, slice(start, start + len(labels)))
            start += len(labels)
    return found

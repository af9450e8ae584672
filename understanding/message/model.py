"""Small linear models: their numbers were learned by learning/linear.py."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from understanding.message.features import CUE_WEIGHT, SIZE, WORD_WEIGHT, Numbers, cue_places, piece_places

FILE = Path(__file__).parent / "model.npz"

Chances = list[float]
"""What all models say of one sample, label by label."""


@dataclass(frozen=True, slots=True)
class Model:
    """Some columns of the common matrix, one a label; `score` gives each label's probability."""

    labels: tuple[str, ...]
    columns: slice

    def score(self, text: str, cues: Iterable[str]) -> dict[str, float]:
        return self.of(chances([(text, cues)])[0])

    def of(self, told: Chances) -> dict[str, float]:
        return dict(zip(self.labels, told[self.columns], strict=True))


def chances(samples: Sequence[tuple[str, Iterable[str]]]) -> list[Chances]:
    """The probabilities of all models' labels for all samples at once: each look into the matrix has its price."""
    weights, bias = _matrix()
    # Each row of places begins with one that weighs nothing, since numpy adds up no empty rows.
    rows = [[SIZE, *places] for text, cues in samples for places in (cue_places(cues), piece_places(text))]
    starts = [0, *itertools.accumulate(map(len, rows[:-1]))]
    sums = np.add.reduceat(weights[list(itertools.chain.from_iterable(rows))], starts)
    totals = CUE_WEIGHT * sums[::2] + WORD_WEIGHT * sums[1::2] + bias
    # The logistic function, written so that nothing is too large for it.
    told: list[Chances] = (0.5 + 0.5 * np.tanh(0.5 * totals)).tolist()
    return told


@cache
def _matrix() -> tuple[Numbers, Numbers]:
    """Every model's weights side by side, a last row of nothing, and the biases."""
    with np.load(FILE) as file:
        weights = np.concatenate([file[f"{name}/weights"].astype(np.float32) for name in models()], axis=1)
        nothing = np.zeros((1, weights.shape[1]), np.float32)
        return np.concatenate([weights, nothing]), np.concatenate([file[f"{name}/bias"] for name in models()])


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

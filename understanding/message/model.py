"""Small linear models: their numbers were learned by benchmarks/understanding_training.py."""

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

from understanding.message.features import Numbers, vector

FILE = Path(__file__).parent / "model.npz"


class Model:
    """One row of weights a label; `score` gives each label's probability."""

    def __init__(self, labels: Iterable[str], weights: Numbers, bias: Numbers) -> None:
        self._labels = tuple(labels)
        self._weights = weights
        self._bias = bias

    def score(self, text: str, cues: Iterable[str]) -> dict[str, float]:
        places, values = vector(text, cues)
        sums = self._weights[places].T @ np.asarray(values, np.float32) + self._bias if places else self._bias
        return {label: _probability(float(one)) for label, one in zip(self._labels, sums, strict=True)}


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


@cache
def models() -> dict[str, Model]:
    """Every model by its name: "kinds", "dates", "asks", ..."""
    with np.load(FILE) as file:
        names = sorted({name.split("/")[0] for name in file.files})
        return {
            name: Model(
                file[f"{name}/labels"].tolist(), file[f"{name}/weights"].astype(np.float32), file[f"{name}/bias"]
            )
            for name in names
        }

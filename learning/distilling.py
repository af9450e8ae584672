"""Several networks teach one more: it answers nearly as they do together, at the cost of one.

After Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural Network" (2015).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from learning.batches import Laid, whole_batch
from learning.gold import UNKNOWN, Example
from learning.network import Network
from learning.teaching import CHOICES, taught
from understanding.context.network import EACH, WHOLE

TEACHERS, ROUNDS, STUDENT_ROUNDS = 3, 12, 10
TRUSTED = 0.7
"""How much of an answer is the teachers'; the rest is what the labels say."""
_AT_ONCE = 64

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def distilled(examples: Sequence[Example], more: Sequence[Example]) -> Network:
    """A network that learned from others; `more` are examples on which those were not taught."""
    teachers = [taught(examples, seed, ROUNDS) for seed in range(TEACHERS)]
    return taught(softened([*examples, *more], teachers), TEACHERS, STUDENT_ROUNDS)


def softened(examples: Sequence[Example], teachers: Sequence[Network]) -> Iterator[Example]:
    """The same examples, each answer between what the labels and what the teachers say."""
    for start in range(0, len(examples), _AT_ONCE):
        some = examples[start : start + _AT_ONCE]
        answers = _answers([Laid(one) for one in some], teachers)
        for place, one in enumerate(some):
            mixed: dict[str, Any] = {name: _between(one, name, told[place]) for name, told in answers.items()}
            yield replace(one, **mixed)


def _answers(some: Sequence[Laid], teachers: Sequence[Network]) -> dict[str, Numbers]:
    """What the teachers think together, as probabilities; choices stay with the labels."""
    batch = whole_batch(some)
    with torch.no_grad():
        told = [teacher(batch) for teacher in teachers]
        names = [name for name in (*WHOLE, *EACH) if name not in CHOICES]
        return {name: torch.sigmoid(sum(one[name] for one in told) / len(told)).numpy() for name in names}


def _between(example: Example, name: str, told: Numbers) -> list[float] | float:
    wanted = np.array(getattr(example, name), np.float32)
    thought = told[: len(wanted)] if name in EACH else told
    mixed = np.where(wanted == UNKNOWN, UNKNOWN, (1 - TRUSTED) * wanted + TRUSTED * thought)
    softened: list[float] | float = mixed.tolist()
    return softened

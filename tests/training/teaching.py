"""Teaches the network in two processes of one thread each that share its weights: neither waits long for the other."""

import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path

import numpy as np
import torch
import torch.multiprocessing as processes

from privacy_audit.opinion.model import LONGEST
from privacy_audit.opinion.word_pieces import WordPieces, load_vocabulary
from tests.training.lessons import IDS, Lesson, lessons, with_slips
from tests.training.network import Network, padded

_WARMING = 0.06  # of all steps, while the rate grows
_LAST_LAYER = 5.0  # times the rate: it begins from nothing
_DECAY = 0.01
_ALIKE = 25  # batches' worth of lessons that are sorted by length together


@dataclass(frozen=True, slots=True)
class Plan:
    """How the teaching goes; `until` ends it early, at a rate that has come down by then."""

    corpus: Path
    out: Path
    epochs: int = 4
    batch: int = 48
    rate: float = 1.8e-4
    seed: int = 1
    start: Path | None = None  # weights to go on from
    stretches: int = 0  # bits of harmless lines beside the lines themselves
    until: float = math.inf  # seconds since the epoch


@dataclass(slots=True)
class _Shared:
    """What both processes see: weights and gradients as one long row each, and a few figures."""

    weights: torch.Tensor
    gradients: tuple[torch.Tensor, torch.Tensor]
    figures: torch.Tensor  # the two halves of the gradient's size, and how far the teaching is
    barrier: Barrier


def teach(plan: Plan) -> None:
    """Writes the weights to `plan.out` after each epoch; says on the way how well the watched lessons go."""
    size = sum(weight.numel() for weight in Network().parameters())
    rows = [torch.zeros(size).share_memory_() for _row in range(3)]
    figures = torch.zeros(3, dtype=torch.float64).share_memory_()
    context = processes.get_context("spawn")
    shared = _Shared(rows[0], (rows[1], rows[2]), figures, context.Barrier(2))
    both = [context.Process(target=_half, args=(half, plan, shared)) for half in (0, 1)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    if any(process.exitcode for process in both):
        raise SystemExit("The teaching ended early.")


def _half(half: int, plan: Plan, shared: _Shared) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(10 * plan.seed + half)
    _Half(half, plan, shared).run()


class _Half:
    """Every second lesson of a batch, and every second stretch of the weights."""

    def __init__(self, half: int, plan: Plan, shared: _Shared) -> None:
        self._half, self._plan, self._shared = half, plan, shared
        self._chance = random.Random(plan.seed)  # noqa: S311 - no secret
        self._network = Network()
        if plan.start is not None:
            self._network.load_state_dict(torch.load(plan.start, weights_only=True))
        self._stretches = self._lay_out()
        self._optimiser = self._optimised()
        self._pieces = WordPieces(load_vocabulary())
        self._taught, self._watched = lessons(plan.corpus, self._chance, plan.stretches)
        self._targets = np.array([lesson.target() for lesson in self._taught], np.float32)
        self._counts = np.array([lesson.counts() for lesson in self._taught], np.float32)
        self._steps = math.ceil(len(self._taught) / plan.batch) * plan.epochs
        self._began = time.time()
        self._step = 0
        self._progress = 0.0

    def run(self) -> None:
        self._network.train()
        for epoch in range(self._plan.epochs):
            losses = [
                self._learn(batch, runs)
                for batch, runs in self._batches(slips=epoch > 0 or self._plan.start is not None)
            ]
            if self._half == 0:
                self._tell(epoch, sum(losses) / max(len(losses), 1))
            self._shared.barrier.wait()
            if self._progress >= 1:
                return

    def _batches(self, *, slips: bool) -> Iterator[tuple[list[int], list[list[int]]]]:
        runs = [self._run_of(lesson, slips=slips) for lesson in self._taught]
        order = list(range(len(runs)))
        self._chance.shuffle(order)
        size = self._plan.batch
        batches = []
        for at in range(0, len(order), size * _ALIKE):
            alike = sorted(order[at : at + size * _ALIKE], key=lambda number: len(runs[number]))
            batches += [alike[start : start + size] for start in range(0, len(alike), size)]
        self._chance.shuffle(batches)
        for batch in batches:
            if self._progress < 1:
                yield batch, [runs[number] for number in batch]

    def _run_of(self, lesson: Lesson, *, slips: bool) -> list[int]:
        text = with_slips(lesson.text, self._chance) if slips else lesson.text
        return self._pieces.cut(lesson.head, text, LONGEST)[0]

    def _learn(self, batch: Sequence[int], runs: Sequence[list[int]]) -> float:
        """One step: gradients of both halves, then each half of the weights is moved by one of the processes."""
        shared, half = self._shared, self._half
        self._step += 1
        shared.gradients[half].zero_()
        loss = self._backward(batch[half::2], runs[half::2], len(batch))
        if half == 0:
            share = (time.time() - self._began) / max(self._plan.until - self._began, 1.0)
            shared.figures[2] = max(self._step / self._steps, share)
        shared.barrier.wait()
        self._progress = float(shared.figures[2])  # read here, where it stands still: both must end at the same step
        size = 0.0
        for group in self._optimiser.param_groups:
            (weight,), (begin, end) = group["params"], group["stretch"]
            torch.add(shared.gradients[0][begin:end], shared.gradients[1][begin:end], out=weight.grad)
            size += float(torch.dot(weight.grad, weight.grad))
        shared.figures[half] = size
        shared.barrier.wait()
        self._move(math.sqrt(float(shared.figures[0] + shared.figures[1])))
        shared.barrier.wait()
        return loss

    def _backward(self, batch: Sequence[int], runs: Sequence[list[int]], whole: int) -> float:
        if not batch:
            return 0.0
        said = self._network(*padded(runs))
        target, counts = torch.from_numpy(self._targets[batch]), torch.from_numpy(self._counts[batch])
        loss = torch.nn.functional.binary_cross_entropy_with_logits(said, target, reduction="none")
        loss = (loss * counts).sum() / whole
        loss.backward()
        return 2 * loss.item()

    def _move(self, size: float) -> None:
        rate = min(1.0, self._step / (_WARMING * self._steps)) * max(0.0, 1.0 - self._progress)
        for group in self._optimiser.param_groups:
            group["params"][0].grad.mul_(min(1.0, 1.0 / (size + 1e-6)))
            group["lr"] = group["base"] * rate
        self._optimiser.step()

    def _lay_out(self) -> list[tuple[int, int]]:
        """Puts all weights into the shared row, in three stretches: with decay, without, and the last layer."""
        kinds: tuple[list[torch.nn.Parameter], ...] = ([], [], [])
        for name, weight in self._network.named_parameters():
            kinds[2 if name.startswith("o.") else int(weight.ndim == 1)].append(weight)
        at, stretches = 0, []
        for kind in kinds:
            begin = at
            for weight in kind:
                end = at + weight.numel()
                if self._half == 0:
                    self._shared.weights[at:end].copy_(weight.data.reshape(-1))
                shape = weight.data.shape
                weight.data = self._shared.weights[at:end].view(shape)
                weight.grad = self._shared.gradients[self._half][at:end].view(shape)
                at = end
            stretches.append((begin, at))
        self._shared.barrier.wait()
        return stretches

    def _optimised(self) -> torch.optim.Optimizer:
        groups = []
        decays = (_DECAY, 0.0, 0.0)
        rates = (1.0, 1.0, _LAST_LAYER)
        for (begin, end), decay, times in zip(self._stretches, decays, rates, strict=True):
            middle = (begin + end) // 2
            stretch = (begin, middle) if self._half == 0 else (middle, end)
            weight = torch.nn.Parameter(self._shared.weights[slice(*stretch)])
            weight.grad = torch.zeros_like(weight)
            base = self._plan.rate * times
            groups.append({"params": [weight], "stretch": stretch, "base": base, "weight_decay": decay})
        return torch.optim.AdamW(groups, lr=self._plan.rate, fused=True)

    def _tell(self, epoch: int, loss: float) -> None:
        torch.save(self._network.state_dict(), self._plan.out)
        recall = recall_at(self._watch(), self._watched, 0.03)
        print(f"epoch {epoch + 1}: loss {loss:.3f}, recall {recall:.3f} at 3 % false alarms", flush=True)

    def _watch(self) -> np.ndarray:
        self._network.eval()
        with torch.no_grad():
            rows = [self._network(*padded([self._run_of(one, slips=False)]))[0] for one in self._watched]
        self._network.train()
        return torch.sigmoid(torch.stack(rows)).numpy()


def recall_at(shares: np.ndarray, watched: Sequence[Lesson], alarms: float) -> float:
    """With one threshold for all ids, at which this share of the harmless lines is flagged."""
    harmless = sorted(
        (
            max(float(share) for share, name in zip(row, IDS, strict=False) if name not in lesson.neutral)
            for row, lesson in zip(shares, watched, strict=True)
            if not lesson.required
        ),
        reverse=True,
    )
    bound = harmless[int(alarms * len(harmless))]
    found = [
        float(row[IDS.index(name)]) > bound
        for row, lesson in zip(shares, watched, strict=True)
        for name in lesson.required
    ]
    return sum(found) / len(found)

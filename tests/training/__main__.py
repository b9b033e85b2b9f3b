"""`python3 run.py train-text`: teaches the model from a folder of labelled lines and writes it as int8 ONNX."""

import argparse
import hashlib
import math
import time
from dataclasses import replace
from pathlib import Path

import torch

import privacy_audit.opinion
from tests.corpus import DEFAULT_FOLDER
from tests.training.lessons import ANYTHING, IDS
from tests.training.onnx_model import write_model
from tests.training.teaching import Plan, teach

_MODEL = Path(privacy_audit.opinion.__file__).parent / "model.onnx"


def main() -> None:
    parser = argparse.ArgumentParser(prog="run.py train-text", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DEFAULT_FOLDER, help="folder with posts.tsv and more/")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="come to an end within so many minutes")
    parser.add_argument(
        "--weights", type=Path, default=Path("build/taught.pt"), help="where the exact weights are kept"
    )
    parser.add_argument("--only-write", action="store_true", help="write the model from weights that were kept")
    parser.add_argument("--rate", type=float, default=1.8e-4)
    parser.add_argument("--settle-rate", type=float, default=7e-5, help="of the last round, with stretches of lines")
    parser.add_argument("--stretches", type=int, default=6_000)
    options = parser.parse_args()
    options.weights.parent.mkdir(parents=True, exist_ok=True)
    if not options.only_write:
        _teach(options)
    weights = {name: value.numpy() for name, value in torch.load(options.weights, weights_only=True).items()}
    write_model(weights, (*IDS, ANYTHING), options.weights.with_suffix(".onnx"))
    data = options.weights.with_suffix(".onnx").read_bytes()
    _MODEL.write_bytes(data)
    print(f"{_MODEL.name}: {len(data) / 1e6:.1f} MB, SHA-256 {hashlib.sha256(data).hexdigest()}")
    print("Now choose the thresholds (python -m tests.calibrate) and score (run.py accuracy --write).")


def _teach(options: argparse.Namespace) -> None:
    """The lines, some times over; then once more at a low rate with stretches of them; then the mean of both."""
    until = time.time() + 60 * options.minutes
    weights = options.weights
    teach(Plan(options.corpus, weights, options.epochs, rate=options.rate, seed=options.seed, until=until))
    first = torch.load(weights, weights_only=True)
    settle = Plan(options.corpus, weights, 1, rate=options.settle_rate, seed=options.seed + 3, start=weights)
    teach(replace(settle, stretches=options.stretches))
    second = torch.load(weights, weights_only=True)
    mean = {name: (first[name] + value) / 2 if value.is_floating_point() else value for name, value in second.items()}
    torch.save(mean, weights)


if __name__ == "__main__":
    main()

"""Throws any bytes at one parser for a while, led by coverage where atheris is there: `python -m tests.prove.fuzzing`.

Anything that comes out but values, problems and our own refusals is a failure; so is one input that takes ten seconds.
"""

import argparse
import contextlib
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SLOW = 10.0  # seconds for one input
LONGEST = 20_000  # bytes
NAMES = (
    "archive", "csv", "json", "json stream", "html", "xml", "text", "vcards", "tracks", "bluesky archive", "packs",
    "own facts",
)  # fmt: skip


def fuzz(name: str, seconds: float) -> int:
    """Runs one parser for so long; returns how many inputs it took. Whatever it must not do is raised."""
    if sys.platform == "linux" and sys.version_info < (3, 13):
        with contextlib.suppress(ImportError):
            return _led(name, seconds)
    return _mutated(name, seconds)


def _led(name: str, seconds: float) -> int:
    import atheris  # noqa: PLC0415 - there for Linux and some versions only

    with atheris.instrument_imports(include=["privacy_audit"]):
        from tests.prove.readers import read, seeds  # noqa: PLC0415 - so that coverage can watch the readers
    ran = 0

    def one(data: bytes) -> None:
        nonlocal ran
        ran += 1
        _timed(read, name, data)

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(name)):
            (Path(corpus) / str(number)).write_bytes(seed)
        limits = [f"-max_total_time={int(seconds)}", f"-max_len={LONGEST}", f"-timeout={int(SLOW)}", "-verbosity=0"]
        artifacts = f"-artifact_prefix={corpus}/"  # nothing is left lying in the checkout
        atheris.Setup([sys.argv[0], corpus, *limits, artifacts, "-print_final_stats=1"], one)
        print("led by coverage", flush=True)
        atheris.Fuzz()  # it ends the process itself
    return ran


def _mutated(name: str, seconds: float) -> int:
    from tests.prove.readers import read, seeds  # noqa: PLC0415 - as above

    luck, pool = random.Random(1), seeds(name)  # noqa: S311 - not for secrets
    until, ran = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        data = bytearray(luck.choice(pool))
        for _ in range(luck.randint(1, 8)):
            place = luck.randint(0, len(data))
            data[place : place + luck.randint(0, 4)] = luck.randbytes(luck.randint(0, 6))
        _timed(read, name, bytes(data[:LONGEST]))
        pool = [*pool[-200:], bytes(data[:LONGEST])] if luck.random() < 0.05 else pool
        ran += 1
    return ran


def _timed(read: Callable[[str, bytes], None], name: str, data: bytes) -> None:
    begun = time.monotonic()
    read(name, data)
    if time.monotonic() - begun > SLOW:
        raise TimeoutError(f"{len(data)} bytes took more than {SLOW} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    sys.argv = sys.argv[:1]
    print(f"{fuzz(options.target, options.seconds)} inputs", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What holds for every window test: circles are collected between tests, on the window's own thread alone."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """A widget left over from another test must not end on the thread of an errand: Qt crashes."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()

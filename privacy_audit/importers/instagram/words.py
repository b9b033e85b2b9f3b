"""What Instagram's labels mean: words of many languages to one key."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from privacy_audit.meta.labels import plain_name


@cache
def _table() -> Mapping[str, str]:
    text = files("privacy_audit.importers.instagram").joinpath("labels.toml").read_text("utf-8")
    return {plain_name(label): key for key, labels in tomllib.loads(text).items() for label in labels}


def key_of(labels: Iterable[str]) -> str:
    """The key of the first label that is listed; "" when none is."""
    table = _table()
    return next((key for label in labels if (key := table.get(plain_name(label)))), "")

"""How Facebook's pages word the things that JSON has keys for: labels of many languages to one key."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from privacy_audit.meta.blocks import Pair
from privacy_audit.meta.labels import plain_name


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    text = files("privacy_audit.meta").joinpath("page_labels.toml").read_text("utf-8")
    return {
        section: {plain_name(label): key for key, labels in keys.items() for label in labels}
        for section, keys in tomllib.loads(text).items()
    }


def key_of(section: str, label: str) -> str:
    """The key of a label in a section of the table; "" when nobody has listed it."""
    return _tables()[section].get(plain_name(label), "")


def known(section: str, pairs: Sequence[Pair]) -> dict[str, str]:
    """The values of known labels, the first of each; the innermost known label counts."""
    found: dict[str, str] = {}
    for pair in pairs:
        key = next((key for label in reversed(pair.path) if (key := key_of(section, label))), "")
        if key and pair.value:
            found.setdefault(key, pair.value)
    return found

"""What stands about a person beyond their own accounts: registers, directories, search results. Steps as data."""

from functools import cache
from importlib import resources

from privacy_audit.remedies import Remedy, parse_remedies

_FILE = "beyond.toml"


@cache
def load_beyond() -> tuple[Remedy, ...]:
    """The topics in the order in which they are shown. Raises DataError with a sentence when the file is broken."""
    return parse_remedies(_FILE, (resources.files("privacy_audit") / _FILE).read_text(encoding="utf-8"))

"""What the program may ask the internet for, compiled in: nothing else can be put into words."""

import re
from dataclasses import dataclass
from typing import Final

from privacy_audit import __version__

_PORT: Final = 443


@dataclass(frozen=True, slots=True)
class Purpose:
    """One reason to speak to one host. `path` must match whole; `most` is the largest answer taken, in bytes."""

    id: str
    title: str
    host: str
    path: str
    most: int
    headers: tuple[tuple[str, str], ...] = ()
    port: int = _PORT


@dataclass(frozen=True, slots=True)
class Request:
    """The exact words that would leave this computer. What is shown is what is sent: both are `text`."""

    purpose: str
    host: str
    port: int
    path: str
    headers: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        lines = [f"GET {self.path} HTTP/1.1", *(f"{name}: {value}" for name, value in self.headers)]
        return "\r\n".join(lines) + "\r\n\r\n"


PASSWORD_RANGE: Final = Purpose(
    "password-range",
    "See whether a password stands in lists of stolen ones",
    "api.pwnedpasswords.com",
    r"/range/[0-9A-F]{5}",
    2_000_000,
    (("Add-Padding", "true"),),  # every answer is as long as any other
)
# There is no publisher's address yet: packs come from a file. When there is one, its host stands here.
NEWER_PACK: Final = Purpose(
    "newer-pack", "Look for newer guidance and steps", "", r"/packs/[a-z0-9-]{1,40}\.pack", 1_000_000
)

PURPOSES: Final[tuple[Purpose, ...]] = (PASSWORD_RANGE, NEWER_PACK)


def request_for(purpose: Purpose, path: str) -> Request:
    """Raises ValueError for a path that is not the purpose's."""
    if not purpose.host or not re.fullmatch(purpose.path, path):
        raise ValueError("this is not what the purpose is for")
    host = purpose.host if purpose.port == _PORT else f"{purpose.host}:{purpose.port}"
    headers = (
        ("Host", host),
        ("User-Agent", f"privacy-audit/{__version__}"),
        ("Accept", "*/*"),
        ("Accept-Encoding", "identity"),
        *purpose.headers,
        ("Connection", "close"),
    )
    return Request(purpose.id, purpose.host, purpose.port, path, headers)

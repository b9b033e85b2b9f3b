"""The web sites that the program may name as links: https addresses of known hosts alone."""

from typing import Final
from urllib.parse import urlsplit

# A host stands for itself and everything under it.
HOSTS: Final = (
    "facebook.com",
    "messenger.com",
    "meta.com",
    "instagram.com",
    "google.com",
    "linkedin.com",
    "x.com",
    "twitter.com",
    "tiktok.com",
    "whatsapp.com",
    "snapchat.com",
    "strava.com",
    "reddit.com",
    "discord.com",
    "youtube.com",
    "pinterest.com",
    "flickr.com",
    "bsky.app",
    "gov.uk",
    "police.uk",
    "ncsc.gov.uk",
    "polfed.org",
    "fbu.org.uk",
    "unison.org.uk",
    "gmb.org.uk",
)


def is_allowed(address: str) -> bool:
    """https, a known host, no user name, no port, nothing odd in the letters."""
    if not address.isascii() or not address.isprintable() or any(letter in address for letter in " \\\"'<>"):
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = (parts.hostname or "").casefold()
    known = any(host == name or host.endswith(f".{name}") for name in HOSTS)
    return parts.scheme == "https" and known and port is None and "@" not in parts.netloc

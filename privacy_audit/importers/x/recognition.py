"""Tells an X archive by its files' own first words, and which of its generations it is."""

import re

from privacy_audit.archive import Archive, Member
from privacy_audit.errors import ExportError
from privacy_audit.importing import LayoutEvidence, Recognition

IMPORTER_ID = "x"
_PROOF = re.compile(rb"window\.YTD\.[a-z_]+\.part\d+\s*=|window\.__THAR_CONFIG|Grailbird\.data\.tweets")
_CANDIDATES = (
    "manifest.js",
    "account.js",
    "data/tweets*.js",
    "data/tweet.js",
    "tweet.js",
    "data/*.js",
    "js/tweets/*.js",
)
_LOOKED_AT = 4  # members of one glob that are looked into


def recognise(archive: Archive) -> Recognition | None:
    """A few bytes of a few files prove it."""
    for pattern in _CANDIDATES:
        for member in archive.matching(pattern)[:_LOOKED_AT]:
            if _PROOF.search(_head(archive, member)):
                layout, evidence = _layout(archive)
                return Recognition(IMPORTER_ID, layout, evidence, 0.95 if archive.find("account.js") else 0.8)
    if (tweets := archive.find("tweets.csv")) and _head(archive, tweets).startswith((b'"tweet_id"', b"tweet_id")):
        return Recognition(IMPORTER_ID, "2018 and earlier, table of posts", LayoutEvidence.MEMORY, 0.7)
    return None


def _layout(archive: Archive) -> tuple[str, LayoutEvidence]:
    if archive.matching("data/js/tweets/*.js"):
        return "2018 and earlier, a file a month", LayoutEvidence.MEMORY
    if archive.find("data/tweets.js") or archive.find("data/note-tweet.js"):
        return "2022 and later", LayoutEvidence.SOURCE
    if archive.find("data/account.js") or archive.find("data/manifest.js"):
        return "2020 to 2022", LayoutEvidence.SOURCE
    return "2018 to 2020, files at the top", LayoutEvidence.SOURCE


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, 256)
    except ExportError:
        return b""

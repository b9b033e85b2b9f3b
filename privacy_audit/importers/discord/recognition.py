"""Tells Discord's data package, whatever its folders are called: those names are translated for some accounts."""

from privacy_audit.archive import Archive, Member
from privacy_audit.errors import ExportError
from privacy_audit.importing import LayoutEvidence, Recognition

IMPORTER_ID = "discord"
_HEAD = 4_096
_LOOKED_AT = 3  # channels that are looked into


def recognise(archive: Archive) -> Recognition | None:
    """The account's own file, or channels with their messages beside them."""
    account = account_file(archive) is not None
    channels = any(_is_channel(archive, member) for member in archive.matching("channel.json")[:_LOOKED_AT])
    if not (account or channels):
        return None
    tables = archive.find("messages.csv") is not None
    layout = "2023 and earlier, messages as tables" if tables else "2024 and later, messages as JSON"
    return Recognition(IMPORTER_ID, layout, LayoutEvidence.SOURCE, 0.95 if account and channels else 0.8)


def account_file(archive: Archive) -> Member | None:
    """The file on the account."""
    marks = (b'"discriminator"', b'"global_name"', b'"avatar_hash"')
    for member in archive.matching("user.json"):
        head = _head(archive, member)
        if b'"username"' in head and any(mark in head for mark in marks):
            return member
    return None


def _is_channel(archive: Archive, member: Member) -> bool:
    folder = member.path.rpartition("/")[0]
    beside = any(archive.find(f"{folder}/{name}") for name in ("messages.json", "messages.csv"))
    head = _head(archive, member)
    return beside and b'"id"' in head and b'"type"' in head


def _head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.head(member, _HEAD)
    except ExportError:
        return b""

"""Where a file lies: whether it is on this device at all, and whether a folder is copied to somebody's cloud."""

import os
import stat
import sys
from pathlib import Path, PurePath

# Windows: FILE_ATTRIBUTE_OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS; macOS: SF_DATALESS (sys/stat.h)
_WINDOWS_AWAY = 0x1000 | 0x40000 | 0x400000
_MAC_DATALESS = 0x40000000
_LINK_TAGS = (0xA000000C, 0xA0000003)  # symbolic link, mount point; OneDrive's own tags are no links
_SYNCED = frozenset(
    [
        "onedrive",
        "dropbox",
        "googledrive",
        "com~apple~clouddocs",
        "nextcloud",
        "owncloud",
        "pclouddrive",
        "mega",
        "megasync",
        "sync.com",
        "google drive",
        "icloud drive",
        "my drive",
        "box sync",
        "creative cloud files",
        "proton drive",
    ]
)


def lies_in_cloud(status: os.stat_result) -> bool:
    """Whether reading the file would make the system fetch it from a cloud first."""
    if getattr(status, "st_file_attributes", 0) & _WINDOWS_AWAY:
        return True
    return sys.platform == "darwin" and bool(getattr(status, "st_flags", 0) & _MAC_DATALESS)


def is_link(status: os.stat_result) -> bool:
    """Whether an entry of a folder points elsewhere. `status` is of the entry itself, not of what it points to."""
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _LINK_TAGS


def stub_of(path: PurePath) -> str | None:
    """The real name of a file of which iCloud left only a stub (".name.icloud") here."""
    if path.name.startswith(".") and path.name.endswith(".icloud") and len(path.name) > len("..icloud"):
        return path.name[1 : -len(".icloud")]
    return None


def synced_by(path: Path) -> str | None:
    """The name of the folder on the way to `path` that a cloud service copies away, or None."""
    for piece in path.parts:
        plain = piece.casefold()
        if plain in _SYNCED or plain.startswith(("onedrive -", "onedrive-", "dropbox (", "googledrive-")):
            return piece
    return None

"""What happens to an export on its way: wrapped in a folder, packed anew, marked, cut off, put in another order."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

Files = Mapping[str, bytes]  # the members of an export by their paths

MARK = b"\xef\xbb\xbf"


def plain(files: Files) -> Files:
    return files


def wrapped(files: Files) -> Files:
    """Inside a folder of the user's own."""
    return {f"My download (2)/{path}": data for path, data in files.items()}


def repacked(files: Files) -> Files:
    """By a Mac: with what it adds."""
    extra = {f"__MACOSX/._{path.rpartition('/')[2]}": b"\x00\x05\x16\x07" for path in files}
    return {**{f"download/{path}": data for path, data in files.items()}, **extra, "download/.DS_Store": b"\x00Bud1"}


def marked(files: Files) -> Files:
    """With a byte order mark before every text."""
    texts = (".json", ".js", ".csv", ".txt", ".html", ".xml")
    return {path: MARK + data if path.endswith(texts) else data for path, data in files.items()}


def reordered(files: Files) -> Files:
    return dict(reversed(list(files.items())))


WHOLE: Mapping[str, Callable[[Files], Files]] = {
    "plain": plain,
    "wrapped": wrapped,
    "repacked": repacked,
    "marked": marked,
    "reordered": reordered,
}
"""Variants out of which everything must still come."""


def cut_off(files: Files, path: str, share: float = 0.6) -> Files:
    """One member broken off, as when a disk was full."""
    return {name: data[: int(len(data) * share)] if name == path else data for name, data in files.items()}


def as_zip(files: Files, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def as_folder(files: Files, path: Path) -> Path:
    for name, data in files.items():
        target = path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return path

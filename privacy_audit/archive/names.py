"""Names of members: which are safe to show, how damaged ones are repaired, and what counts as the same name."""

import re
import unicodedata

from privacy_audit.limits import Limits

_RESERVED = r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)"
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"  # control and direction letters, broken halves
    r"|^$|^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|:"  # no name, absolute, drive, parent, alternate data stream
    rf"|(?:^|/){_RESERVED}(?:\.[^/]*)?(?:/|$)"
    r"|[. ](?:/|$)",  # Windows drops a dot or space at the end, which makes two names one
    re.IGNORECASE,
)
_CLUTTER = re.compile(r"(?:^|/)(?:__macosx/|\._[^/]*$|\.ds_store$|thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_CODE_PAGES = ("cp1252", "cp850", "cp437")  # Western Windows, Western DOS, and the first of all


_LITTER = ("._", "__macosx", ".ds_store", "thumbs.db", "desktop.ini")
_SUSPECT = ("/con", "/prn", "/aux", "/nul", "/com", "/lpt", "//", "..", "./", " /", ":", *_LITTER)


def is_suspect(path: str, limits: Limits) -> bool:
    """A quick look that lets nothing unsafe and no clutter through as plain; most names are."""
    plain = f"/{path}/".lower()
    if len(path) > limits.name or path.count("/") > limits.depth or not path.isprintable():
        return True
    for mark in _SUSPECT:  # noqa: SIM110 - any() takes three times as long, and there are 100,000 names
        if mark in plain:
            return True
    return False


def is_unsafe(path: str, limits: Limits) -> bool:
    """Whether a packed name could do harm or deceive; such members are left out and noted."""
    return len(path) > limits.name or path.count("/") > limits.depth or _UNSAFE.search(path) is not None


def is_clutter(path: str) -> bool:
    """What operating systems leave behind; it never belongs to an export."""
    plain = path.lower()
    for litter in _LITTER:
        if litter in plain:
            return _CLUTTER.search(path) is not None
    return False


def decoded(raw: bytes) -> tuple[str, bool]:
    """A packed name with forward slashes, and whether its letters had to be guessed.

    Most tools write UTF-8, with or without saying so. Where it is not, the code page that gives the most letters wins.
    """
    try:
        return _with_slashes(raw.decode("utf-8")), False
    except UnicodeDecodeError:
        pass
    guesses = []
    for rank, page in enumerate(_CODE_PAGES):
        guess = raw.decode(page, "replace")
        letters = sum(unicodedata.name(char, "").startswith("LATIN") for char in guess if not char.isascii())
        guesses.append((-letters, rank, guess))
    return _with_slashes(min(guesses)[2]), True


def _with_slashes(path: str) -> str:
    """Some Windows tools write backslashes, and tar writes "./" where a whole folder was packed."""
    if "\\" in path:
        path = path.replace("\\", "/")
    return path[2:] if path.startswith("./") else path


def same_letters(text: str) -> str:
    """One spelling for all that is the same name: case, composed letters, spaces, apostrophes and underscores."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
        for odd in "\u00a0\u202f\u2007":
            text = text.replace(odd, " ")
        text = text.replace("\u2019", "_").replace("\u2018", "_").replace("\u02bc", "_")
    return text.lower().replace("'", "_")


def skeleton(text: str) -> str:
    """What is left of a name when its encoding was lost: every stretch of other letters is one mark."""
    return _NOT_ASCII.sub("\x1a", text)


def natural(path: str) -> tuple[tuple[int, int | str], ...]:
    """A sorting key under which message_2 stands before message_10."""
    pieces = re.split(r"(\d{1,18})", path)
    return tuple((0, int(piece)) if piece.isdecimal() and piece.isascii() else (1, piece) for piece in pieces if piece)


def glob_expression(pattern: str) -> str:
    """The expression for a glob that the end of a path must match: `*` stays in its folder, `**` crosses."""
    out = []
    for piece in re.split(r"(\*\*/|\*\*|\*|\?)", pattern):
        match piece:
            case "**/":
                out.append(r"(?:[^\n]*/)?")
            case "**":
                out.append(r"[^\n]*")
            case "*":
                out.append(r"[^/\n]*")
            case "?":
                out.append(r"[^/\n]")
            case _:
                out.append(re.escape(piece))
    return "".join(out)


def longest_literal(pattern: str) -> str:
    """The longest stretch of a glob without wildcards: where it is missing, the glob cannot match."""
    return max(re.split(r"[*?]+/?", pattern), key=len)

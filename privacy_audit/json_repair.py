"""Makes damaged JSON bytes sound enough for strict decoders, without ever touching what stands inside a text."""

import math
import re
from functools import cache

import re2

from privacy_audit.text import decode_text

# Newlines and tabs count as blanks outside texts and are not allowed inside: all control bytes become blanks.
_BLANKED = bytes(32 if byte < 32 else byte for byte in range(256))  # noqa: PLR2004 - the blank's own code
_PREFIX_LENGTH = 512
_LONGEST_NUMBER = 400
_INTEGERS = 1 << 63


@cache
def _surrogates() -> re.Pattern[bytes]:
    return re.compile(
        rb"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
    )


@cache
def _odd_values() -> re.Pattern[bytes]:
    """Texts, which stay, and the words and numbers that JSON or its decoders may not take."""
    return re.compile(
        rb'"(?>(?:[^"\\]++|\\.)*)"|(?P<odd>-?(?:NaN|Infinity|undefined)\b|-?\d++(?:\.\d++)?(?:[eE][+-]?\d++)?)',
        re.DOTALL,
    )


def _taken(found: re.Match[bytes]) -> bytes:
    odd = found["odd"]
    if not odd:
        return found[0]
    if not odd[-1:].isdigit() or len(odd) > _LONGEST_NUMBER:
        return b"null"
    if odd.lstrip(b"-").isdigit():
        return odd if abs(int(odd)) < _INTEGERS else b"null"
    return odd if math.isfinite(float(odd)) else b"null"


def without_prefix(data: bytes) -> bytes:
    """Cuts a byte order mark and a JavaScript assignment ("window.YTD.like.part0 = [") before the JSON itself."""
    start = len(data) - len(data.lstrip(b"\xef\xbb\xbf \t\r\n"))
    head = data[start : start + _PREFIX_LENGTH]
    if head[:1] in (b"[", b"{", b'"', b""):
        return data[start:] if start else data
    opening = min((at for at in (head.find(b"["), head.find(b"{")) if at >= 0), default=-1)
    if opening > 0 and b"=" in head[:opening]:
        return data[start + opening :]
    return data[start:] if start else data


def in_utf8(data: bytes) -> bytes:
    """The same text in sound UTF-8."""
    return decode_text(data).text.encode("utf-8", "replace")


@cache
def _hint() -> "re2._Regexp":
    """What `_odd_values` looks for, wherever it stands: a pass with RE2 saves one in Python over most files."""
    return re2.compile(r"NaN|Infinity|undefined|[0-9]{19}|[0-9][eE]\+?[0-9]{3}")


def mended(data: bytes) -> bytes:
    """Replaces what strict decoders refuse: lone surrogates, control bytes, NaN and numbers beyond all bounds."""
    data = data.translate(_BLANKED)
    if b"\\ud" in data or b"\\uD" in data:
        data = _surrogates().sub(lambda found: rb"\ufffd" if found["lone"] else found[0], data)
    if _hint().search(data) is None:
        return data
    return _odd_values().sub(_taken, data)

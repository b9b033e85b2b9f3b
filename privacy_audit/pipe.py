"""The pipe between the program and its worker: length-prefixed pickles, capped, and read back by an allow-list."""

import io
import pickle
import struct
from enum import Enum
from typing import BinaryIO

_CAP = 256 << 20  # bytes of one parcel
_LENGTH = struct.Struct("<Q")

# What a worker may send: our own small values and what they are made of. The worker reads hostile files; whatever
# became of it, nothing that it sends can name code of ours or of the library.
_MODULES = ("dossier.picture", "events", "findings", "importing", "model", "people.acquaintance", "result", "words")
_OURS = frozenset(f"privacy_audit.{name}" for name in _MODULES)
_DATES = frozenset({"date", "datetime", "timedelta", "timezone"})


class ParcelError(Exception):
    """A parcel is no parcel of ours."""


def send(stream: BinaryIO, value: object) -> None:
    """Raises OSError when nobody listens any more."""
    buffer = io.BytesIO()
    _Plain(buffer, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    parcel = buffer.getvalue()
    stream.write(_LENGTH.pack(len(parcel)) + parcel)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """The next value from the program itself. Raises EOFError when the other side has gone."""
    return pickle.loads(_parcel(stream))  # noqa: S301 - from our own parent process alone


def receive_guarded(stream: BinaryIO) -> object:
    """The next value from a worker. Raises EOFError when it has gone, ParcelError when it sends what it may not."""
    try:
        return _Guarded(io.BytesIO(_parcel(stream))).load()
    except (pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError, ValueError) as error:
        raise ParcelError from error


class _Plain(pickle.Pickler):
    """Members of enums go by their value: Python 3.11.0 to 3.11.3 send them by `getattr`, which no worker may name."""

    def reducer_override(self, value: object) -> tuple[type[Enum], tuple[object]]:
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


class _Guarded(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module in _OURS and name.isidentifier()) or (module == "datetime" and name in _DATES):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:  # not what the module has imported
                return found
        raise pickle.UnpicklingError("not allowed")


def _parcel(stream: BinaryIO) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > _CAP:
        raise ParcelError
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data

"""Finds the list that a file holds under its root key, which gained an ending ("_v2") in one year or another."""

import re
from functools import cache

import msgspec

Bytes = bytes | msgspec.Raw


def path_of(root: str) -> tuple[str, ...]:
    return tuple(root.split("/")) if root else ()


def list_in(
    raw: Bytes, path: tuple[str, ...], fields_of_a_row: tuple[str, ...], prefix: str = ""
) -> tuple[Bytes, str] | None:
    """The bytes of the list at a path of root keys, and its pointer. A key that ends in "?" may be missing."""
    match bytes(memoryview(raw)[:64]).lstrip()[:1]:
        case b"[":
            return raw, prefix
        case b"n":  # null: the section is there and empty
            return b"[]", prefix
        case b"{":
            return _list_in_object(raw, path, fields_of_a_row, prefix)
        case _:
            return None


def _list_in_object(
    raw: Bytes, path: tuple[str, ...], fields_of_a_row: tuple[str, ...], prefix: str
) -> tuple[Bytes, str] | None:
    fields = _raw_dict().decode(raw)
    keys = [key for key in fields if path and same_root(key, path[0])]
    if not keys:
        single = any(name in fields for name in fields_of_a_row)
        if single and (not path or "label_values" in fields):
            return b"[" + bytes(raw) + b"]", prefix  # a record stands alone where there is only one
        if path and path[0].endswith("?"):
            return b"[]", prefix
        if len(fields) != 1:
            return None
        keys = list(fields)  # a key of a year that we have not seen
    key = max(keys, key=lambda name: memoryview(fields[name]).nbytes)  # old and new keys can stand side by side
    return list_in(fields[key], path[1:], fields_of_a_row, f"{prefix}/{key}")


def value_in(value: object, path: tuple[str, ...]) -> tuple[object, str]:
    """The same in a file that had to be decoded without its shape."""
    prefix = ""
    for wanted in path:
        if isinstance(value, dict):
            key = next((key for key in value if same_root(key, wanted)), None)
            if key is not None:
                value, prefix = value[key], f"{prefix}/{key}"
    return value, prefix


def same_root(key: str, wanted: str) -> bool:
    wanted = wanted.removesuffix("?")
    return key == wanted or re.sub(r"_v\d+$", "", key) == wanted


@cache
def _raw_dict() -> "msgspec.json.Decoder[dict[str, msgspec.Raw]]":
    return msgspec.json.Decoder(dict[str, msgspec.Raw])

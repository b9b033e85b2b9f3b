"""What the gate uses of google-re2."""

from collections.abc import Iterator, Sequence

class error(Exception): ...  # noqa: N801, N818 - the library's own name

class Options:
    class Encoding:
        UTF8: Options.Encoding
        LATIN1: Options.Encoding

    encoding: Encoding
    max_mem: int
    log_errors: bool
    never_capture: bool
    case_sensitive: bool

class _Anchor:
    UNANCHORED: int
    ANCHOR_START: int

class _Matcher:
    def Match(  # noqa: N802 - the library's own name
        self, anchor: int, text: bytes, start: int, end: int, /
    ) -> Sequence[tuple[int, int]]: ...

class _Match:
    def span(self) -> tuple[int, int]: ...
    def start(self) -> int: ...

class _Regexp:
    _regexp: _Matcher
    def search(self, text: bytes, pos: int | None = None, endpos: int | None = None) -> _Match | None: ...
    def finditer(self, text: bytes, pos: int | None = None, endpos: int | None = None) -> Iterator[_Match]: ...
    @property
    def programsize(self) -> int: ...

class Set:
    @classmethod
    def SearchSet(cls, options: Options) -> Set: ...  # noqa: N802
    def Add(self, pattern: str | bytes) -> int: ...  # noqa: N802
    def Compile(self) -> None: ...  # noqa: N802
    def Match(self, text: bytes) -> list[int] | None: ...  # noqa: N802

def compile(pattern: str, options: Options | None = None) -> _Regexp: ...  # noqa: A001
def escape(pattern: str) -> str: ...

"""The one door to XML: records cut out of a stream by their tags and parsed one by one, however large the file.

Nothing outside a record is parsed, so that declarations, entities and links to other files have no effect, and a
record that is damaged costs itself alone. Prefixes of names are left out: namespaces change from version to version.
"""

import codecs
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO
from xml.parsers import expat

from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source
from privacy_audit.text import scrub

_BLOCK = 1 << 20  # bytes
_RECORD_LIMIT = 32 << 20  # letters; no record of an export is larger
_DEPTH_LIMIT = 100
_LONGEST_TAG = 128  # letters of a name with its prefix
_BOM_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_ODD_RECORD = "This record is damaged and could not be read. Look at it in the download itself."
_BREAKS_OFF = "This file breaks off or is damaged; what stood before that was read. Ask for the export again."
_TOO_LARGE = "This file holds a record too large to be read; what stood before it was read."

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
# What XML does not allow at all, and ampersands that begin nothing that it knows.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[1246-9]|2\\d|3[01])|x0*1?[0-9a-f]);")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)([a-zA-Z]{2,31};)?")


@dataclass(slots=True, repr=False)
class XmlNode:
    """One element: its name and attributes without prefixes, its own text, its children in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    own_text: str = ""
    children: list["XmlNode"] = field(default_factory=list)

    def attr(self, name: str) -> str:
        return self.attributes.get(name, "").strip()

    def all(self, *path: str) -> list["XmlNode"]:
        """The descendants at the end of a path of names."""
        found = [self]
        for name in path:
            found = [child for node in found for child in node.children if child.name == name]
        return found

    def first(self, *path: str) -> "XmlNode | None":
        return next(iter(self.all(*path)), None)

    def text(self, *path: str) -> str:
        """The text of the first element on the path that has one, without outer blanks; "" where there is none."""
        return next(filter(None, (node.own_text.strip() for node in self.all(*path))), "")


def xml_records(
    stream: BinaryIO, names: Sequence[str], source: Source
) -> Iterator[tuple[Source, XmlNode] | ReadProblem]:
    """The outermost elements of these names, in the order of the file, each with its place ("record 7")."""
    for number, cut in enumerate(_Cutter(stream, names).records()):
        at = replace(source, pointer=f"record {number}")
        if isinstance(cut, _Broken):
            yield ReadProblem(at, cut.reason)
        else:
            node = xml_node(cut)
            yield ReadProblem(at, _ODD_RECORD) if node is None else (at, node)


def xml_node(text: str) -> XmlNode | None:
    """One element from its text; what is not quite XML is mended first. None when it cannot be made sense of."""
    return _parsed(text) or _parsed(_BARE.sub(_known_letter, _CONTROL.sub("", text)))


def _known_letter(found: re.Match[str]) -> str:
    """HTML's entities become letters, any other ampersand stands for itself."""
    letter = html.unescape(found[0])
    return html.escape(letter, quote=True) if letter != found[0] else "&amp;" + found[0][1:]


def _parsed(text: str) -> XmlNode | None:
    builder = _Builder()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(scrub(text).encode("utf-8", "replace"), True)
    except (expat.ExpatError, _TooDeepError):
        return None
    return builder.root


class _TooDeepError(Exception):
    """Nested more deeply than any real record."""


class _Builder:
    """Builds one record from the parser's calls."""

    def __init__(self) -> None:
        self.root: XmlNode | None = None
        self._open: list[tuple[XmlNode, list[str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEPTH_LIMIT:
            raise _TooDeepError
        node = XmlNode(_local(name), {_local(key): value for key, value in attributes.items()})
        if self._open:
            self._open[-1][0].children.append(node)
        elif self.root is None:
            self.root = node
        self._open.append((node, []))

    def end(self, _name: str) -> None:
        node, texts = self._open.pop()
        node.own_text = "".join(texts)

    def text(self, data: str) -> None:
        if self._open:
            self._open[-1][1].append(data)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class _Broken:
    reason: str


class _Cutter:
    """Cuts the wanted elements out of a stream; what stands in comments and CDATA is no tag."""

    def __init__(self, stream: BinaryIO, names: Sequence[str]) -> None:
        self._stream = stream
        wanted = "|".join(map(re.escape, names))
        self._opening = re.compile(rf"<!--|<!\[CDATA\[|<(?P<name>(?:[\w.-]{{1,40}}:)?(?:{wanted}))(?=[\s>/])")
        self._buffer = ""
        self._start = 0  # of what must be kept
        self._place = 0  # up to where it was looked at
        self._decoder: codecs.IncrementalDecoder | None = None
        self._ended = False

    def records(self) -> Iterator[str | _Broken]:
        while (found := self._search(self._opening, keeping=False)) is not None:
            self._start = found.start()
            if not self._to_end(found["name"]):
                yield _Broken(_BREAKS_OFF if self._ended else _TOO_LARGE)
                return
            if found["name"]:
                yield self._buffer[self._start : self._place]

    def _to_end(self, name: str | None) -> bool:
        """Goes behind the element, comment or CDATA that has just been opened."""
        if name is None:
            return self._over("-->" if self._buffer.startswith("<!--", self._start) else "]]>")
        if not self._over(">"):
            return False
        if self._buffer[self._place - 2] == "/":
            return True
        token = re.compile(rf"<!--|<!\[CDATA\[|</{re.escape(name)}\s*>")
        while (found := self._search(token, keeping=True)) is not None:
            if found[0].startswith("</"):
                return True
            if not self._over("-->" if found[0] == "<!--" else "]]>"):
                return False
        return False

    def _search(self, token: re.Pattern[str], *, keeping: bool) -> re.Match[str] | None:
        """The next of these tokens; `_place` is behind it afterwards. What is passed over is kept or let go."""
        while (found := token.search(self._buffer, self._place)) is None:
            # a tag may lie across the border of two blocks
            self._place = max(self._place, len(self._buffer) - _LONGEST_TAG)
            if not keeping:
                self._start = self._place
            if not self._more():
                return None
        self._place = found.end()
        return found

    def _over(self, mark: str) -> bool:
        while (at := self._buffer.find(mark, self._place)) < 0:
            self._place = max(self._place, len(self._buffer) - len(mark))
            if not self._more():
                return False
        self._place = at + len(mark)
        return True

    def _more(self) -> bool:
        """Reads on, and lets go of what stands before `_start`; False at the end, or when a record has no end."""
        if self._ended or len(self._buffer) - self._start > _RECORD_LIMIT:
            return False
        block = self._stream.read(_BLOCK)
        if self._decoder is None:
            self._decoder = _decoder_for(block)
        self._ended = not block
        self._buffer = self._buffer[self._start :] + self._decoder.decode(block, self._ended)
        self._place -= self._start
        self._start = 0
        return True


def _decoder_for(head: bytes) -> codecs.IncrementalDecoder:
    """By its mark, or by what the file itself declares."""
    name = "utf-16" if head.startswith(_BOM_16) else "utf-8-sig"
    declared = _DECLARED.search(head[:400])
    if declared is not None and name != "utf-16":
        try:
            found = codecs.lookup(declared[1].decode("ascii"))
        except LookupError:
            found = codecs.lookup("utf-8-sig")
        name = found.name if found.name.startswith(("iso8859", "cp125")) else name
    return codecs.getincrementaldecoder(name)("replace")

"""The door to XML (tracks, blog and wiki dumps): one element at a time, without entities, within bounds."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO
from xml.parsers import expat

from privacy_audit.importing import ReadProblem
from privacy_audit.model import Source

DEPTH_LIMIT = 100
_TEXT_LIMIT = 16 << 20  # letters of one element
_CHUNK = 256 << 10

_ENTITIES = "This file defines signs of its own, which real exports do not. It was not read further."
_BOUNDS = "This file holds an element larger or deeper than any real export has. It was not read further."
_DAMAGED = "This file breaks off or is damaged; what stood before the damage was read. Ask for the export again."


@dataclass(frozen=True, slots=True, repr=False)
class XmlElement:
    """One wanted element: its attributes, and the texts inside by their path ("revision/text"), prefixes as written."""

    tag: str
    attributes: dict[str, str]
    fields: tuple[tuple[str, str], ...]
    inner: tuple[tuple[str, dict[str, str]], ...] = ()  # attributes of elements inside, by path

    def get(self, path: str) -> str:
        """The first text at a path, "" when there is none; the element's own text is at ""."""
        return next((text for name, text in self.fields if name == path), "")

    def all(self, path: str) -> tuple[str, ...]:
        return tuple(text for name, text in self.fields if name == path)


class _RefusedError(Exception):
    """Ends the parse; its text is our own sentence."""


@dataclass(slots=True)
class _Open:
    """A wanted element that is not closed yet."""

    tag: str
    attributes: dict[str, str]
    depth: int
    path: list[str] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=lambda: [[]])
    fields: list[tuple[str, str]] = field(default_factory=list)
    inner: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    letters: int = 0


def xml_elements(
    data: bytes | BinaryIO, tags: Collection[str], source: Source
) -> Iterator[tuple[Source, XmlElement] | ReadProblem]:
    """The outermost elements with one of the names, each with its place; damage ends the file with a problem."""
    stream = BytesIO(data) if isinstance(data, bytes) else data
    reader = _Reader(frozenset(tags))
    number = 0
    complaint = ""
    ended = False
    while not ended and not complaint:
        chunk = stream.read(_CHUNK)
        ended = not chunk
        try:
            reader.feed(chunk, ended)
        except _RefusedError as refusal:
            complaint = str(refusal)
        except expat.ExpatError:
            complaint = _DAMAGED
        for element in reader.taken():
            yield Source(source.importer, source.member, f"{element.tag} {number + 1}"), element
            number += 1
    if complaint:
        yield ReadProblem(Source(source.importer, source.member, f"element {number + 1}"), complaint)


class _Reader:
    def __init__(self, tags: frozenset[str]) -> None:
        self._tags = tags
        self._depth = 0
        self._open: _Open | None = None
        self._done: list[XmlElement] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def feed(self, chunk: bytes, ended: bool) -> None:
        self._parser.Parse(chunk, ended)

    def taken(self) -> list[XmlElement]:
        done, self._done = self._done, []
        return done

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise _RefusedError(_BOUNDS)
        current = self._open
        if current is None:
            if tag in self._tags:
                self._open = _Open(tag, attributes, self._depth)
            return
        current.path.append(tag)
        current.texts.append([])
        if attributes:
            current.inner.append(("/".join(current.path), attributes))

    def _text(self, text: str) -> None:
        current = self._open
        if current is None:
            return
        current.letters += len(text)
        if current.letters > _TEXT_LIMIT:
            raise _RefusedError(_BOUNDS)
        current.texts[-1].append(text)

    def _end(self, _tag: str) -> None:
        current = self._open
        if current is not None:
            text = "".join(current.texts.pop()).strip()
            if text:
                current.fields.append(("/".join(current.path), text))
            if self._depth == current.depth:
                self._done.append(
                    XmlElement(current.tag, current.attributes, tuple(current.fields), tuple(current.inner))
                )
                self._open = None
            else:
                current.path.pop()
        self._depth -= 1

    def _refuse_entity(self, *_declaration: object) -> None:
        raise _RefusedError(_ENTITIES)

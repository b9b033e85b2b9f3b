"""Posts and comments: what the owner wrote on the timeline, in groups and under others' posts, and others to them.

These files are large, so rows stay as the decoder made them; a Passage is built only for those that the gate stops.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from privacy_audit.archive import Member
from privacy_audit.batching import passages_batch
from privacy_audit.importing import ReadProblem, TextBatch
from privacy_audit.meta.labels import labels
from privacy_audit.meta.network.attachments import attached
from privacy_audit.meta.network.pictures import Setting, names_of, picture
from privacy_audit.meta.scene import Found, Reader, Scene, fix, moment
from privacy_audit.meta.shapes import Activity, Comment, Datum
from privacy_audit.meta.tables import NOTHING_IN_IT, Table, tables
from privacy_audit.model import Category, MediaUse, Passage, PassageKind, Voice

_EMPTY = Activity()
_STRIDE = 97


@dataclass(frozen=True, slots=True)
class Section:
    """How one file of activities is to be understood."""

    root: str
    kind: PassageKind = PassageKind.POST
    voice: Voice = Voice.OWNER
    use: MediaUse = MediaUse.POST
    counted: bool = True  # False for stories and edits, which are no posts by themselves

    @property
    def category(self) -> Category:
        return Category.COMMENTS if self.kind is PassageKind.COMMENT else Category.POSTS


def activities(section: Section) -> Reader:
    """A reader of a file of posts or comments; group files of 2018 and 2019 hold both in one list."""

    def read(scene: Scene, member: Member) -> Iterator[Found]:
        for table in tables(scene, member, Activity, section.root):
            if isinstance(table, ReadProblem):
                yield table
                continue
            scene.newest.see(row.timestamp for row in (*table.rows[::_STRIDE], *table.rows[-1:]))  # in order of time
            yield from _table(scene, section, table)

    return read


def _table(scene: Scene, section: Section, table: Table[Activity]) -> Iterator[Found]:
    posts: list[int] = []
    comments: list[int] = []
    labelled: list[int] = []
    loaded: list[int] = []  # those that something hangs on
    otherwise = comments if section.kind is PassageKind.COMMENT else posts
    for index, row in enumerate(table.rows):
        if row.attachments:
            loaded.append(index)
        if row.data:
            (comments if _comment(row.data) is not None else otherwise).append(index)
        elif row.label_values:
            labelled.append(index)
        elif row == _EMPTY:
            yield ReadProblem(table.place.at(table.numbers[index]), NOTHING_IN_IT)
        else:
            otherwise.append(index)
    if posts:
        yield _Stretch(scene, section, table, posts).posts()
    if comments:
        yield _Stretch(scene, section, table, comments).comments()
    yield from _labelled(scene, section, table, labelled)
    for index in loaded:
        where = replace(table.place, prefix=f"{table.place.prefix}/{table.numbers[index]}")
        yield from attached(scene, table.rows[index], where, section.use, section.voice)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some rows of a table that go into one batch."""

    scene: Scene
    section: Section
    table: Table[Activity]
    indices: Sequence[int]

    def posts(self) -> TextBatch:
        rows = self.table.rows
        texts = [_post_text(rows[index]) for index in self.indices]
        return TextBatch(
            Category.POSTS,
            PassageKind.POST,
            self.table.place.member.path,
            texts,
            lambda number: self._post(self.indices[number], texts[number]),
            mojibake=True,
            counted=self.section.counted,
        )

    def comments(self) -> TextBatch:
        rows = self.table.rows
        texts = [(_comment(rows[index].data) or _NO_COMMENT).comment or "" for index in self.indices]
        return TextBatch(
            Category.COMMENTS,
            PassageKind.COMMENT,
            self.table.place.member.path,
            texts,
            lambda number: self._commented(self.indices[number], texts[number]),
            mojibake=True,
            counted=self.section.counted,
        )

    def _post(self, index: int, raw: str) -> Passage:
        row, title = self.table.rows[index], fix(self.table.rows[index].title)
        return Passage(
            fix(raw),
            PassageKind.POST,
            self.section.voice,
            self.table.place.at(self.table.numbers[index]),
            author=writer(title) if self.section.voice is Voice.OTHER else "",
            place=title,
            addressees=names_of(row.tags),
            when=moment(row.timestamp),
        )

    def _commented(self, index: int, raw: str) -> Passage:
        row = self.table.rows[index]
        comment = _comment(row.data) or _NO_COMMENT
        return Passage(
            fix(raw),
            PassageKind.COMMENT,
            self.section.voice,  # whatever name or page the owner wrote under: others' comments are not in these files
            self.table.place.at(self.table.numbers[index]),
            author=fix(comment.author),
            place=fix(comment.group) or fix(row.title),
            when=moment(comment.timestamp or row.timestamp),
        )


_NO_COMMENT = Comment()


def _comment(data: Sequence[Datum] | None) -> Comment | None:
    for datum in data or ():
        if datum.comment is not None:
            return datum.comment
    return None


def _post_text(row: Activity) -> str:
    """The owner's words; Facebook's own sentence ("… was at …") where there are none."""
    found = [datum.post or datum.text or "" for datum in row.data] if row.data else []
    text = found[0] if len(found) == 1 else "\n".join(filter(None, found))
    return text or row.text or row.title or ""


def _labelled(scene: Scene, section: Section, table: Table[Activity], indices: Sequence[int]) -> Iterator[Found]:
    """Records of label and value: on other people's pages, edits of posts."""
    passages = []
    for index in indices:
        row, source = table.rows[index], table.place.at(table.numbers[index])
        said = labels(row.label_values)
        text = said.text("message", "text", "post", "body", "comment", "content") or said.words()
        where = replace(table.place, prefix=source.pointer)
        for number, media in enumerate(row.media or ()):
            yield from picture(scene, where.at(f"media/{number}"), media, Setting(section.use))
        if not text and not row.attachments and not row.media:
            yield ReadProblem(source, NOTHING_IN_IT)
            continue
        when = moment(row.timestamp or said.any_time())
        place = said.text("group", "page", "profile") or fix(row.title)
        passages.append(Passage(text, section.kind, section.voice, source, place=place, when=when))
    if passages:
        yield passages_batch(section.kind, table.place.member.path, passages, counted=section.counted)


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"(.{1,80}?) (?:wrote|posted|shared|added|uploaded|tagged|updated|was|is|went) ", re.DOTALL)


def writer(title: str) -> str:
    """Who wrote on the timeline; exports tell it only inside a sentence, in English or not."""
    match = _sentence().match(title)
    return match[1] if match else ""

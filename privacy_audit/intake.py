"""What the user dropped on us becomes exports: each recognised, its parts joined, and a sentence for all the rest."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from privacy_audit.archive import Archive, open_archive
from privacy_audit.claims import Spot, claims, spots
from privacy_audit.errors import Cancelled, ExportError
from privacy_audit.importing import Importer, Recognition
from privacy_audit.part_joining import Found, join

_PACKED = (".zip", ".tar", ".tgz", ".tar.gz")
_PICTURES = re.compile(r".*\.(?:jpe?g|png|gif|hei[cf]|webp|bmp|tiff?|mp4|mov|avi|m4v|3gp)", re.IGNORECASE)
_IN_ZIP = re.compile(r"[^\n]*?\.(?:zip|tar|tgz|tar\.gz)/", re.IGNORECASE)
_NO_EXPORT_IN_ZIP = (
    "No export that this program knows was found in this ZIP. Choose the ZIP as it came from the platform, unchanged."
)
_NO_EXPORT_IN_FOLDER = (
    "No export that this program knows was found in this folder. Choose the ZIP, or the folder that it unpacks to."
)
_COPY = "This is a copy of another export that you chose, so it is read only once. You need not do anything."


@dataclass(frozen=True, slots=True, repr=False)
class FoundExport:
    """One export, ready to be read. `paths` are what the user chose for it."""

    archive: Archive
    importer: Importer
    recognition: Recognition
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class NotExport:
    """Something chosen that cannot be read or is no export, with our sentence on it."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class Intake:
    exports: tuple[FoundExport, ...]
    not_exports: tuple[NotExport, ...]


def gather(
    paths: Sequence[Path],
    importers: Sequence[Importer],
    *,
    may_fetch: Callable[[Path], bool] = lambda _path: False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    stop: Callable[[], bool] = lambda: False,
) -> Intake:
    """Finds the exports in ZIPs, folders and single files. Looks at names and a few bytes only."""
    known = tuple(importer for importer in importers if not importer.last_resort)
    gathering = _Gathering(known, may_fetch, stop, tuple(one for one in importers if one.last_resort))
    chosen = list(_chosen_together(dict.fromkeys(paths)))
    for done, together in enumerate(chosen):
        if stop():
            raise Cancelled
        progress(done, len(chosen))
        gathering.look_at(together)
    progress(len(chosen), len(chosen))
    return gathering.result()


def _chosen_together(paths: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    """ZIPs and folders one by one; loose files of one folder together, since they may come out of one export."""
    loose: dict[Path, list[Path]] = {}
    for path in paths:
        if _is_packed(path) or not path.is_file():
            yield (path,)
        else:
            loose.setdefault(path.parent, []).append(path)
    yield from map(tuple, loose.values())


@dataclass(slots=True)
class _Gathering:
    importers: tuple[Importer, ...]
    may_fetch: Callable[[Path], bool]
    stop: Callable[[], bool]
    last: tuple[Importer, ...] = ()
    guessed: list[Found] = field(default_factory=list)  # claimed by those alone; never parts of anything else
    found: list[Found] = field(default_factory=list)
    others: list[NotExport] = field(default_factory=list)
    folders: dict[Path, list[str]] = field(default_factory=dict)  # what is left over of each chosen folder
    loose: dict[Path, list[str]] = field(default_factory=dict)  # and of single files, by their folder or the one file

    def look_at(self, together: tuple[Path, ...]) -> None:
        path = together[0]
        try:
            archive = open_archive(together, may_fetch=self.may_fetch, stop=self.stop)
        except ExportError as error:
            if len(together) == 1:
                self.others.append(NotExport(path, error.sentence))
                return
            for one in together:  # one unreadable file must not hide the others
                self.look_at((one,))
            return
        if path.is_dir():
            self._look_into(path, archive)
        elif _is_packed(path):
            self._unpack(path, archive)
        else:
            self._sort(together, archive)

    def _unpack(self, path: Path, archive: Archive) -> None:
        """The exports in a ZIP; their members keep their paths as the ZIP has them."""
        within = list(spots(archive, self.importers))
        if len(within) <= 1:
            claim = within[0].claim if within else None
            self.found.append(Found((path,), path.name, path.parent, archive, claim))
            return
        for spot in within:
            view = archive.under(spot.folder) if spot.folder else spot.view
            self.found.append(Found((path,), path.name, path.parent, view, spot.claim))

    def _look_into(self, path: Path, archive: Archive) -> None:
        """The exports in a folder: it may be one itself, hold one, or be the Downloads folder with several."""
        zips = dict.fromkeys(found[0] for member in archive.members if (found := _IN_ZIP.match(member.path)))
        for folder in zips:
            inner = path / folder
            self._unpack(inner, archive.under(folder, name=inner.name))
        unreadable = [note for note in archive.notes if note.member.casefold().endswith(_PACKED)]
        self.others += [NotExport(path / note.member, note.sentence) for note in unreadable]
        loose = [member for member in archive.members if not member.path.startswith(tuple(zips))]
        rest = archive.only(loose, lambda note: note not in unreadable)
        within = list(spots(rest, self.importers, alone=not any(one.claim for one in self.found)))
        if not (within or zips or unreadable) and self._guess(Found((path,), path.name, path.parent, rest, None)):
            return
        for spot in within:
            inner = path / spot.folder
            self.found.append(Found((inner,), inner.name, inner.parent, spot.view, spot.claim))
        self.folders[path] = _left_over(rest, within, {note.member for note in unreadable})

    def _sort(self, together: tuple[Path, ...], archive: Archive) -> None:
        """The exports among loose files of one folder."""
        folder = together[0].parent
        within = list(spots(archive, self.importers))
        if not within and self._guess(Found(together, together[0].name, folder, archive, None)):
            return
        for spot in within:
            files = tuple(folder / member.path for member in spot.view.members)
            self.found.append(Found(files, files[0].name, folder, spot.view, spot.claim))
        left = _left_over(archive, within)
        if left:
            self.loose[together[0] if len(together) == 1 else folder] = left

    def _guess(self, found: Found) -> bool:
        """Whether an importer of last resort takes what nobody else knows."""
        claim = next(iter(claims(found.archive, self.last)), None)
        if claim is not None:
            self.guessed.append(replace(found, claim=claim))
        return claim is not None

    def result(self) -> Intake:
        joined = join(self.found)
        left_alone = [one for one in joined.unclaimed if not self._guess(one)]
        exports = [self._export(group) for group in (*joined.groups, *((one,) for one in self.guessed))]
        others = [*self.others, *(NotExport(one.paths[0], _COPY) for one in joined.copies)]
        others += [NotExport(path, _summed_up(left, bool(exports))) for path, left in self.loose.items()]
        unclaimed = [one.paths[0] for one in left_alone]
        known = [path for export in exports for path in export.paths]
        known += [path for copy in joined.copies for path in copy.paths]
        for folder, left in self.folders.items():
            inside = [path for path in unclaimed if folder in path.parents]
            unclaimed = [path for path in unclaimed if path not in inside]
            has_export = any(folder in (path, *path.parents) for path in known)
            left += [path.name for path in inside]
            if not has_export:
                others.append(NotExport(folder, _NO_EXPORT_IN_FOLDER))
            elif left:
                others.append(NotExport(folder, _summed_up(left, has_export)))
        others += [NotExport(path, _NO_EXPORT_IN_ZIP) for path in unclaimed]
        return Intake(tuple(exports), tuple(others))

    def _export(self, group: Sequence[Found]) -> FoundExport:
        archive = group[0].archive.joined([one.archive for one in group[1:]]) if len(group) > 1 else group[0].archive
        best = max((one.claim for one in group if one.claim), key=lambda claim: claim.recognition.score)
        if len(group) > 1:
            best = next(iter(claims(archive, (best.importer,))), best)
        paths = tuple(dict.fromkeys(path for one in group for path in one.paths))
        return FoundExport(archive, best.importer, best.recognition, paths)


def _left_over(archive: Archive, within: Sequence[Spot], told: Collection[str] = ()) -> list[str]:
    taken = {(member.part, member.place) for spot in within for member in spot.view.members}
    left = [member.path for member in archive.members if (member.part, member.place) not in taken]
    return [path for path in left if path not in told]


def _summed_up(names: Sequence[str], has_export: bool) -> str:
    """One line for all that is no export: "14 pictures and 3 other files are no export and were left aside." """
    pictures = sum(_PICTURES.fullmatch(name) is not None for name in names)
    rest = len(names) - pictures
    counts = [_counted(pictures, "picture or film", "pictures and films")] if pictures else []
    if rest:
        counts.append(_counted(rest, "other file", "other files") if pictures else _counted(rest, "file", "files"))
    verb = "is no export and was left aside" if len(names) == 1 else "are no export and were left aside"
    advice = "You need not do anything." if has_export else "Choose the ZIP or folder that the platform gave you."
    return f"{' and '.join(counts)} {verb}. {advice}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _is_packed(path: Path) -> bool:
    return path.name.casefold().endswith(_PACKED)

"""Which platforms claim a tree, and where in it their exports stand: at its root, or in folders side by side."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from privacy_audit.archive import Archive, Member
from privacy_audit.errors import ExportError
from privacy_audit.importing import Importer, Recognition

_FEW = 1000  # loose files up to this number are asked about one by one
_DEEP = 2  # folders down to which an unclaimed tree is searched
_ALL = 0.999  # of a score: as good as the whole
_STRONG = 0.8  # of a score: more than a few messages or a single list
_WRAPPER = re.compile(r"\d{4}|export|takeout|archive|backup|whatsapp")


@dataclass(frozen=True, slots=True)
class Claim:
    importer: Importer
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class Spot:
    """A folder of a tree (or its root, or its loose files) that is an export. `view` has paths as from there."""

    folder: str
    view: Archive
    claim: Claim


def claims(archive: Archive, importers: Iterable[Importer]) -> list[Claim]:
    """All claims on an archive, the best first."""
    found = []
    for importer in importers:
        try:
            recognition = importer.recognise(archive)
        except ExportError:  # the member that would tell is damaged: then this one does not know it
            continue
        if recognition is not None:
            found.append(Claim(importer, recognition))
    return sorted(found, key=lambda claim: -claim.recognition.score)


def spots(archive: Archive, importers: Sequence[Importer], folder: str = "", *, alone: bool = True) -> Iterator[Spot]:
    """The exports in a tree: at its root, or in folders of it where those are exports of their own.

    With `alone` false other exports are known to lie beside the tree's root, as in a Downloads folder.
    """
    found = claims(archive, importers)
    children = _children(archive)
    if not found:
        # exports of two platforms side by side can each hide the other's proof
        if folder.count("/") < _DEEP and len(children) <= _FEW:
            for name, view in children.items():
                yield from spots(view, importers, f"{folder}{name}/")
        return
    best = found[0]
    loose = archive.only([member for member in archive.members if "/" not in member.path])
    if loose.members and _holds_all(loose, best):
        below = [spot for name, view in children.items() for spot in spots(view, importers, f"{folder}{name}/")]
        yield from below
        yield from _loose(loose, importers, folder) if below or not alone else _here(archive, found, folder)
        return
    owning = _owning(children, found)
    if not owning or (alone and not _side_by_side(owning, best)):
        yield from _here(archive, found, folder)
        return
    taken = []
    for name, view in children.items():
        below = list(spots(view, importers, f"{folder}{name}/"))
        yield from below
        taken += [f"{name}/"] if below else []
    if taken:
        rest = [member for member in archive.members if not member.path.startswith(tuple(taken))]
        yield from spots(archive.only(rest), importers, folder, alone=False)


def _children(archive: Archive) -> dict[str, Archive]:
    """A view of every folder that stands directly in the tree."""
    names = dict.fromkeys(member.path.partition("/")[0] for member in archive.members if "/" in member.path)
    return {name: archive.under(name, name=name) for name in names}


def _holds_all(archive: Archive, claim: Claim) -> bool:
    """Whether a part of a tree proves as much as the whole tree, and looks the same."""
    own = claims(archive, (claim.importer,))
    whole = claim.recognition
    return any(one.recognition.score >= whole.score * _ALL and one.recognition.layout == whole.layout for one in own)


def _owning(children: dict[str, Archive], found: Sequence[Claim]) -> list[tuple[str, Claim]]:
    """The folders that prove by themselves all that the tree proves, for each platform whose claim is a strong one."""
    strong = [found[0], *(claim for claim in found[1:] if claim.recognition.score >= _STRONG)]
    return [(name, claim) for claim in strong for name, view in children.items() if _holds_all(view, claim)]


def _side_by_side(owning: Sequence[tuple[str, Claim]], best: Claim) -> bool:
    """Whether the folders are exports that lie beside other things, and not parts of the tree's own export.

    In doubt they are parts: then nothing is lost. An export's own folders are not called after the platform or a date.
    """
    if best.recognition.score < _STRONG:
        return False
    names = {name for name, _ in owning}
    return len(names) > 1 or any(_called_export(name, best.importer.id) for name in names)


def _called_export(name: str, platform: str) -> bool:
    plain = name.casefold()
    return plain.startswith(platform) or _WRAPPER.search(plain) is not None


def _here(archive: Archive, found: Sequence[Claim], folder: str) -> Iterator[Spot]:
    """The export at this place; several when loose files of several platforms lie side by side."""
    if len(found) > 1 and not any("/" in member.path for member in archive.members):
        yield from _loose(archive, [claim.importer for claim in found], folder)
    else:
        yield Spot(folder, archive, found[0])


def _loose(archive: Archive, importers: Sequence[Importer], folder: str) -> Iterator[Spot]:
    """Exports among loose files: all together where it takes several to prove it, else each file by itself."""
    found = claims(archive, importers)
    files: dict[str, list[Member]] = {}
    most = 0.0
    for member in archive.members[:_FEW]:
        own = claims(archive.only([member]), [claim.importer for claim in found])
        if own:
            files.setdefault(own[0].importer.id, []).append(member)
            most = max(most, own[0].recognition.score)
    if most < found[0].recognition.score * _ALL:
        yield Spot(folder, archive, found[0])
        return
    for claim in found:
        if claim.importer.id in files:
            yield Spot(folder, archive.only(files[claim.importer.id]), claim)

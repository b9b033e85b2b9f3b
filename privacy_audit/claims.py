"""Which platforms claim a tree, and where in it their exports stand: at its root, or in folders side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from privacy_audit.archive import Archive, Member
from privacy_audit.errors import ExportError
from privacy_audit.importing import Importer, Recognition

_FEW = 1000  # loose files up to this number are asked about one by one
_ALL = 0.999  # of a score: as good as the whole


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
    """The exports in a tree. Where one folder holds all the proof, the export is there and not further up.

    With `alone` false other exports are known to lie beside the tree's root, as in a Downloads folder.
    """
    found = claims(archive, importers)
    if not found:
        return
    best = found[0].importer
    enough = found[0].recognition.score * _ALL
    loose = archive.only([member for member in archive.members if "/" not in member.path])
    children = _children(archive)
    scores = {name: _score(view, best) for name, view in children.items()}
    if loose.members and _score(loose, best) >= enough:
        below = [spot for name, view in children.items() for spot in spots(view, importers, f"{folder}{name}/")]
        yield from below
        yield from _loose(loose, importers, folder) if below or not alone else _here(archive, found, folder)
    elif max(scores.values(), default=0.0) < enough:
        yield from _here(archive, found, folder)
    else:
        owning = [name for name, score in scores.items() if score]
        for name in owning:
            yield from spots(children[name], importers, f"{folder}{name}/")
        taken = tuple(f"{name}/" for name in owning)
        rest = archive.only([member for member in archive.members if not member.path.startswith(taken)])
        yield from spots(rest, importers, folder, alone=False)


def _children(archive: Archive) -> dict[str, Archive]:
    """A view of every folder that stands directly in the tree."""
    names = dict.fromkeys(member.path.partition("/")[0] for member in archive.members if "/" in member.path)
    return {name: archive.under(name, name=name) for name in names}


def _score(archive: Archive, importer: Importer) -> float:
    found = claims(archive, (importer,))
    return found[0].recognition.score if found else 0.0


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

"""The scene of a Facebook export, for the pages."""

from privacy_audit.archive import Archive
from privacy_audit.importers.facebook.identity import IMPORTER_ID
from privacy_audit.importing import ReadOptions
from privacy_audit.meta import scene
from privacy_audit.meta.scene import Found

__all__ = ["IMPORTER_ID", "Found", "Scene"]


class Scene(scene.Scene):
    def __init__(self, archive: Archive, options: ReadOptions, names: frozenset[str] = frozenset()) -> None:
        super().__init__(IMPORTER_ID, archive, options, names)

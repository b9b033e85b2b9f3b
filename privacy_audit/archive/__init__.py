"""The one door to exports: ZIP parts, folders and single files as one virtual tree that is never extracted."""

from privacy_audit.archive.opening import open_archive
from privacy_audit.archive.parts import ArchiveNote, Member
from privacy_audit.archive.tree import Archive

__all__ = ["Archive", "ArchiveNote", "Member", "open_archive"]

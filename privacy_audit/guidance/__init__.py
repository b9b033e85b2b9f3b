"""The guidance documents clause by clause, as data, and their loader."""

from privacy_audit.guidance.packs import (
    PACK_FILES,
    Clause,
    ClauseKind,
    Guidance,
    Pack,
    Unanswerable,
    load_guidance,
    parse_pack,
)

__all__ = ["PACK_FILES", "Clause", "ClauseKind", "Guidance", "Pack", "Unanswerable", "load_guidance", "parse_pack"]

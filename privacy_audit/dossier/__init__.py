"""What a stranger could piece together: the facts that findings give away, what they open, and the fewest fixes."""

from privacy_audit.dossier.atlas import Atlas, load_atlas, parse_atlas
from privacy_audit.dossier.picture import AttackPath, Dossier, KnownFact
from privacy_audit.dossier.piecing import WITHHELD, held_back, piece_together

__all__ = [
    "WITHHELD",
    "Atlas",
    "AttackPath",
    "Dossier",
    "KnownFact",
    "held_back",
    "load_atlas",
    "parse_atlas",
    "piece_together",
]

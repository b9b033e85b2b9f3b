"""The user's own guidance as the vault keeps it."""

from dataclasses import dataclass

from privacy_audit.packs import Publisher


@dataclass(frozen=True, slots=True)
class KeptPacks:
    """Whose keys the user trusts, and the packs as they were signed."""

    publishers: tuple[Publisher, ...] = ()
    packs: tuple[bytes, ...] = ()

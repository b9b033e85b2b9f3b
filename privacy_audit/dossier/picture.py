"""The joined picture as small values: the facts that are known, the paths, and the fixes that close them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact that findings give away; `sources` are their ids. `title` stands in the middle of a sentence."""

    id: str
    title: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttackPath:
    """What somebody could do. `needs` are the combinations of facts that open it, whether they are known or not.

    `closed_by` are the findings that close this path alone in the fewest minutes; none when it is not open.
    """

    id: str
    title: str
    why: str
    open: bool
    needs: tuple[tuple[str, ...], ...]
    closed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """`fixes` are the findings that close every open path in the fewest minutes, the quickest gains first."""

    facts: tuple[KnownFact, ...] = ()
    paths: tuple[AttackPath, ...] = ()
    fixes: tuple[str, ...] = ()

    @property
    def open_paths(self) -> tuple[AttackPath, ...]:
        return tuple(path for path in self.paths if path.open)

    def opened_by(self, path: AttackPath) -> tuple[tuple[KnownFact, ...], ...]:
        """The combinations of known facts that open a path."""
        known = {fact.id: fact for fact in self.facts}
        return tuple(tuple(known[fact] for fact in need) for need in path.needs if set(need) <= set(known))

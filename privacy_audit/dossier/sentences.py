"""The picture in words: how facts stand together, and how many paths are open."""

from collections.abc import Sequence

from privacy_audit.dossier.picture import AttackPath, Dossier, KnownFact


def together(facts: Sequence[KnownFact]) -> str:
    """ "Your full date of birth, your address and your number plate": one combination that is known."""
    *first, last = (fact.title for fact in facts)
    told = f"{', '.join(first)} and {last}" if first else last
    return told[:1].upper() + told[1:]


def combinations_known(dossier: Dossier, path: AttackPath) -> tuple[str, ...]:
    """What opens a path, each combination in words."""
    return tuple(together(facts) for facts in dossier.opened_by(path))


def tally(dossier: Dossier) -> str:
    """One calm sentence on how many paths are open, and what would close them."""
    ways, wide = len(dossier.paths), len(dossier.open_paths)
    if not wide:
        return (
            f"None of the {ways} ways looked at here is open with what was found. That holds for what was "
            "read, and for nothing else."
        )
    are, them = ("is", "it") if wide == 1 else ("are", "them all")
    some = f"All {ways}" if wide == ways else f"{wide} of the {ways}"
    fixes = len(dossier.fixes)
    things = "One thing" if fixes == 1 else f"{fixes} things"
    return f"{some} ways looked at here {are} open with what was found. {things} to sort out would close {them}."

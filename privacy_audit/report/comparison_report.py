"""A comparison of two audits in plain words, for the terminal and for the window."""

from collections.abc import Iterator, Mapping
from typing import Final

from privacy_audit.comparing import NO_PROOF, Change, Comparison, Fate
from privacy_audit.platform_names import platform_name
from privacy_audit.report.wording import SEVERITIES, count_of

FATES: Final[Mapping[Fate, str]] = {
    Fate.FIXED: "No longer there",
    Fate.STILL_THERE: "Still there",
    Fate.NEW: "New since then",
    Fate.BACK: "Back again",
    Fate.CANNOT_TELL: "Cannot be told from this download",
}
FATES_MEAN: Final[Mapping[Fate, str]] = {
    Fate.FIXED: NO_PROOF,
    Fate.STILL_THERE: "",
    Fate.NEW: "",
    Fate.BACK: "It had gone once, and has come again.",
    Fate.CANNOT_TELL: "The later download does not hold that part, or less of it was read. That does not mean that it "
    "is gone.",
}
NOTHING: Final = "Neither audit found anything to compare. That does not mean that nothing is there."


def comparison_text(comparison: Comparison, check_titles: Mapping[str, str]) -> str:
    return "\n".join(_lines(comparison, check_titles)) + "\n"


def opening(comparison: Comparison) -> str:
    """ "3 no longer there, 2 still there": how many of each; what speaks of conduct is not counted (safeguards §3)."""
    told = []
    for fate in Fate:
        number = sum(not change.finding.about_conduct for change in comparison.of(fate))
        if number:
            told.append(f"{number:,} {FATES[fate][0].lower()}{FATES[fate][1:]}")
    return f"{', '.join(told)}." if told else NOTHING


def change_line(change: Change, check_titles: Mapping[str, str]) -> str:
    """One line about one finding; of conduct only which check it was is known."""
    finding = change.finding
    if finding.about_conduct:
        return check_titles.get(finding.check, "Something that was said")
    told = [finding.title, f"({platform_name(finding.platform)}"]
    if finding.severity is not None:
        told[-1] += f", {SEVERITIES[finding.severity].lower()}"
    told[-1] += ")"
    moved = []
    if change.gone:
        moved.append(f"{count_of(change.gone, 'place is', 'places are')} gone")
    if change.added:
        moved.append(f"{count_of(change.added, 'place is', 'places are')} new")
    if change.reworded:
        moved.append("in other words")
    return " ".join(told) + (f": {', '.join(moved)}" if moved else "")


def _lines(comparison: Comparison, check_titles: Mapping[str, str]) -> Iterator[str]:
    yield f"Before: {comparison.earlier.isoformat()}. After: {comparison.later.isoformat()}."
    yield opening(comparison)
    for fate in Fate:
        changes = comparison.of(fate)
        if not changes:
            continue
        yield ""
        yield FATES[fate]
        if FATES_MEAN[fate]:
            yield f"  {FATES_MEAN[fate]}"
        for change in changes:
            yield f"  • {change_line(change, check_titles)}"

"""How the model's shares and the rules' answers are joined: four thresholds a check, chosen on lines kept aside."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from privacy_audit.errors import DataError
from privacy_audit.findings import Confidence

NEVER = 2.0  # no share gets so high
ALWAYS_SURE = -1.0  # no share gets so low


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which share on (or down to which) the model's word counts for one check."""

    speaks: float = NEVER  # alone, as strongly as a clear rule: LIKELY
    hints: float = NEVER  # alone, worth a look: POSSIBLE
    confirms: float = NEVER  # lifts a rule's POSSIBLE to LIKELY
    doubts: float = ALWAYS_SURE  # takes a rule's LIKELY down to POSSIBLE

    def joined(self, share: float, rule: Confidence | None) -> Confidence | None:
        """How sure rule and model are together; what a rule is SURE of the model never touches."""
        if rule is Confidence.SURE:
            return rule
        if share >= self.speaks or (rule is Confidence.POSSIBLE and share >= self.confirms):
            return Confidence.LIKELY
        if rule is Confidence.LIKELY:
            return Confidence.POSSIBLE if share <= self.doubts else rule
        return Confidence.POSSIBLE if rule is not None or share >= self.hints else None


def load_thresholds() -> Mapping[str, Thresholds]:
    """Those that ship with the model, by check."""
    text = (resources.files("privacy_audit.opinion") / "thresholds.toml").read_text(encoding="utf-8")
    try:
        rows: dict[str, dict[str, float]] = tomllib.loads(text)
        return {check: Thresholds(**{name: float(value) for name, value in row.items()}) for check, row in rows.items()}
    except (AttributeError, TypeError, ValueError) as error:
        raise DataError("A list that belongs to this program is damaged. Please install the program again.") from error

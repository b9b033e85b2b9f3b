"""Steps that fix a finding on each platform, as data, and the guard that keeps evidence from being destroyed."""

from privacy_audit.remedies.guard import steps_under
from privacy_audit.remedies.loader import (
    PLATFORM_FILES,
    Mark,
    Remedies,
    Remedy,
    Step,
    StepKind,
    load_remedies,
    parse_remedies,
)

__all__ = [
    "PLATFORM_FILES",
    "Mark",
    "Remedies",
    "Remedy",
    "Step",
    "StepKind",
    "load_remedies",
    "parse_remedies",
    "steps_under",
]

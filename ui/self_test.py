"""The built program tries itself: the invented officer's export is read, told in each form and shown in the window."""

import os
import tempfile
from pathlib import Path

from privacy_audit.demo import OWN_FACTS, Stage
from privacy_audit.report.wording import bookshelf
from ui.demo import run
from ui.scan import told
from ui.terminal import say

_LEAST_RECORDS = 3_000


def self_test() -> int:
    """0 when everything that ships is there and works together; 2, with a sentence, when not."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.app import screenshot  # noqa: PLC0415 - the platform must be chosen first

    with tempfile.TemporaryDirectory(prefix="privacy-audit-self-test-") as folder:
        result, _ = run(Path(folder), Stage.BEFORE)
        shelf = bookshelf(OWN_FACTS)
        picture = Path(folder) / "window.png"
        screenshot(result, picture)
        failures = [
            what
            for what, held in (
                ("records were read", sum(sum(export.records.values()) for export in result.exports) > _LEAST_RECORDS),
                ("findings were made", len(result.findings) > 0),
                (
                    "each report was written",
                    all(told(result, form, shelf) for form in ("text", "json", "html", "csv")),
                ),
                ("the window was drawn", picture.stat().st_size > 0),
            )
            if not held
        ]
    if failures:
        say(
            f"The self-test did not pass: it is not so that {' and that '.join(failures)}. "
            "Get a fresh copy of the program."
        )
        return 2
    say("The self-test passed.")
    return 0

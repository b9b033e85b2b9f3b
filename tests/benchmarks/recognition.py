"""How long it takes to tell what a folder of many files is: names and a few bytes are looked at, whatever the size."""

import tempfile
import time
from pathlib import Path

from privacy_audit.importers import IMPORTERS
from privacy_audit.intake import gather

ENTRIES = 50_000
_PROFILE = "personal_information/profile_information/profile_information.json"


def recognition_seconds(entries: int = ENTRIES, rounds: int = 3) -> float:
    """Seconds of one processor until an unpacked Facebook export of so many files is recognised; the quickest round."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = _export(Path(temporary) / "facebook-made-up", entries)
        return min(_timed(folder) for _ in range(rounds))


def _timed(folder: Path) -> float:
    began = time.process_time()
    exports = gather([folder], IMPORTERS).exports
    taken = time.process_time() - began
    assert [one.importer.id for one in exports] == ["facebook"]
    return taken


def _export(folder: Path, entries: int) -> Path:
    """A profile, conversations and their pictures; no file is empty, since an empty one is passed over."""
    profile = folder / _PROFILE
    profile.parent.mkdir(parents=True)
    profile.write_text('{"profile_v2": {"name": {"full_name": "Nobody Atall"}}}', encoding="utf-8")
    inbox = folder / "your_facebook_activity" / "messages" / "inbox"
    for number in range(entries - 1):
        thread = inbox / f"somebody_{number // 100}"
        if number % 100 == 0:
            (thread / "photos").mkdir(parents=True)
            (thread / "message_1.json").write_text('{"participants": [], "messages": []}', encoding="utf-8")
        else:
            (thread / "photos" / f"{number}.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    return folder

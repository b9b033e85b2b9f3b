"""An export with an odd word in every field, end to end: the word stays out of all that is written but the report."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checks import CHECKS
from privacy_audit.demo import Stage
from privacy_audit.demo.export import members
from privacy_audit.demo.zip_writing import zipped
from privacy_audit.engine import audit
from privacy_audit.events import Crashed, Finished, Refused
from privacy_audit.importers import IMPORTERS
from privacy_audit.importing import ReadOptions
from privacy_audit.intake import FoundExport, gather
from privacy_audit.own_facts import OwnFacts
from privacy_audit.report.html_report import as_html
from privacy_audit.report.json_report import as_json
from privacy_audit.report.text_report import as_text
from privacy_audit.report.wording import bookshelf

PLACES = ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
ROOT = Path(__file__).parents[1]
OWNER = "Callum Wrenfield"
ODD = "Quokkazzle"
ODD_OWNER = "Wombattle"  # the head of a report says whose it is: this one name may stand there, and nowhere else
# What tells a reader where to look, not what somebody wrote; the words of labels are the platform's.
_KEPT = {"uri", "label", "thread_path", "action", "category", "school_type", "status", "reaction"}


def with_odd_words(files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        path: json.dumps(_odd(json.loads(data))).encode() if path.endswith(".json") else data
        for path, data in files.items()
    }


def _odd(tree: Any, key: str = "") -> Any:
    if isinstance(tree, dict):
        return {name: _odd(value, name) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_odd(value, key) for value in tree]
    if not isinstance(tree, str) or key in _KEPT:
        return tree
    if OWNER in tree:
        return tree.replace(OWNER, f"{OWNER} {ODD_OWNER}")
    return f"{tree} {ODD}" if "@" not in tree else f"{ODD}.{tree}"


def damaged(files: dict[str, bytes]) -> dict[str, bytes]:
    """Every second file is cut short, and in every third the numbers are words."""
    spoilt: dict[str, bytes] = {}
    for number, (path, data) in enumerate(files.items()):
        if "profile_information" in path or not path.endswith(".json"):
            spoilt[path] = data
        elif number % 3 == 0:
            spoilt[path] = data.replace(b'"timestamp": 1', f'"timestamp": "{ODD}", "was": 1'.encode())
        else:
            spoilt[path] = data[: len(data) * 2 // 3] if number % 2 else data
    return spoilt


@pytest.fixture(scope="module", params=["sound", "damaged"])
def export(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = with_odd_words(members(Stage.BEFORE))
    if request.param == "damaged":
        files = damaged(files)
    path = tmp_path_factory.mktemp("canary") / "facebook-export.zip"
    path.write_bytes(zipped(files))
    return path


@pytest.fixture
def found(export: Path) -> Iterator[FoundExport]:
    (one,) = gather((export,), IMPORTERS).exports
    with one.archive:
        yield one


def odd_words(text: str) -> list[str]:
    return [word for word in (ODD, ODD_OWNER) if word.casefold() in text.casefold()]


def files_under(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("form", ["json", "text", "html"])
def test_the_terminal_leaves_the_word_nowhere(export: Path, tmp_path: Path, form: str) -> None:
    home, target = tmp_path / "home", tmp_path / "chosen" / "report"
    for folder in (home, target.parent):
        folder.mkdir()
    places = dict.fromkeys(
        ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "USERPROFILE"), str(home)
    )
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-m", "ui.cli", "scan", str(export), "--format", form, "--output", str(target)],
        cwd=home, env=os.environ | places | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, "the scan did not end well"
    assert odd_words(done.stdout + done.stderr) == []
    assert [path.name for path in files_under(home) if odd_words(path.read_bytes().decode("latin-1"))] == []
    report = target.read_text(encoding="utf-8")
    assert ODD.casefold() not in report.casefold()
    assert report.count(ODD_OWNER) == 1  # in the head


def test_no_log_line_and_no_event_shows_the_word(found: FoundExport, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    assert odd_words(repr(found)) == []
    events = list(audit((found,), CHECKS))
    assert [event for event in events if isinstance(event, Refused | Crashed)] == []
    assert odd_words("\n".join(map(repr, events))) == []
    assert odd_words("\n".join(map(str, events))) == []
    assert odd_words("\n".join(record.getMessage() + repr(record.args) for record in caplog.records)) == []


def test_the_word_is_really_there(found: FoundExport) -> None:
    """Otherwise the tests above would prove nothing."""
    last = list(audit((found,), CHECKS))[-1]
    assert isinstance(last, Finished)
    shelf = bookshelf(OwnFacts())
    assert odd_words(as_json(last.result, show_words=True)) == [ODD, ODD_OWNER]
    assert ODD in as_text(last.result, shelf, show_words=True)
    assert ODD in as_html(last.result, shelf, show_words=True)


def test_records_and_their_parts_hide_the_word(found: FoundExport) -> None:
    items = list(found.importer.read(found.archive, ReadOptions()))
    assert len(items) > 1_000
    told = [f"{item!r} {item!s}" for item in items]
    assert {type(item).__name__ for item, words in zip(items, told, strict=True) if odd_words(words)} == set()

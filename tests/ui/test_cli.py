"""The terminal end to end: exit codes, one sentence when it cannot be done, and files for the owner alone."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from privacy_audit.demo import OWN_NAMES, Stage, build
from privacy_audit.demo.export import members
from privacy_audit.demo.zip_writing import zipped
from privacy_audit.report.json_report import schema
from privacy_audit.result import AuditResult
from ui import demo as demo_module
from ui import scan as scan_module
from ui.cli import main
from ui.scan import AuditCrashedError

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("export"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile alone: quick where it does not matter what is in it."""
    path = tmp_path_factory.mktemp("small") / "facebook-small.zip"
    path.write_bytes(zipped({name: data for name, data in members(Stage.BEFORE).items() if "profile" in name}))
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(f"[own]\nnames = {json.dumps(OWN_NAMES)}\n", encoding="utf-8")
    path.chmod(0o600)
    return path


def test_json_to_a_file(export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "result.json"
    assert main(["scan", str(export), "--format", "json", "--output", str(target)]) == 0
    told = json.loads(target.read_text(encoding="utf-8"))
    jsonschema.validate(told, json.loads(schema()))
    assert told["exports"][0]["path"] == [export.name]
    assert told["exports"][0]["records"]["messages"] > 1_500
    assert told["owner"] == "unconfirmed"
    assert {"date-of-birth", "employer-affiliation"} <= {finding["check"] for finding in told["findings"]}
    assert not [e for f in told["findings"] for e in f["evidence"] if "spans" in e or any(map(str.isalnum, e["quote"]))]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "--messages own" in err  # left out, so what is read is said


def test_with_own_facts_and_words(export: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["scan", str(export), "--format", "json", "--own", str(own), "--messages", "own", "--show-words"]
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert told["owner"] == "confirmed"
    assert told["withheld"] == {}
    evidence = [e for f in told["findings"] for e in f["evidence"]]
    assert any(e["quote"] == "callum.wrenfield@example.com" for e in evidence)
    assert all(end <= len(e["quote"]) for e in evidence for _, end in e["spans"])
    assert any("Messages of other people" in item["what"] for item in told["not_looked_at"])
    assert err == ""


def test_another_name_in_the_own_facts_is_said(small: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.write_text('[own]\nnames = ["Gareth Pugsley"]\n', encoding="utf-8")
    assert main(["scan", str(small), "--own", str(own), "--messages", "none"]) == 0
    out, err = capsys.readouterr()
    assert "None of the names in your own facts" in err
    assert "Gareth" not in err
    assert "nobody has confirmed yet" in " ".join(out.split())


def test_html_to_a_file(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("an older report", encoding="utf-8")
    target.chmod(0o644)
    assert main(["scan", str(small), "--format", "html", "--output", str(target), "--messages", "none"]) == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["scan"],
        ["nothing"],
        ["scan", "x", "--format", "pdf"],
        ["scan", "x", "--messages", "some"],
        ["how-to", "mars"],
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(arguments, capsys).rstrip().endswith(".")


def test_an_export_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(["scan", str(tmp_path / "quokka.zip"), "--messages", "none"], capsys)
    assert "no file or folder" in said
    assert "quokka" not in said


def test_a_zip_that_is_no_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(b"PK\3\4" + b"\0" * 50)
    refused(["scan", str(cut), "--messages", "none"], capsys)


def test_a_second_file_that_is_no_export_is_told(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = tmp_path / "cut.zip"
    cut.write_bytes(b"PK\3\4" + b"\0" * 50)
    assert main(["scan", str(small), str(cut), "--format", "json", "--messages", "none"]) == 0
    out, err = capsys.readouterr()
    missed = json.loads(out)["not_looked_at"][0]
    assert missed["count"] == 1
    assert missed["why"] in err


@pytest.mark.parametrize("place", ["itself", "inside"])
def test_a_result_is_never_written_over_the_export(
    small: Path, tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = tmp_path / "folder"
    chosen.mkdir()
    target = chosen / "result.json" if place == "inside" else small
    before = small.read_bytes()
    refused(["scan", str(chosen if place == "inside" else small), "--output", str(target)], capsys)
    assert small.read_bytes() == before
    assert list(chosen.iterdir()) == []


def test_a_place_that_cannot_be_written(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(["scan", str(small), "--messages", "none", "--output", str(tmp_path / "no" / "x.txt")], capsys)
    assert "could not be written" in said


def test_own_facts_that_are_wrong(small: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.write_text("[own]\nguidance = ['quokka']\n", encoding="utf-8")
    said = refused(["scan", str(small), "--own", str(own)], capsys)
    assert "guidance" in said
    assert "quokka" not in said


def test_own_facts_that_others_can_read(small: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.chmod(0o644)
    assert main(["scan", str(small), "--own", str(own), "--messages", "none"]) == 0
    assert ("Other people who use this computer" in capsys.readouterr().err) is (os.name == "posix")


def test_a_mistake_of_ours_is_a_calm_sentence_without_data(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("quokka")

    monkeypatch.setattr(scan_module, "audited", broken)
    said = refused(["scan", str(small), "--messages", "none"], capsys)
    assert "our mistake" in said
    assert "test_cli.py, line" in said
    assert "quokka" not in said


def test_a_mistake_in_the_worker_names_its_place(monkeypatch: pytest.MonkeyPatch, small: Path) -> None:
    with pytest.raises(AuditCrashedError, match=r"engine\.py"):
        scan_module._result(scan_module.Crashed("KeyError", "engine.py, line 1 (Privacy Audit 0.1.0)"))
    monkeypatch.setattr(
        scan_module, "_result", lambda _event: (_ for _ in ()).throw(AuditCrashedError("KeyError in x"))
    )
    assert main(["scan", str(small), "--messages", "none"]) == 2


def test_being_stopped(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(scan_module, "audited", stopped)
    said = refused(["scan", str(small), "--messages", "none", "--output", str(tmp_path / "x.txt")], capsys)
    assert said.startswith("Stopped as you asked.")
    assert not (tmp_path / "x.txt").exists()


def test_a_folder_in_a_cloud_is_said(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    synced = tmp_path / "OneDrive - Somebody"
    synced.mkdir()
    (synced / small.name).write_bytes(small.read_bytes())
    target = synced / "result.txt"
    assert main(["scan", str(synced / small.name), "--messages", "none", "--output", str(target)]) == 0
    err = capsys.readouterr().err
    assert err.count("cloud service copies away") == 2
    assert "Somebody" not in err


def test_how_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["how-to", "Facebook"]) == 0
    out = capsys.readouterr().out
    assert "JSON" in out
    assert "Last checked on 2026-" in out


def test_two_exports_of_one_person_are_one_run(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = build(tmp_path, Stage.AFTER)
    assert main(["scan", str(export), str(later), "--format", "json", "--messages", "all"]) == 0
    exports = json.loads(capsys.readouterr().out)["exports"]
    assert [one["account"]["made"] for one in exports] == ["2025-09-06", "2025-10-25"]
    assert sum(one["records"]["messages"] for one in exports) < 1_800  # what both hold is counted once


def test_the_terminal_loads_no_qt() -> None:
    code = "import sys, ui.cli, ui.scan, ui.demo, ui.self_test; sys.exit(any('PySide' in name for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_two_parts_of_one_export_are_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = members(Stage.BEFORE)
    first = {path: data for path, data in files.items() if "messages" not in path}
    parts = [tmp_path / f"facebook-callum-{number}.zip" for number in (1, 2)]
    parts[0].write_bytes(zipped(first))
    parts[1].write_bytes(zipped({path: data for path, data in files.items() if path not in first}))
    assert main(["scan", *map(str, parts), "--format", "json", "--messages", "all"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["exports"]
    assert one["path"] == [part.name for part in parts]
    assert one["parts"] == 2
    assert one["records"]["messages"] > 1_500
    assert one["records"]["profile"] > 10


def test_a_folder_is_read_like_its_zip(export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, data in members(Stage.BEFORE).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    told = []
    for chosen in (export, tmp_path):
        assert main(["scan", str(chosen), "--format", "json", "--messages", "all"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0]["findings"] == told[1]["findings"]
    assert told[0]["exports"][0]["records"] == told[1]["exports"][0]["records"]


def test_exports_of_different_people_are_wrong_use(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "facebook-somebody.zip"
    files = [(path, data) for path, data in members(Stage.BEFORE).items() if "profile" in path]
    swaps = (
        (b"Callum", b"Bronwen"),
        (b"Wrenfield", b"Oakhanger"),
        (b"wrenfield", b"oakhanger"),
        (b"callum", b"bronwen"),
        (b"Wrenny", b"Oaky"),  # a shared nickname would make them one person
    )
    for old, new in swaps:
        files = [(path, data.replace(old, new)) for path, data in files]
    other.write_bytes(zipped(dict(files)))
    said = refused(["scan", str(small), str(other), "--messages", "none"], capsys)
    assert "Oakhanger" not in said
    assert "Wrenfield" not in said


def test_the_demo_makes_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "demo"
    assert main(["demo", "--folder", str(folder), "--no-window"]) == 0
    out = capsys.readouterr().out
    made = sorted(folder.iterdir())
    assert [path.suffix for path in made] == [".zip", ".html", ".png"]
    assert all(str(path) in out for path in made)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in made)
    assert "1,6" in out
    assert "fix" in out


def test_the_self_test_of_a_built_program_passes() -> None:
    done = subprocess.run([sys.executable, "-m", "ui.cli", "--self-test"], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0


@pytest.mark.parametrize("arguments", [["--help"], ["scan", "--help"], ["--version"]])
def test_help_and_version_end_well(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    assert capsys.readouterr().out


def test_a_reader_that_leaves_early_is_no_mistake(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(_text: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(scan_module, "write", gone)
    monkeypatch.setattr(sys, "stdout", sys.stdout)  # it is let go of, and given back here
    assert main(["scan", str(small), "--messages", "none"]) == 2
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("opens", [True, False])
def test_the_demo_opens_the_window_where_there_is_a_screen(
    opens: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []

    def window(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0 if opens else -6)

    monkeypatch.setattr(demo_module, "has_screen", lambda: True)
    monkeypatch.setattr(demo_module.subprocess, "run", window)
    monkeypatch.setattr(demo_module, "run", lambda folder, stage: (AuditResult((), ()), folder / "export.zip"))
    assert main(["demo", "--folder", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert asked == [[sys.executable, "-m", "ui.app", "--demo"]]
    assert ("window-before.png" in out) is not opens
    assert ("could not be opened" in err) is not opens

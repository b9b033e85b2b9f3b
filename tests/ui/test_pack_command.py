"""`privacy-audit pack`: a force makes its pack, and a scan uses it once its fingerprint was compared."""

import json
import stat
from pathlib import Path

import pytest

from privacy_audit.demo import OWN_NAMES, Stage
from privacy_audit.demo.export import members
from privacy_audit.demo.zip_writing import zipped
from tests.builders.packs import GUIDANCE, REMEDY
from ui.cli import main

_MANIFEST = """
name = "westhaven"
title = "Westhaven's own guidance"
publisher = "Westhaven Police"
version = 1
issued = 2026-11-01
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "westhaven"
    for name, text in (("pack.toml", _MANIFEST), ("guidance/w.toml", GUIDANCE), ("remedies/facebook.toml", REMEDY)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def made(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, str]:
    """A signed pack and the fingerprint of its key."""
    key, pack = tmp_path / "signing.key", tmp_path / "westhaven.pack"
    assert main(["pack", "key", str(key)]) == 0
    fingerprint = capsys.readouterr().out.strip()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert main(["pack", "build", str(folder), "--out", str(pack)]) == 0
    assert main(["pack", "sign", str(pack), "--key", str(key)]) == 0
    capsys.readouterr()
    return pack, fingerprint


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "facebook-small.zip"
    path.write_bytes(zipped({name: data for name, data in members(Stage.BEFORE).items() if "profile" in name}))
    return path


def test_who_signed_it_is_told(made: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    pack, fingerprint = made
    assert main(["pack", "verify", str(pack)]) == 0
    told = capsys.readouterr().out
    assert fingerprint in told
    assert "Westhaven Police" in told
    pack.write_bytes(pack.read_bytes().replace(b"Keep your date", b"Show your date"))
    assert main(["pack", "verify", str(pack)]) == 2


def test_a_scan_cites_it_once_its_key_was_compared(
    made: tuple[Path, str], export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, fingerprint = made
    own = tmp_path / "own.toml"
    own.write_text(f'[own]\nnames = {json.dumps(OWN_NAMES)}\nguidance = ["westhaven"]\n', encoding="utf-8")
    own.chmod(0o600)
    asked = ["scan", str(export), "--own", str(own), "--pack", str(pack), "--format"]
    assert main([*asked, "text"]) == 2
    assert fingerprint in capsys.readouterr().err
    assert main([*asked, "text", "--trust", fingerprint.lower()]) == 0
    assert "Westhaven Police" in capsys.readouterr().out
    assert main([*asked, "json", "--trust", fingerprint.replace(" ", "")]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    birth = next(finding for finding in findings if finding["check"] == "date-of-birth")
    assert birth["guidance"][0] == "westhaven:2.1"


def test_what_would_be_refused_is_not_signed(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "remedies/facebook.toml").write_text(REMEDY.replace("Choose Only me beside", "Delete"), encoding="utf-8")
    key, pack = tmp_path / "signing.key", tmp_path / "westhaven.pack"
    assert main(["pack", "key", str(key)]) == 0
    assert main(["pack", "build", str(folder), "--out", str(pack)]) == 0
    before = pack.read_bytes()
    assert main(["pack", "sign", str(pack), "--key", str(key)]) == 2
    assert "does not say so" in capsys.readouterr().err
    assert pack.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pack", "key", "{here}/pack.toml"], "Choose another"),
        (["pack", "build", "{here}/nowhere", "--out", "{here}/x.pack"], "nothing to read"),
        (["pack", "sign", "{here}/pack.toml", "--key", "{here}/pack.toml"], "no key"),
        (["pack", "verify", "{here}/nothing.pack"], "nothing to read"),
        (["pack"], "not how to ask"),
    ],
)
def test_wrong_use_is_said(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    assert main([argument.replace("{here}", str(folder)) for argument in arguments]) == 2
    assert said in capsys.readouterr().err

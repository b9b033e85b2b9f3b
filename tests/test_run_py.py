"""run.py: parses on old Pythons, says which version is needed, and the lock files hold what the project imports."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def test_parses_on_python_3_8() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_uses_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_old_python_is_told_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 1))
    monkeypatch.setattr(run.shutil, "which", lambda _name: None)
    with pytest.raises(run.SetUpError, match=r"needs Python 3\.11 to 3\.13, and this is 3\.9"):
        run.suitable_interpreter()


def test_an_old_python_hands_over_to_a_fitting_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 1))
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/" + name if name == "python3.12" else None)
    monkeypatch.setattr(run, "works", lambda _python: True)
    assert run.suitable_interpreter() == "/usr/bin/python3.12"


def test_an_unknown_command_is_answered_with_those_there_are() -> None:
    with pytest.raises(run.SetUpError, match=r"no command called .*demo"):
        run.start("python", "dmo", [])


def test_nothing_is_installed_unasked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(run.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(run.sys.stdin, "isatty", lambda: False)
    monkeypatch.setattr(run.subprocess, "call", lambda *_args, **_more: pytest.fail("something was installed"))
    with pytest.raises(run.SetUpError, match="Nothing was installed"):
        run.offer_packages(["libgl1"], "A library is missing.")
    assert "sudo apt-get install" in capsys.readouterr().err


def _locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {match[1].lower(): match[2] for match in re.finditer(r"(?m)^([\w.-]+)==([^ ]+)", text)}


@pytest.mark.parametrize("name", LOCKS)
def test_locks_pin_by_hash_and_name_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    blocks = re.split(r"(?m)^(?=\S)", text)
    assert [block.split("==")[0] for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


def test_locks_hold_every_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [re.split(r"[<>=!;\[ ]", line)[0].lower() for line in project["project"]["dependencies"]]
    dev = [re.split(r"[<>=!;\[ ]", line)[0].lower() for line in project["dependency-groups"]["dev"]]
    assert set(names) <= set(_locked("requirements.lock"))
    assert {*names, *dev} <= set(_locked("requirements-dev.lock"))
    assert _locked("requirements.lock").items() <= _locked("requirements-dev.lock").items()


def test_every_third_party_import_is_declared() -> None:
    """A package that only another one brings could go away with it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {re.split(r"[<>=!;\[ ]", line)[0].lower() for line in project["project"]["dependencies"]}
    owners = importlib.metadata.packages_distributions()
    undeclared: dict[str, str] = {}
    for file in [path for folder in ("privacy_audit", "checks", "ui") for path in (ROOT / folder).rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for top in {name.partition(".")[0] for name in names}:
                if top in sys.stdlib_module_names or top in {"privacy_audit", "checks", "ui", "tests"}:
                    continue
                if not {owner.lower().replace("_", "-") for owner in owners.get(top, ())} & declared:
                    undeclared[top] = str(file.relative_to(ROOT))
    assert undeclared == {}

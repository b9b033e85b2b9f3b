"""House rules as tests: everything is registered, cites what exists, can be fixed, and says what it is for."""

import ast
import importlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from checks import CHECKS
from privacy_audit.checking import Check
from privacy_audit.guidance import load_guidance
from privacy_audit.importers import IMPORTERS
from privacy_audit.remedies import load_remedies

ROOT = Path(__file__).parents[1]
PACKAGES = ("privacy_audit", "checks", "ui", "tests", "packaging")
MODULES = [path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py"))]
BANNED_NAMES = {"utils", "helpers", "common", "misc", "manager", "logic", "base"}
CHECK_CASES = [pytest.param(check, id=check.id) for check in CHECKS]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_check_module_is_in_the_tuple() -> None:
    defined = set()
    for path in sorted((ROOT / "checks").rglob("*.py")):
        if re.search(r"(?m)^CHECK\b.*=", path.read_text(encoding="utf-8")):
            module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            assert module.CHECK.id == path.stem.replace("_", "-"), _name(path)
            defined.add(module.CHECK.id)
    assert defined == {check.id for check in CHECKS}
    assert len(CHECKS) == len(defined)


def test_every_importer_is_in_the_tuple() -> None:
    folder = ROOT / "privacy_audit" / "importers"
    defined = set()
    for path in sorted(folder.rglob("*.py")):
        if re.search(r"(?m)^IMPORTER\b.*=", path.read_text(encoding="utf-8")):
            parts = path.relative_to(folder).with_suffix("").parts
            defined.add(parts[0].replace("_", "-"))
    assert defined == {importer.id for importer in IMPORTERS}
    assert len(IMPORTERS) == len(defined)


@pytest.mark.parametrize("check", CHECK_CASES)
def test_every_check_cites_clauses_that_exist(check: Check) -> None:
    guidance = load_guidance()
    cited = {*check.clauses, *(clause for theme in check.themes for clause in theme.clauses)}
    assert cited
    assert {clause for clause in cited if guidance.clause(clause) is None} == set()


@pytest.mark.parametrize("check", CHECK_CASES)
def test_every_theme_can_be_fixed_on_each_platform(check: Check) -> None:
    remedies = load_remedies()
    for theme in check.themes:
        for importer in IMPORTERS:
            assert remedies.resolve(importer.id, theme.remedy)


@pytest.mark.parametrize("check", CHECK_CASES)
def test_every_theme_is_told_in_whole_calm_sentences(check: Check) -> None:
    for theme in check.themes:
        assert theme.why.endswith((".", "?")), theme.id
        assert not re.search(r"\b(?:fail|error|violat|wrong|stupid|careless)\w*", f"{theme.title} {theme.why}", re.I)
        assert theme.title[:1].isupper(), theme.id


def test_docs_name_every_check_and_importer() -> None:
    checks = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    platforms = (ROOT / "docs" / "platforms.md").read_text(encoding="utf-8")
    assert [check.id for check in CHECKS if f"`{check.id}`" not in checks] == []
    assert [importer.id for importer in IMPORTERS if importer.title not in platforms] == []


def test_packaging_is_no_package() -> None:
    """It would hide the well-known library of that name."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_is_small_named_well_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400, "split it by reason to change"
    assert not BANNED_NAMES & set(path.stem.split("_")), "a noun from the user's world or ours"
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "the first line says what the module is for"
    assert docstring.splitlines()[0].endswith((".", ":", "?", "!"))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_group_is_repeated_possessively(path: Path) -> None:
    """Python 3.11.0 to 3.11.4, which Debian 12 has, match it wrongly; an atomic group around the repeat is sound."""
    assert not re.search(r"(?<!\()\)(?:[*+?]|\{\d*,?\d*\})\+", path.read_text(encoding="utf-8"))


def test_no_machine_path_or_index_is_tracked() -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("only git knows what is tracked, and it is not here")
    command = [git, "ls-files"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    wanted = re.compile("|".join(("/wo" + "rk/", "/ro" + "ot/", "files." + "pythonhosted")))
    for name in listed:
        path = ROOT / name
        if name and path.suffix in {".py", ".md", ".toml", ".lock", ".txt", ".json", ".html"} and path.exists():
            assert not wanted.search(path.read_text(encoding="utf-8", errors="replace")), name

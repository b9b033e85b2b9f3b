"""Builds the program as one folder that needs no Python and runs its self-test: `python3 run.py build linux`."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
BUILD = ROOT / "build"
NAME = "privacy-audit"
SYSTEMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}
# Packages that hold data beside their code (TOML, CSV, schema, icons, stylesheet).
DATA_PACKAGES = ("privacy_audit", "checks", "ui")
# Parts of Qt that the window never uses, by name, wherever the builder puts them; the texts of our own languages stay.
SPARE = (
    "qt_*.qm",
    "qtbase_*.qm",
    "libQt6Network.so*",
    "libQt6Qml*",
    "libQt6Quick*",
    "Qt6Network*",
    "Qt6Qml*",
    "Qt6Quick*",
    "tls",
    "networkinformation",
    "qml",
    "libqgtk3.so",
    "*qpdf.*",
)
# Modules that a library could load and never does here; those of onnxruntime are for making models.
UNUSED = (
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxruntime.transformers",
    "sympy",
)
FORBIDDEN = ("Qt6WebEngine", "Qt6Network", "QtNetwork", "QtWebEngine")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("system", choices=sorted(SYSTEMS))
    wanted = parser.parse_args().system
    if not sys.platform.startswith(SYSTEMS[wanted]):
        print(f"A build for {wanted} can only be made on {wanted}. Nothing was built.", file=sys.stderr)
        return 2
    folder = build()
    trim(folder)
    forbidden = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.name.startswith(_forbidden())]
    if forbidden:
        print(f"The build holds parts that speak to a network: {', '.join(forbidden)}", file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"Built {folder.relative_to(ROOT)}: {size / 2**20:.0f} MiB")
    return self_test(folder)


def build() -> Path:
    """One folder with the program and its libraries, so that a user may swap Qt's (its licence asks for that)."""
    shutil.rmtree(DIST / NAME, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "--onedir"]
    command += ["--name", NAME, "--distpath", str(DIST), "--workpath", str(BUILD), "--specpath", str(BUILD)]
    for package in DATA_PACKAGES:
        command += ["--collect-data", package]
    for module in (*UNUSED, "tkinter", "pytest", "hypothesis"):
        command += ["--exclude-module", module]
    command += ["--hidden-import", "keyring.backends", "--paths", str(ROOT), str(ROOT / "packaging" / "start.py")]
    environment = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONHASHSEED="0", SOURCE_DATE_EPOCH="1767225600")
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    shutil.copy(ROOT / "LICENSE", DIST / NAME / "LICENSE")
    return DIST / NAME


def trim(folder: Path) -> None:
    """Takes out what the window never uses."""
    for pattern in SPARE:
        for path in [*(folder / "_internal").rglob(pattern)]:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def self_test(folder: Path) -> int:
    """The built program reads the invented officer's export and opens its window, off screen."""
    program = folder / (NAME + (".exe" if os.name == "nt" else ""))
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    environment.pop("PYTHONPATH", None)
    code = subprocess.run([str(program), "--self-test"], check=False, env=environment).returncode
    print("Self-test passed." if code == 0 else f"Self-test failed with {code}.")
    return code


def _forbidden() -> tuple[str, ...]:
    return (*FORBIDDEN, *(f"lib{name}" for name in FORBIDDEN))


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Sets up everything that Privacy Audit needs and starts it; standard library only, safe to run again and again.

    python3 run.py               open the program
    python3 run.py demo          the invented officer: set-up, audit, report, window
    python3 run.py scan FILE...  audit an export in the terminal
    python3 run.py compare ...   what became of each finding between two downloads
    python3 run.py test          set-up and all tests
    python3 run.py prove         each promise with its proof and what was measured

This file must parse on Python 3.8, so that an old interpreter meets a sentence and not a syntax error.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
TRAINING = ROOT / ".venv-train"
OLDEST, NEWEST = (3, 11), (3, 13)
# What Qt loads from the system on Debian and Ubuntu: each was missed on a bare machine (docs/decisions/0002).
QT_LIBRARIES = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
}
# What Qt's window needs beside that where there is a screen.
SCREEN_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
}
LINTERS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
)
MODULES = {  # command -> module that runs it, and whether it needs the developers' packages
    "demo": (("ui.cli", "demo"), False),
    "scan": (("ui.cli", "scan"), False),
    "how-to": (("ui.cli", "how-to"), False),
    "compare": (("ui.cli", "compare"), False),
    "pack": (("ui.cli", "pack"), False),
    "test": (("pytest",), True),
    "accuracy": (("tests.accuracy",), True),
    "bench": (("tests.benchmarks",), True),
    "guards": (("tests.guards",), True),
    "prove": (("tests.prove",), True),
}


class SetUpError(Exception):
    """Set-up cannot go on; the message is a sentence for the user."""


def main(arguments):
    if "-h" in arguments[:1] or "--help" in arguments[:1]:
        print(__doc__)
        return 0
    try:
        interpreter = suitable_interpreter()
        command = arguments[0] if arguments else ""
        developer = command in ("lint", "build", "train-text") or MODULES.get(command, ((), False))[1]
        python = set_up(interpreter, developer)
        return start(python, command, arguments[1:])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def start(python, command, rest):
    """Runs one command with the project's own interpreter; the user's folder stays current for relative paths."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONDONTWRITEBYTECODE="1")
    if sys.platform.startswith("linux") and not has_screen():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    if command == "lint":
        return lint(python, environment)
    if command == "train-text":
        return train_text(python, environment, rest)
    if command == "build":
        build_tools(python)
        return run([python, str(ROOT / "packaging" / "build.py")] + rest, environment)
    if command == "":
        return run([python, "-m", "ui.app"], environment)
    if command not in MODULES:
        raise SetUpError("There is no command called “%s”. Try one of: %s." % (command, ", ".join(sorted(MODULES))))
    module = MODULES[command][0]
    if command in ("test", "accuracy", "bench", "guards", "prove"):
        os.chdir(str(ROOT))
    return run([python, "-m"] + list(module) + rest, environment)


def train_text(python, environment, rest):
    """Teaches the model of the second look in an environment of its own: torch is never part of the program's."""
    os.chdir(str(ROOT))
    if not (TRAINING / "pyvenv.cfg").exists() and subprocess.call([python, "-m", "venv", str(TRAINING)]) != 0:
        raise SetUpError("The folder .venv-train could not be made. Please check the free disk space (about 3 GB).")
    teacher = TRAINING / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    needs = str(ROOT / "tests" / "training" / "requirements.txt")
    print("Setting up what teaching needs (some gigabytes, once) ...", file=sys.stderr)
    if run([teacher, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", "-r", needs], environment) != 0:
        raise SetUpError("What teaching needs could not be installed. Please check the internet connection.")
    corpus = rest[rest.index("--corpus") : rest.index("--corpus") + 2] if "--corpus" in rest else []
    return run([teacher, "-m", "tests.training"] + rest, environment) or run(
        [python, "-m", "tests.calibrate"] + corpus, environment
    )


def lint(python, environment):
    """The same linters everywhere; all of them run, so that one look shows everything."""
    os.chdir(str(ROOT))
    folder = Path(python).parent
    results = [run([str(folder / tool[0])] + list(tool[1:]), environment) for tool in LINTERS]
    return max(results)


def run(command, environment):
    return subprocess.call([str(part) for part in command], env=environment)


def has_screen():
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# The interpreter


def suitable_interpreter():
    """This Python when it fits, otherwise a fitting one on the path."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)
        if found and works(found):
            return found
    raise SetUpError(
        "Privacy Audit needs Python 3.%d to 3.%d, and this is %d.%d. Please install one of those from python.org "
        "or your system's software, then run this again." % ((OLDEST[1], NEWEST[1]) + tuple(sys.version_info[:2]))
    )


def works(python):
    """A launcher can be on the path without its Python being installed."""
    try:
        return (
            subprocess.run([python, "-c", "pass"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
        )
    except OSError:
        return False


# The set-up


def set_up(interpreter, developer):
    """Makes .venv hold exactly what the lock file says, and returns its Python. Does nothing when it already does."""
    lock = ROOT / ("requirements-dev.lock" if developer else "requirements.lock")
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = VENV / ("%s.stamp" % lock.stem)
    wanted = hashlib.sha256(lock.read_bytes() + interpreter.encode()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return str(python)
    if not python.exists() or not works(str(python)):
        make_environment(interpreter)
    print("Setting up (this needs the internet once; nothing of yours is sent) ...", file=sys.stderr)
    install(python, lock)
    system_libraries()
    if developer:  # the developers' lock holds everything of the other
        plain = ROOT / "requirements.lock"
        (VENV / ("%s.stamp" % plain.stem)).write_text(
            hashlib.sha256(plain.read_bytes() + interpreter.encode()).hexdigest()
        )
    stamp.write_text(wanted)
    return str(python)


def make_environment(interpreter):
    if VENV.exists():
        shutil.rmtree(str(VENV))
    if not has_module(interpreter, "ensurepip"):
        version = subprocess.check_output(
            [interpreter, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], universal_newlines=True
        ).strip()
        offer_packages(["python%s-venv" % version], "Python's own tool for separate environments is missing.")
    if subprocess.call([interpreter, "-m", "venv", str(VENV)], stdout=sys.stderr) != 0:
        shutil.rmtree(str(VENV), ignore_errors=True)
        raise SetUpError(
            "The folder .venv beside this file could not be made. Please check that the disk is not full and that "
            "you may write here, then run this again."
        )


def has_module(interpreter, name):
    probe = "import importlib.util, sys; sys.exit(importlib.util.find_spec(%r) is None)" % name
    return subprocess.call([interpreter, "-c", probe]) == 0


def install(python, lock):
    """Every package comes as a wheel whose hash is in the lock file; nothing is built here."""
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    options = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    if subprocess.call(pip + options, stdout=sys.stderr) != 0:
        raise SetUpError(
            "The packages could not be installed. Please check the internet connection and the free disk space "
            "(about 1 GB), then run this again; it carries on where it stopped."
        )


# What the system lacks


def system_libraries():
    """On Debian and Ubuntu: the libraries that Qt loads, when they are not there yet."""
    if not sys.platform.startswith("linux"):
        return
    wanted = dict(QT_LIBRARIES, **(SCREEN_LIBRARIES if has_screen() else {}))
    missing = [package for package, library in wanted.items() if not loads(library)]
    if missing:
        offer_packages(missing, "The window needs some system libraries that are not here yet.")


def build_tools(python):
    """What the frozen build needs beside that on Debian and Ubuntu: a reader of libraries, and Python as one."""
    if not sys.platform.startswith("linux"):
        return
    probe = "import sysconfig as s; print(s.get_config_var('INSTSONAME'), s.get_config_var('py_version_short'))"
    library, version = subprocess.check_output([python, "-c", probe], universal_newlines=True).split()
    missing = [] if shutil.which("objdump") else ["binutils"]
    if library.endswith(".so") or ".so." in library:
        missing += [] if loads(library) else ["libpython%s" % version]
    if missing:
        offer_packages(missing, "Building needs some tools that are not here yet.")


def loads(library):
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def offer_packages(packages, why):
    """Installs Debian packages as root or in CI; otherwise shows the command and asks."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    unattended = root or os.environ.get("CI") == "true"
    if not shutil.which("apt-get"):
        raise SetUpError("%s Please install these with your system's software: %s." % (why, " ".join(packages)))
    command = ([] if root else ["sudo"]) + ["apt-get", "install", "--yes", "--no-install-recommends"] + packages
    if not unattended:
        print("%s This would install them:\n\n    %s\n" % (why, " ".join(command)), file=sys.stderr)
        if not sys.stdin.isatty() or input("Run it now? [y/N] ").strip().lower() != "y":
            raise SetUpError("Nothing was installed. Please run the command above yourself, then run this again.")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    quiet = {"env": environment, "stdout": subprocess.DEVNULL}
    if subprocess.call(command, **quiet) != 0:  # an old or empty package list: refresh it once
        subprocess.call(([] if root else ["sudo"]) + ["apt-get", "update"], **quiet)
        if subprocess.call(command, **quiet) != 0:
            raise SetUpError("%s They could not be installed. Please run: %s" % (why, " ".join(command)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The terminal: `privacy-audit scan EXPORT…`, `how-to`, `demo`. No Qt is loaded unless a window is opened."""

import argparse
import signal
import sys
import textwrap
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from privacy_audit import __version__
from privacy_audit.errors import AuditError, Cancelled, UsageError
from privacy_audit.how_to import load_advice, load_how_to
from privacy_audit.options import MessageScope, SecondLook
from privacy_audit.worker import serve_when_asked
from ui.terminal import say, write

DONE, NOT_DONE = 0, 2
_STOPPED = "Stopped as you asked. Nothing was kept; start it again whenever you like."
_OUR_MISTAKE = (
    "Something went wrong that is our mistake, not yours, and nothing was kept. Please try again; if it happens again, "
    "tell us this place in the program, which holds nothing of yours:"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command. 0: done; 2: wrong use, or an export that cannot be read."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if serve_when_asked(arguments):
        return DONE
    try:
        return _run(arguments)
    except AuditError as error:
        say(error.sentence)
    except (Cancelled, KeyboardInterrupt):
        say(_STOPPED)
    except SystemExit as ended:  # --help and --version, which have told what was asked
        return int(ended.code or DONE)
    except BrokenPipeError:
        _quiet_pipe()
    except Exception as error:  # noqa: BLE001 - the one place: a bug must reach the user as a calm word, without data
        say(f"{_OUR_MISTAKE} {type(error).__name__} at {_place(error)}, Privacy Audit {__version__}.")
    return NOT_DONE


def _run(arguments: list[str]) -> int:
    if arguments == ["--self-test"]:
        from ui.self_test import self_test  # noqa: PLC0415 - it loads Qt

        return self_test()
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, through the one way that all refusals take."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"This is not how to ask: {message}. See privacy-audit --help for what there is.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="privacy-audit",
        description="Looks through the download of your own profile, on this computer alone, for what exposes you.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Privacy Audit {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_scan(commands)
    _add_compare(commands)
    _add_pack(commands)
    how_to = commands.add_parser("how-to", help="how to ask a platform for your own data", allow_abbrev=False)
    how_to.add_argument("platform", nargs="?", default="", metavar="PLATFORM")
    how_to.set_defaults(command=_how_to)
    demo = commands.add_parser("demo", help="the same with the download of an invented officer", allow_abbrev=False)
    demo.add_argument("--folder", type=Path, help="where to put the files (a new private folder when left out)")
    demo.add_argument("--stage", choices=("before", "after"), default="before", help="before or after the fixes")
    demo.add_argument("--no-window", action="store_true", help="open no window even where there is a screen")
    demo.set_defaults(command=_demo)
    return parser


def _add_scan(commands: "argparse._SubParsersAction[_Parser]") -> None:
    kept = "Nothing is kept: what is found is shown once, or written to the file that you name, and then forgotten."
    scan = commands.add_parser("scan", help="look through your own download", epilog=kept, allow_abbrev=False)
    scan.add_argument("exports", nargs="+", type=Path, metavar="EXPORT", help="a ZIP, all its parts, or a folder")
    scan.add_argument("--format", choices=("text", "json", "html", "csv"), default="text", dest="form")
    scan.add_argument("--output", type=Path, metavar="FILE", help="write the result there, for your eyes alone")
    scan.add_argument("--own", type=Path, metavar="FILE", help="your own facts as TOML: they sharpen the result")
    scopes = tuple(scope.value for scope in MessageScope)
    scan.add_argument("--messages", choices=scopes, help="how far private messages are read (all when left out)")
    looks = tuple(look.value for look in SecondLook)
    told = "what a small model in this program looks at after the rules: nothing, what you posted and "
    told += "what others wrote on your wall (when left out), or private messages too where a rule has stopped"
    scan.add_argument("--second-look", choices=looks, default=SecondLook.OWN.value, help=told)
    scan.add_argument("--show-words", action="store_true", help="show your own words instead of covering them")
    scan.add_argument(
        "--pack", action="append", type=Path, default=[], metavar="FILE", help="a signed pack of guidance"
    )
    trusted = "the fingerprint of a key that you compared with the one its owner published"
    scan.add_argument("--trust", action="append", default=[], metavar="FINGERPRINT", help=trusted)
    scan.add_argument("--fetch", action="store_true", help="let files that lie in a cloud only be fetched first")
    scan.set_defaults(command=_scan)


def _add_compare(commands: "argparse._SubParsersAction[_Parser]") -> None:
    compare = commands.add_parser("compare", help="what became of each finding since then", allow_abbrev=False)
    compare.add_argument("--before", nargs="+", type=Path, required=True, metavar="EXPORT", help="the earlier download")
    compare.add_argument("--after", nargs="+", type=Path, required=True, metavar="EXPORT", help="the later download")
    compare.add_argument("--own", type=Path, metavar="FILE", help="your own facts as TOML")
    compare.add_argument("--messages", choices=tuple(scope.value for scope in MessageScope), help="as for scan")
    compare.set_defaults(command=_compare)


def _add_pack(commands: "argparse._SubParsersAction[_Parser]") -> None:
    pack = commands.add_parser("pack", help="make or look into a signed pack of guidance", allow_abbrev=False)
    actions = pack.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    key = actions.add_parser("key", help="make a new key to sign with", allow_abbrev=False)
    key.add_argument("file", type=Path, metavar="KEY")
    build = actions.add_parser("build", help="make one file from a folder", allow_abbrev=False)
    build.add_argument("folder", type=Path, metavar="FOLDER", help="with pack.toml, guidance/ and remedies/")
    build.add_argument("--out", type=Path, required=True, metavar="PACK", help="the file to write")
    sign = actions.add_parser("sign", help="sign a pack in place", allow_abbrev=False)
    sign.add_argument("file", type=Path, metavar="PACK")
    sign.add_argument("--key", type=Path, required=True, metavar="KEY")
    verify = actions.add_parser("verify", help="who signed a pack and what it holds", allow_abbrev=False)
    verify.add_argument("file", type=Path, metavar="PACK")
    pack.set_defaults(command=_pack)


def _pack(options: argparse.Namespace) -> int:
    from ui import pack_command  # noqa: PLC0415 - signatures are for this alone

    actions = {
        "key": pack_command.make_key,
        "build": pack_command.build,
        "sign": pack_command.sign,
        "verify": pack_command.verify,
    }
    return actions[options.action](options)


def _compare(options: argparse.Namespace) -> int:
    from ui.comparison import Pair, compare_downloads  # noqa: PLC0415 - as for scan

    scope = MessageScope(options.messages) if options.messages else None
    with _stopped_by_signal():
        return compare_downloads(Pair(tuple(options.before), tuple(options.after), options.own, scope))


def _scan(options: argparse.Namespace) -> int:
    from ui.scan import Wanted, scan  # noqa: PLC0415 - the worker's start does not wait for the reports

    scope = MessageScope(options.messages) if options.messages else None
    wanted = Wanted(
        tuple(options.exports),
        options.form,
        options.output,
        options.own,
        scope,
        options.show_words,
        options.fetch,
        SecondLook(options.second_look),
        tuple(options.pack),
        tuple(options.trust),
    )
    with _stopped_by_signal():
        return scan(wanted)


def _demo(options: argparse.Namespace) -> int:
    from ui.demo import demo  # noqa: PLC0415 - as above

    return demo(options.folder, options.stage, window=not options.no_window)


def _how_to(options: argparse.Namespace) -> int:
    guides = load_how_to()
    chosen = [guide for guide in guides if options.platform.casefold() in {"", guide.id}]
    if not chosen:
        known = ", ".join(guide.id for guide in guides)
        raise UsageError(f"There are no steps for that platform yet. There are some for: {known}.")
    lines: list[str] = []
    for guide in chosen:
        lines += [f"How to get your own data from {guide.title}", "", *_numbered(guide.steps), ""]
        lines += [f"   {guide.link}", ""] if guide.link else []
        lines += textwrap.wrap(f"How long: {guide.wait} What arrives: {guide.file}.", 88)
        lines += ["", *textwrap.wrap(guide.then, 88)] if guide.then else []
        lines += ["", f"Last checked on {guide.checked_on.isoformat()}. Menus move: look for something close.", ""]
    for advice in load_advice():
        lines += [advice.title, "", *_numbered(advice.steps), ""]
    write("\n".join(lines))
    return DONE


def _numbered(steps: Sequence[str]) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        yield from textwrap.wrap(step, 88, initial_indent=f"{number}. ", subsequent_indent="   ")


class _stopped_by_signal:  # noqa: N801 - read as a phrase where it is used
    """While it lasts, being asked to end by the system stops the audit as Ctrl+C does."""

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGTERM, _interrupt)

    def __exit__(self, *_error: object) -> None:
        signal.signal(signal.SIGTERM, self._before)


def _interrupt(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _place(error: BaseException) -> str:
    """Module and line of our code where it happened; never a value."""
    frames = traceback.extract_tb(error.__traceback__)
    ours: Iterator[traceback.FrameSummary] = (f for f in reversed(frames) if "site-packages" not in f.filename)
    frame = next(ours, None)
    return f"{Path(frame.filename).name}, line {frame.lineno}" if frame else "an unknown place"


def _quiet_pipe() -> None:
    """Whoever read the output has gone; what is left to be written goes nowhere instead of failing at the end."""
    sys.stdout = None  # the interpreter's own way of having no output


if __name__ == "__main__":
    sys.exit(main())

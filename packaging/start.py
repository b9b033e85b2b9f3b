"""Where the built program starts: the window without arguments, the terminal with them."""

import multiprocessing
import sys


def main() -> int:
    multiprocessing.freeze_support()  # the worker is this same program, started again
    if len(sys.argv) > 1:
        from ui.cli import main as terminal

        return terminal(sys.argv[1:])
    from ui.app import main as window

    return window([])


if __name__ == "__main__":
    sys.exit(main())

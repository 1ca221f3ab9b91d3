"""Where the command `factcheck` starts, and `python -m factcheck`."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading

from factcheck.patterns import keep_patterns, recall_patterns


def run() -> None:
    """Run the command line, and exit."""
    # Imports and reading leave no cycles behind, and to look for them is a tenth of a start.
    gc.disable()
    # First of all, because whatever is imported compiles patterns.
    recalled = recall_patterns()
    from factcheck.commands import main

    try:
        main(prog_name="factcheck")
    except SystemExit as ended:
        keep_patterns(recalled)
        _leave(ended.code)
        raise


def _leave(code: object) -> None:
    """End as Python does, but let the system free what was read: that is a twentieth of a run."""
    # Whoever traces this run has yet to write what was seen.
    if not isinstance(code, int) or sys.gettrace() or sys.getprofile():
        return
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        return  # Python says so when it exits
    os._exit(code)


if __name__ == "__main__":
    run()

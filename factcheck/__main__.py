"""Where the command `factcheck` starts, and `python -m factcheck`."""

from __future__ import annotations

import gc

from factcheck.patterns import keep_patterns, recall_patterns


def run() -> None:
    """Run the command line, and exit."""
    # Imports and reading leave no cycles behind, and to look for them, on the way and at the end,
    # is a seventh of what one story takes.
    gc.disable()
    recalled = recall_patterns()
    try:
        # Only now, because what it imports compiles patterns.
        from factcheck.commands import main

        main(prog_name="factcheck")
    finally:
        keep_patterns(recalled)
        gc.freeze()


if __name__ == "__main__":
    run()

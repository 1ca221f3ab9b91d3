"""Word lists and other tables in TOML, kept in a form that loads at once.

Python's TOML reader takes 40 ms for a table of 200 units, as long as the rest of a start;
so what was read is kept under the user's cache folder and read from there while the file is
the same. A cache that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any


def load_table(path: Path) -> dict[str, Any]:
    """The table in a TOML file; raises what `tomllib` raises for a file that is none."""
    found = path.stat()
    stamp = (str(path), found.st_mtime_ns, found.st_size)
    kept = cache_folder() / f"{path.parent.name}-{path.stem}-{sys.implementation.cache_tag}.table"
    try:
        kept_stamp, table = marshal.loads(kept.read_bytes())
        if kept_stamp == stamp:
            return dict(table)
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return _read_and_keep(path, kept, stamp)


def _read_and_keep(path: Path, kept: Path, stamp: tuple[str, int, int]) -> dict[str, Any]:
    import tomllib

    table = tomllib.loads(path.read_text("utf-8"))
    # A table with dates in it cannot be kept; it is read anew each time.
    with suppress(OSError, ValueError):
        write_whole(kept, marshal.dumps((stamp, table)))
    return table


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that no reader ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(path)


def cache_folder() -> Path:
    """Where factcheck keeps what it can make again: XDG's cache folder, or the one named."""
    named = os.environ.get("FACTCHECK_CACHE_DIR")
    if named:
        return Path(named)
    root = os.environ.get("XDG_CACHE_HOME")
    return Path(root or os.path.expanduser("~/.cache")) / "factcheck"  # noqa: PTH111

"""Word lists and other tables in TOML, kept in a form that loads at once.

Python's TOML reader takes 40 ms for a table of 200 units, as long as the rest of a start;
so what was read is kept under the user's cache folder and read from there while the file is
the same. A cache that cannot be read or written costs time and nothing else.
Paths are strings: to import `pathlib` takes as long as to read all the tables.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from os.path import basename, dirname, expanduser, join, splitext
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

# A file, when it was written and how long it is.
Stamp: TypeAlias = tuple[str, int, int]


def load_table(path: str | os.PathLike[str]) -> dict[str, Any]:
    """The table in a TOML file; raises what `tomllib` raises for a file that is none."""
    path = os.fspath(path)
    stamp = stamp_of(path)
    stem = splitext(basename(path))[0]
    kept = cached(f"{basename(dirname(path))}-{stem}-{sys.implementation.cache_tag}.table")
    try:
        kept_stamp, table = marshal.loads(read_bytes(kept))
        if kept_stamp == stamp:
            return dict(table)
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return _read_and_keep(path, kept, stamp)


def _read_and_keep(path: str, kept: str, stamp: Stamp) -> dict[str, Any]:
    import tomllib

    table = tomllib.loads(read_bytes(path).decode("utf-8"))
    # A table with dates in it cannot be kept; it is read anew each time.
    with suppress(OSError, ValueError):
        write_whole(kept, marshal.dumps((stamp, table)))
    return table


def beside(module: str, name: str) -> str:
    """The path of a file that lies beside a module's own, which is its `__file__`."""
    return join(dirname(module), name)


def stamp_of(path: str) -> Stamp:
    """What is other as soon as the file is."""
    found = os.stat(path)
    return path, found.st_mtime_ns, found.st_size


def read_bytes(path: str) -> bytes:
    """All that is in a file."""
    with open(path, "rb") as file:
        return file.read()


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that no reader ever sees half of it."""
    os.makedirs(dirname(path), exist_ok=True)
    part = f"{path}.{os.getpid()}"
    with open(part, "wb") as file:
        file.write(data)
    os.replace(part, path)


def cached(name: str) -> str:
    """The path of a file in the cache folder."""
    named = os.environ.get("FACTCHECK_CACHE_DIR")
    if named:
        return join(named, name)
    return join(os.environ.get("XDG_CACHE_HOME") or expanduser("~/.cache"), "factcheck", name)


def cache_folder() -> Path:
    """Where factcheck keeps what it can make again: XDG's cache folder, or the one named."""
    from pathlib import Path

    return Path(cached(""))

"""Where a story lies, as programs that read reports want it: relative, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path, PurePath


def relative(path: str) -> str:
    """The path from the current folder with "/" between its parts; one outside as it was given."""
    written = PurePath(path)
    if written.is_absolute() and written.is_relative_to(Path.cwd()):
        written = written.relative_to(Path.cwd())
    return written.as_posix()


def is_inside(path: str) -> bool:
    """Whether a path, made `relative`, leads to somewhere in the current folder."""
    parts = PurePath(path).parts
    return not PurePath(path).is_absolute() and ".." not in parts


def uri(path: str) -> str:
    """A path that was made `relative` as a URI reference; outside the current folder as a URI.

    Bytes of a name that are no text are escaped as they are.
    """
    from urllib.parse import quote

    if is_inside(path):
        return quote(os.fsencode(path))
    return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100

"""Which paths a pattern of the configuration means, read as .gitignore reads it.

A pattern with a "/" within it is a path from the folder of the configuration; one without is a
name, in any folder. "*" and "?" stand for characters of one name, "**" for any number of folders.
What a pattern says of a folder holds for all that is in it.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache

_PARTS = {"**/": r"(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_PART = re.compile(r"\*\*/|\*\*|.", re.DOTALL)


def is_within(pattern: str, path: str) -> bool:
    """Whether the pattern means this path, or a folder that it lies in."""
    return _pattern(pattern, "(?:/.*)?").fullmatch(path) is not None


def is_meant(pattern: str, path: str) -> bool:
    """Whether the pattern means this path itself."""
    return _pattern(pattern, "").fullmatch(path) is not None


def path_from(folder: str, path: str) -> str:
    """The path as seen from a folder, with "/" between its parts; as it is on another drive."""
    try:
        seen = os.path.relpath(path, folder)
    except ValueError:
        seen = path
    return seen.replace(os.sep, "/")


@lru_cache(maxsize=256)
def _pattern(pattern: str, rest: str) -> re.Pattern[str]:
    # All that is in a folder, and the folder, are one to whoever writes it.
    bare = pattern.removeprefix("./").removesuffix("/**").removesuffix("/")
    lead = "" if "/" in bare or pattern.endswith("/**") else "(?:.*/)?"
    parts = (_PARTS.get(part, re.escape(part)) for part in _PART.findall(bare.lstrip("/")))
    return re.compile(lead + "".join(parts) + rest, re.DOTALL)

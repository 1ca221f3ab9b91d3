"""What plugins add to the tables of words and units: the host puts it here, readers look it up.

By the name of a table's file ("units", "phrases", "speakers", …), each in the form of that file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Tables: TypeAlias = Mapping[str, Mapping[str, Any]]

_ADDED: dict[str, Mapping[str, Any]] = {}


def added() -> Tables:
    """What is added now; nothing until the host has asked the plugins."""
    return _ADDED


def replace_added(tables: Tables) -> None:
    """Add these from now on, in place of what was added before."""
    _ADDED.clear()
    _ADDED.update(tables)


def joined(table: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """The table with the rows of the other: lists of words become one, other values are replaced.

    Words are strings, and a line's end parts them in each of the files.
    """
    result = dict(table)
    for key, value in more.items():
        old = result.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            result[key] = joined(old, value)
        elif isinstance(old, str) and isinstance(value, str):
            result[key] = f"{old}\n{value}"
        else:
            result[key] = value
    return result

"""The values of settings as TOML and JSON have them."""

from __future__ import annotations

import re
from typing import Any

from factcheck.desk.kinds import PerFile

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def plain(value: Any) -> Any:
    """A setting's value in lists and tables: pairs and rows become a table."""
    if isinstance(value, PerFile):
        rows = {"select": value.select, "ignore": value.ignore}
        return {key: [*names] for key, names in rows.items() if names}
    if not isinstance(value, tuple):
        return value
    if value and isinstance(value[0], PerFile):
        return {row.pattern: plain(row) for row in value}
    if value and isinstance(value[0], tuple):
        return dict(value)
    return [*value]


def as_toml(value: Any) -> str:
    """A value, made `plain`, on one line of TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, dict):
        rows = ", ".join(f"{as_key(key)} = {as_toml(one)}" for key, one in value.items())
        return f"{{ {rows} }}" if rows else "{}"
    import json

    # Of what TOML wants escaped, JSON leaves one character as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def as_key(key: str) -> str:
    """A key, in quotation marks where it needs them."""
    return key if _BARE_KEY.fullmatch(key) else as_toml(key)

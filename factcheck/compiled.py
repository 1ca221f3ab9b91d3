"""Functions that are written as text, each text compiled once.

`patterns` hands over what earlier runs have compiled, and keeps it for the next.
"""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType
from typing import Any

CODES: dict[str, CodeType] = {}


def function(name: str, text: str, names: dict[str, Any]) -> Callable[..., Any]:
    """The function of this name that the text defines; `names` are its globals."""
    code = CODES.get(text)
    if code is None:
        code = CODES[text] = compile(text, "<factcheck>", "exec")
    exec(code, names)
    made: Callable[..., Any] = names[name]
    return made

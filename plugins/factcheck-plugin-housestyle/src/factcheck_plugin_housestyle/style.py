"""Finding and reading a newsroom's housestyle.toml."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from factcheck import RuleError

FILE = "housestyle.toml"
# Names the file outright, for a run from somewhere else.
VARIABLE = "FACTCHECK_HOUSESTYLE"
_TABLES = ("rule", "words")


@dataclass(frozen=True, slots=True)
class Style:
    """What a newsroom has written down; empty where there is no file."""

    path: str = ""
    rules: tuple[Mapping[str, Any], ...] = ()
    words: Mapping[str, Any] = field(default_factory=dict)


def find_style(folder: Path) -> Path | None:
    """The file that `FACTCHECK_HOUSESTYLE` names, or else the nearest above a folder."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    above = (one / FILE for one in (folder, *folder.parents))
    return next((one for one in above if one.is_file()), None)


@cache
def house_style() -> Style:
    """The style in force in the working folder, read once; raises `RuleError` where it cannot."""
    path = find_style(Path.cwd())
    return read_style(path) if path else Style()


def read_style(path: Path) -> Style:
    """What stands in a file; raises `RuleError` for a file that is no house style."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: {error}") from None
    for name in content:
        require_known(name, _TABLES, f"{path}: no table")
    rules, words = content.get("rule", []), content.get("words", {})
    if not isinstance(rules, list) or not all(isinstance(one, dict) for one in rules):
        raise RuleError(f"{path}: rules stand under [[rule]], with two brackets")
    if not isinstance(words, dict):
        raise RuleError(f"{path}: words stand under [words]")
    return Style(str(path), tuple(rules), words)


def require_known(name: str, known: tuple[str, ...], what: str) -> None:
    """Raise `RuleError`, with the nearest name there is, for a name that is not known."""
    if name in known:
        return
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    raise RuleError(f"{what} is called {name!r}; {hint}")

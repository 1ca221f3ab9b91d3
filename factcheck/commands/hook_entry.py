"""The entry for pre-commit, put into its configuration without touching what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from factcheck.values import dataclass

# As .pre-commit-hooks.yaml has it, run by the factcheck that is installed.
_HOOK = """\
id: factcheck
name: factcheck
description: Stop on figures and statements that cannot all be true.
entry: factcheck check --as-found
language: system
# Word drafts have no type of their own; what is no story is passed over.
types: [file]
# One process, so that the closing count is one count.
require_serial: true
"""
_DEPTH = 2


class UnfitError(ValueError):
    """A configuration to which nothing can be added; half a sentence that says why."""


def entry_lines(files: str = "", depth: int = _DEPTH) -> list[str]:
    """The lines of the entry in the list of repos, indented by so much.

    `files` is a pattern for the paths to check, "" for all.
    """
    hook = [*_HOOK.splitlines(), *([f"files: {_quoted(files)}"] if files else [])]
    first, *rest = hook
    lines = ["- repo: local", "  hooks:", f"    - {first}", *(f"      {line}" for line in rest)]
    return [" " * depth + line for line in lines]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def has_entry(text: str) -> bool:
    """Whether some hook runs factcheck; raises `UnfitError`."""
    return any(
        str(hook.get("id", "")).startswith("factcheck")
        or re.match(r"factcheck\b", str(hook.get("entry", "")))
        for repo in _repos(_loaded(text))
        for hook in _dicts(repo.get("hooks"))
    )


@dataclass(frozen=True, slots=True)
class Grown:
    """A configuration with the entry added: the lines that are new, and behind how many."""

    text: str
    added: tuple[str, ...]
    line: int


def with_entry(text: str, files: str = "") -> Grown:
    """The configuration with the entry added.

    Every line that was there stays as it was. Raises `UnfitError` where that cannot be.
    """
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    line, depth = _place(text)
    added = entry_lines(files, depth)
    if line < 0:
        line, added = len(lines), ["repos:", *added]
    if line and not lines[line - 1].endswith(("\n", "\r")):
        lines[line - 1] += ending
    made = "".join([*lines[:line], *(f"{one}{ending}" for one in added), *lines[line:]])
    _require_grown(text, made)
    return Grown(made, tuple(added), line)


def _place(text: str) -> tuple[int, int]:
    """The line behind the last repo and how deep the repos stand; -1 if there is no list yet."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for key, value in root.value if root else ():
        if key.value == "repos":
            if not isinstance(value, yaml.SequenceNode) or value.flow_style or not value.value:
                raise UnfitError("its repos are not a list with a line for each")
            return _last_line(value, text), value.start_mark.column
    return -1, _DEPTH


def _last_line(node: yaml.Node, text: str) -> int:
    """How many lines there are up to the end of a node: it ends where its last value does."""
    end = max(_ends(node))
    lines = text.splitlines()
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _ends(node: yaml.Node) -> Iterator[int]:
    if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        for one in node.value:
            for part in one if isinstance(one, tuple) else (one,):
                yield from _ends(part)
    else:
        mark = node.end_mark
        yield mark.line + bool(mark.column)


def _require_grown(before: str, after: str) -> None:
    """Nothing but one more repo at the end, however odd the YAML is."""
    old, new = _loaded(before), {}
    with suppress(UnfitError):
        new = _loaded(after)
    repos = new.pop("repos", [])
    if not repos or [*(old.pop("repos", None) or ()), repos[-1]] != repos or old != new:
        raise UnfitError("it is laid out in a way that cannot be added to")


def _loaded(text: str) -> dict[str, Any]:
    try:
        loaded = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise UnfitError(f"it is no YAML: {' '.join(str(error).split())}") from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise UnfitError("it is no table with repos")
    return dict(loaded)


def _repos(loaded: dict[str, Any]) -> list[dict[str, Any]]:
    return list(_dicts(loaded.get("repos")))


def _dicts(value: object) -> Iterator[dict[str, Any]]:
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield one

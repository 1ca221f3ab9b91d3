"""The rules that come with factcheck: one rule a file, in a folder a group."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from factcheck import Rule, hookimpl


@hookimpl
def provide_rules() -> Iterator[Rule]:
    """Each rule of each file of each group."""
    for file in sorted(Path(__file__).parent.glob("[!_]*/[!_]*.py")):
        module = import_module(f"{__name__}.{file.parent.name}.{file.stem}")
        yield from (one for one in vars(module).values() if isinstance(one, Rule))

"""The rules that come with factcheck: one rule a file, in a folder a group."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module

from factcheck import Rule, hookimpl


@hookimpl
def provide_rules() -> Iterator[Rule]:
    """Each rule of each file of each group."""
    for name in _modules():
        module = import_module(name)
        yield from (one for one in vars(module).values() if isinstance(one, Rule))


def _modules() -> Iterator[str]:
    for group in _visible(__path__[0]):
        folder = os.path.join(__path__[0], group)
        if os.path.isdir(folder):
            for file in _visible(folder):
                if file.endswith(".py"):
                    yield f"{__name__}.{group}.{file.removesuffix('.py')}"


def _visible(folder: str) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name[0] not in "._")

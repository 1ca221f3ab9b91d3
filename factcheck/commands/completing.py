"""What a shell may complete for each option and argument; nothing of it is loaded for a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import TypeAlias

import click
from click.shell_completion import CompletionItem

from factcheck.commands.loading import load_all_rules
from factcheck.commands.newsroom import configured_folders
from factcheck.plugins import Loaded
from factcheck.reports import FORMATS
from factcheck.reports.plugged import added_formats

_Items: TypeAlias = list[CompletionItem[str]]
_Complete: TypeAlias = Callable[[click.Context, str], _Items]


def complete_by_name(command: click.Command) -> None:
    """Have the parameters of a command completed that have no choices of their own."""
    for param in command.params:
        complete = _completes(command, param)
        if complete and not isinstance(param.type, click.Choice):
            # As click's own decorators would have it set.
            setattr(param, "shell_complete", complete)  # noqa: B010


def _completes(command: click.Command, param: click.Parameter) -> _Complete | None:
    for name in (f"{command.name} {param.name}", *param.opts):
        if name in _BY_NAME:
            return _BY_NAME[name]
    return None


def _left_to_shell(kind: str, _ctx: click.Context, incomplete: str) -> _Items:
    """Files or folders, which each shell has its own way with."""
    return [CompletionItem(incomplete, type=kind)]


def _formats(_ctx: click.Context, incomplete: str) -> _Items:
    return _beginning(incomplete, ((name, "") for name in (*FORMATS, *added_formats())))


def _rule(ctx: click.Context, incomplete: str) -> _Items:
    return _beginning(incomplete, _names(_loaded(ctx), incomplete))


def _rules(ctx: click.Context, incomplete: str) -> _Items:
    """The last of a list of rules with commas, with what stands before it."""
    before, comma, begun = incomplete.rpartition(",")
    names = _names(_loaded(ctx), begun)
    return _beginning(incomplete, ((f"{before}{comma}{name}", about) for name, about in names))


def _distributions(ctx: click.Context, incomplete: str) -> _Items:
    known = {one.distribution for one in _loaded(ctx).rules if one.distribution}
    return _beginning(incomplete, ((name, "") for name in sorted(known)))


def _loaded(ctx: click.Context) -> Loaded:
    """The rules, with those of the folders that stand before what is completed."""
    named = next((value for name, value in ctx.params.items() if name in ("folders", "rules")), ())
    folders = [*(named or ())]
    # A configuration with a mistake in it: what is typed can be completed all the same.
    with suppress(click.UsageError):
        folders += configured_folders()
    return load_all_rules(folders)


def _names(loaded: Loaded, begun: str) -> Iterator[tuple[str, str]]:
    """The codes if capitals were begun with, else the names; each with what it is."""
    if begun[:1].isupper():
        yield from ((one.code, one.name) for one in loaded.rules)
    else:
        yield from sorted((one.name, one.summary) for one in loaded.rules)


def _beginning(begun: str, known: Iterable[tuple[str, str]]) -> _Items:
    return [
        CompletionItem(name, help=about or None) for name, about in known if name.startswith(begun)
    ]


_files, _folders = partial(_left_to_shell, "file"), partial(_left_to_shell, "dir")

# By the option, or the argument as its command has it.
_BY_NAME: dict[str, _Complete] = {
    "paths": _files,
    "why place": _files,
    "annotate draft": _files,
    "config path": _files,
    "init folder": _folders,
    "explain name": _rule,
    "--output": _files,
    "--baseline": _files,
    "--write-baseline": _files,
    "--config": _files,
    "--rules": _folders,
    "--folder": _folders,
    "--select": _rules,
    "--ignore": _rules,
    "--format": _formats,
    "--distribution": _distributions,
}

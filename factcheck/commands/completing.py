"""What a shell may complete for an option or an argument; each is asked for only by a shell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from factcheck.plugins import Loaded


def complete_files(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Files and folders, which the shell knows itself."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def complete_folders(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Folders, which the shell knows itself."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]


def complete_formats(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The formats of reports, those of plugins too."""
    from factcheck.reports import FORMATS
    from factcheck.reports.plugged import added_formats

    return _beginning(incomplete, ((name, "") for name in (*FORMATS, *added_formats())))


def complete_rule(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The name or the code of a rule: a name unless capitals were begun with."""
    return _beginning(incomplete, _names(_loaded(ctx), incomplete))


def complete_rules(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The last of a list of rules with commas, with what stands before it."""
    before, comma, begun = incomplete.rpartition(",")
    names = _names(_loaded(ctx), begun)
    return _beginning(incomplete, ((f"{before}{comma}{name}", about) for name, about in names))


def complete_distributions(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """The distributions that brought rules."""
    known = {one.distribution: "" for one in _loaded(ctx).rules}
    return _beginning(incomplete, sorted(known.items()))


def _loaded(ctx: click.Context) -> Loaded:
    from factcheck.commands.folders import load_all_rules
    from factcheck.commands.newsroom import configured_folders

    return load_all_rules((*configured_folders(), *(ctx.params.get("folders") or ())))


def _names(loaded: Loaded, begun: str) -> list[tuple[str, str]]:
    if begun[:1].isupper():
        return [(one.code, one.name) for one in loaded.rules]
    return sorted((one.name, one.summary) for one in loaded.rules)


def _beginning(begun: str, known: Iterable[tuple[str, str]]) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    return [
        CompletionItem(name, help=about or None) for name, about in known if name.startswith(begun)
    ]

"""`factcheck plugins`: what is installed, what it provides, and what did not load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from factcheck.commands.configured import Configured, Given
from factcheck.commands.exits import FAILED
from factcheck.commands.folders import rules_option
from factcheck.commands.output import color_option, complain, page_for, write
from factcheck.inventory import Provided, Provider, find_providers
from factcheck.reports.cells import wrap
from factcheck.reports.page import Page

# More are counted: `factcheck rules` lists them all.
_MOST = 12
_INDENT = 11


@click.command()
@click.option(
    "--format", "format_", type=click.Choice(["list", "json"]), default="list",
    show_default=True, help="How to show them.",
)  # fmt: skip
@rules_option
@color_option
def plugins(format_: str, given: Given, color: str) -> None:
    """List the plugins, and what did not load.

    Each with what it provides: rules, units, words and the like; factcheck's own rules and the
    newsroom's folders too.
    """
    configured = Configured(given)
    folders = configured.settings_by(configured.of_folder("")).rules
    providers, failures = find_providers(folders)
    page = page_for(color)
    write((_list if format_ == "list" else _json)(providers, page), page)
    for message in failures:
        complain(message)
    raise SystemExit(FAILED if failures or any(one.failures for one in providers) else 0)


def _list(providers: Sequence[Provider], page: Page) -> Iterator[str]:
    for one in providers:
        name = page.paint(page.shown(f"{one.name} {one.version}".strip()), "strong")
        yield f"{name} (loads in {one.seconds * 1000:,.0f} ms)\n"
        contents = [(provided.kind, _listed(provided)) for provided in one.provided]
        for kind, text in [*contents, *(("failed", failure) for failure in one.failures)]:
            yield from _row(kind, text, page)


def _listed(provided: Provided) -> str:
    names = provided.names
    if len(names) > _MOST:
        return f"{len(names):,}, from {names[0]} to {names[-1]}"
    return ", ".join(names)


def _row(kind: str, text: str, page: Page) -> Iterator[str]:
    first, *rest = wrap(page.shown(text), page.room - _INDENT)
    head = page.paint(kind, "error") if kind == "failed" else kind
    yield f"  {head}{' ' * max(1, _INDENT - 2 - len(kind))}{first}\n"
    yield from (f"{' ' * _INDENT}{line}\n" for line in rest)


def _json(providers: Sequence[Provider], page: Page) -> Iterator[str]:
    from factcheck.reports.json_object import dump

    rows = [
        {
            "name": one.name,
            "version": one.version,
            "milliseconds": round(one.seconds * 1000),
            "provides": {provided.kind: [*provided.names] for provided in one.provided},
            "failures": [*one.failures],
        }
        for one in providers
    ]
    yield '{"plugins": [\n' + ",\n".join(dump(row, page) for row in rows) + "\n]}\n"

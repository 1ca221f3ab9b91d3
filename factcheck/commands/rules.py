"""`factcheck rules`: every rule that runs, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from factcheck.commands.configured import Configured, Given
from factcheck.commands.exits import FAILED
from factcheck.commands.folders import rules_option
from factcheck.commands.output import color_option, complain_of, page_for, write
from factcheck.reports.page import Page
from factcheck.rules import Rule


@click.command()
@click.option(
    "--format", "format_", type=click.Choice(["table", "json", "markdown"]), default="table",
    show_default=True, help="How to show the rules.",
)  # fmt: skip
@click.option("--distribution", metavar="NAME", help="Only the rules that NAME brought.")
@rules_option
@color_option
def rules(format_: str, distribution: str | None, given: Given, color: str) -> None:
    """List the rules: code, name, severity, what must hold, and who brought it."""
    configured = Configured(given)
    loaded = configured.loaded(configured.of_folder(""))
    listed = [one for one in loaded.rules if distribution in (None, one.distribution)]
    page = page_for(color)
    listing = {"table": _table, "json": _json, "markdown": _markdown}[format_]
    write(listing(listed, page), page)
    raise SystemExit(FAILED if complain_of(loaded.failures) else 0)


def _table(listed: Sequence[Rule], page: Page) -> Iterator[str]:
    from factcheck.reports.table import write_table

    rows = [(one.code, one.name, one.severity, one.summary, one.distribution) for one in listed]
    yield from write_table(("code", "name", "severity", "what must hold", "from"), rows, page)


def _json(listed: Sequence[Rule], page: Page) -> Iterator[str]:
    from factcheck.reports.json_object import dump

    rows = [
        {
            "code": one.code,
            "name": one.name,
            "severity": one.severity,
            "summary": one.summary,
            "reason": one.reason,
            "distribution": one.distribution,
            "examples": [example.text for example in one.examples],
        }
        for one in listed
    ]
    yield '{"rules": [\n' + ",\n".join(dump(row, page) for row in rows) + "\n]}\n"


def _markdown(listed: Sequence[Rule], _page: Page) -> Iterator[str]:
    from factcheck.reports.rule_pages import write_rule_pages

    yield from write_rule_pages(listed)

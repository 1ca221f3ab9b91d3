"""`factcheck facts`: every figure and date of a story, for whoever checks them one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import click

from factcheck.commands.configured import Configured, Given, MisconfiguredError
from factcheck.commands.exits import FAILED, MISUSE
from factcheck.commands.folders import rules_option
from factcheck.commands.output import color_option, complain, page_for, write
from factcheck.commands.stories import Story, read_document, read_stories
from factcheck.desk.configuration import Configuration
from factcheck.findings import Failure, Report
from factcheck.model import Document
from factcheck.reports.facts import find_facts, write_facts
from factcheck.values import replace

# What did not work, in the order it came to light, each with the exit code that it is worth.
_Faults: TypeAlias = dict[str, int]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH… | -")
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json", "html"]), default="table",
    show_default=True, help="How to show the facts.",
)  # fmt: skip
@click.option(
    "--stdin-filename", default="stdin", metavar="NAME",
    help="What to call standard input; its suffix chooses the format.",
)  # fmt: skip
@rules_option
@color_option
def facts(
    paths: tuple[str, ...], format_: str, stdin_filename: str, given: Given, color: str
) -> None:
    """List every figure and date: its value, what it counts, who says it, where it stands.

    html is a page with each story's text: what was read, what some rule compared, and which
    numbers were not read.
    """
    from factcheck.plugins import installed_additions

    faults = {one.message: FAILED for one in installed_additions().failures}
    configured = Configured(given)
    # A configuration that does not hold is told of before anything is written.
    home = configured.of_all(stdin_filename if path == "-" else path for path in paths)
    documents = _read_all(read_stories(paths, stdin_filename, configured), configured, faults)
    if format_ == "html":
        _write_html(documents, configured, home, faults)
    elif given.rules:
        raise click.UsageError("--rules goes with --format html: the others compare nothing")
    else:
        page = page_for(color)
        found = (fact for path, document in documents for fact in find_facts(path, document))
        write(write_facts(format_, found, page), page)
    for fault in faults:
        complain(fault)
    raise SystemExit(min(faults.values(), default=0))


def _read_all(
    stories: Iterable[Story], configured: Configured, faults: _Faults
) -> Iterator[tuple[str, Document]]:
    for story in stories:
        try:
            json_paths = configured.settings_for(story.path).json_paths
        except MisconfiguredError as error:
            faults[error.message] = MISUSE
            continue
        document = read_document(story, json_paths=json_paths)
        if isinstance(document, Failure):
            faults[f"{story.path}: {document.message}"] = FAILED
        else:
            yield story.path, document


def _write_html(
    documents: Iterable[tuple[str, Document]],
    configured: Configured,
    home: Configuration,
    faults: _Faults,
) -> None:
    from factcheck.reports.facts_html import write_facts_html

    failures = configured.failures_by(home)
    faults.update((one.message, FAILED) for one in failures)
    for piece in write_facts_html(_check_all(documents, configured, faults), failures):
        # The page says that it is UTF-8, so it is, whatever the terminal or the locale.
        click.echo(piece.encode(), nl=False)


def _check_all(
    documents: Iterable[tuple[str, Document]], configured: Configured, faults: _Faults
) -> Iterator[tuple[str, Report]]:
    from factcheck.checker import check_document

    for path, document in documents:
        try:
            report = check_document(document, configured.rules_for(path))
            failures = (*configured.failures_for(path), *report.failures)
        except MisconfiguredError as error:
            faults[error.message] = MISUSE
            continue
        faults.update((one.message, FAILED) for one in failures)
        yield path, replace(report, failures=failures)

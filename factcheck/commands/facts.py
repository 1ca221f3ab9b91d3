"""`factcheck facts`: every figure and date of a story, for whoever checks them one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.commands.exits import FAILED
from factcheck.commands.folders import rules_option
from factcheck.commands.output import color_option, complain, page_for, write
from factcheck.commands.stories import read_document, read_stories
from factcheck.findings import Failure, Report
from factcheck.model import Document
from factcheck.reports.facts import find_facts, write_facts

if TYPE_CHECKING:
    from factcheck.rules import Rule


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
    paths: tuple[str, ...], format_: str, stdin_filename: str, folders: tuple[str, ...], color: str
) -> None:
    """List every figure and date: its value, what it counts, who says it, where it stands.

    html is a page with each story's text: what was read, what some rule compared, and which
    numbers were not read.
    """
    from factcheck.plugins import installed_additions

    faults = [one.message for one in installed_additions().failures]
    documents = _read_all(paths, stdin_filename, faults)
    if format_ == "html":
        _write_html(documents, folders, faults)
    elif folders:
        raise click.UsageError("--rules goes with --format html: the others compare nothing")
    else:
        page = page_for(color)
        found = (fact for path, document in documents for fact in find_facts(path, document))
        write(write_facts(format_, found, page), page)
    for fault in dict.fromkeys(faults):
        complain(fault)
    raise SystemExit(FAILED if faults else 0)


def _read_all(
    paths: tuple[str, ...], stdin_filename: str, faults: list[str]
) -> Iterator[tuple[str, Document]]:
    for story in read_stories(paths, stdin_filename):
        document = read_document(story)
        if isinstance(document, Failure):
            faults.append(f"{story.path}: {document.message}")
        else:
            yield story.path, document


def _write_html(
    documents: Iterable[tuple[str, Document]], folders: tuple[str, ...], faults: list[str]
) -> None:
    from factcheck.plugins import load_rules
    from factcheck.reports.facts_html import write_facts_html

    loaded = load_rules(folders)
    faults += [one.message for one in loaded.failures]
    reports = _check_all(documents, loaded.rules, faults)
    for piece in write_facts_html(reports, loaded.failures):
        # The page says that it is UTF-8, so it is, whatever the terminal or the locale.
        click.echo(piece.encode(), nl=False)


def _check_all(
    documents: Iterable[tuple[str, Document]], rules: Sequence[Rule], faults: list[str]
) -> Iterator[tuple[str, Report]]:
    from factcheck.checker import check_document

    for path, document in documents:
        report = check_document(document, rules)
        faults += [one.message for one in report.failures]
        yield path, report

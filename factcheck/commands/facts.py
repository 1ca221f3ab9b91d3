"""`factcheck facts`: every figure and date of a story, for whoever checks them one by one."""

from __future__ import annotations

from collections.abc import Iterator

import click

from factcheck.commands.exits import FAILED
from factcheck.commands.output import color_option, complain, page_for, write
from factcheck.commands.stories import read_document, read_stories
from factcheck.model import Failure
from factcheck.reports.facts import Fact, find_facts, write_facts


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH… | -")
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table",
    show_default=True, help="How to show the facts.",
)  # fmt: skip
@click.option(
    "--stdin-filename", default="stdin", metavar="NAME",
    help="What to call standard input; its suffix chooses the format.",
)  # fmt: skip
@color_option
def facts(paths: tuple[str, ...], format_: str, stdin_filename: str, color: str) -> None:
    """List every figure and date: its value, what it counts, who says it, where it stands."""
    faults: list[str] = []
    page = page_for(color)
    write(write_facts(format_, _read_all(paths, stdin_filename, faults), page), page)
    for fault in faults:
        complain(fault)
    raise SystemExit(FAILED if faults else 0)


def _read_all(paths: tuple[str, ...], stdin_filename: str, faults: list[str]) -> Iterator[Fact]:
    for story in read_stories(paths, stdin_filename):
        document = read_document(story)
        if isinstance(document, Failure):
            faults.append(f"{story.path}: {document.message}")
        else:
            yield from find_facts(story.path, document)

"""`factcheck why`: what each figure on a line was held against, and what decided."""

from __future__ import annotations

import click

from factcheck.commands.configured import Configured, Given
from factcheck.commands.exits import FAILED
from factcheck.commands.folders import rules_option
from factcheck.commands.output import color_option, complain, complain_of, page_for, write
from factcheck.commands.stories import read_document, read_stories
from factcheck.findings import Failure


@click.command()
@click.argument("place", metavar="PATH:LINE[:COLUMN]")
@rules_option
@color_option
def why(place: str, given: Given, color: str) -> None:
    """Say what each figure on a line was held against, and what decided.

    PATH:LINE as findings show it; with a column, only the figure that stands there. Silence is
    explained as well: for each other figure of the same unit and noun, why it may differ.
    """
    path, line, column = _parsed(place)
    page = page_for(color)
    failed = False
    configured = Configured(given)
    for story in read_stories([path], "stdin", configured):
        document = read_document(story, json_paths=configured.settings_for(story.path).json_paths)
        if isinstance(document, Failure):
            complain(f"{story.path}: {document.message}")
            failed = True
            continue
        from factcheck.checker import check_document
        from factcheck.reports.reasons import write_reasons

        report = check_document(document, configured.rules_for(story.path))
        write(write_reasons(story.path, line, report, page, column), page)
        failed |= bool(complain_of((*configured.failures_for(story.path), *report.failures)))
    raise SystemExit(FAILED if failed else 0)


def _parsed(place: str) -> tuple[str, int, int | None]:
    """The path, the line and the column if there is one; raises a UsageError for other forms."""
    parts = place.rsplit(":", 2)
    numbers = [part for part in parts[1:] if part.isdecimal()]
    if len(parts) == 3 and len(numbers) == 2:
        return parts[0], int(parts[1]), int(parts[2])
    path, _, line = place.rpartition(":")
    if path and line.isdecimal():
        return path, int(line), None
    raise click.UsageError(f"{place!r} names no line: write PATH:LINE, such as story.md:14")

"""`factcheck suppressions`: everything that a desk has accepted, why, by whom and when."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

import click

from factcheck.commands.configured import Configured, Given, MisconfiguredError
from factcheck.commands.exits import FAILED
from factcheck.commands.folders import configuration_options
from factcheck.commands.output import color_option, complain, page_for, write
from factcheck.commands.stories import Story, read_stories
from factcheck.desk.authors import Written, authors_of
from factcheck.desk.baseline import BaselineError, load_baseline
from factcheck.desk.marks import Mark, read_mark
from factcheck.hosting import describe
from factcheck.model import Place
from factcheck.readers import JsonPaths, read_bytes
from factcheck.readers.decoding import Unreadable
from factcheck.reports.accepted import Suppression, write_suppressions


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table",
    show_default=True, help="How to show them.",
)  # fmt: skip
@click.option("--baseline", metavar="FILE", help="List the entries of this baseline too.")
@configuration_options
@color_option
def suppressions(
    paths: tuple[str, ...], format_: str, baseline: str | None, given: Given, color: str
) -> None:
    """List what was accepted: each mark with its reason, who wrote it and when, by git.

    PATH is a story, or a folder to search for stories; without one, it is this folder.
    """
    faults: list[str] = []
    configured = Configured(given)
    baseline = baseline or configured.of_all(paths or (".",)).settings.baseline
    entries = _entries_of(baseline) if baseline else []
    found = [*_marks_in(paths or (".",), configured, faults), *entries]
    page = page_for(color)
    write(write_suppressions(format_, found, page), page)
    for fault in faults:
        complain(fault)
    raise SystemExit(FAILED if faults else 0)


def _marks_in(
    paths: Sequence[str], configured: Configured, faults: list[str]
) -> Iterator[Suppression]:
    for story in read_stories(paths, "stdin", configured):
        try:
            yield from _marks_of(story, configured.settings_for(story.path).json_paths)
        except MisconfiguredError:
            raise
        except Unreadable as error:
            faults.append(f"{story.path}: {error}")
        except Exception as error:  # a fault of ours, which must not keep the other stories back
            faults.append(f"{story.path}: factcheck broke on this story: {describe(error)}")


def _marks_of(story: Story, json_paths: JsonPaths) -> Iterator[Suppression]:
    if story.fault:
        raise Unreadable(story.fault)
    text, reading = read_bytes(story.data, story.path, json_paths)
    marks = [mark for one in reading.comments if not (mark := read_mark(one)).misread]
    lines = [text.count("\n", 0, one.comment.span.start) + 1 for one in marks]
    for mark, line, (author, date, why) in zip(
        marks, lines, _authors(story.path, marks, lines), strict=True
    ):
        place = _place(reading.places, mark.comment.span.start)
        rules = ", ".join(mark.rules)
        yield Suppression("mark", story.path, line, place, rules, mark.reason, author, date, why)


def _authors(path: str, marks: Sequence[Mark], lines: Sequence[int]) -> Iterator[Written]:
    """Who wrote each mark; a Word document says that itself."""
    asked = {line for mark, line in zip(marks, lines, strict=True) if not mark.comment.author}
    known = authors_of(path, asked) if asked else {}
    for mark, line in zip(marks, lines, strict=True):
        yield known.get(line) or Written(mark.comment.author, mark.comment.date)


def _place(places: Iterable[Place], offset: int) -> str:
    return next((one.name for one in places if one.span.start <= offset < one.span.end), "")


def _entries_of(file: str) -> list[Suppression]:
    """The entries of a baseline, each with who wrote its lines; its stories may be anywhere."""
    try:
        baseline = load_baseline(file)
        with open(file, encoding="utf-8") as opened:  # noqa: PTH123
            text = opened.read()
    except BaselineError as error:
        raise click.UsageError(str(error)) from None
    folder = os.path.dirname(file)  # noqa: PTH120
    lines = [text.count("\n", 0, text.find(one.identity)) + 1 for one in baseline.entries]
    known = authors_of(file, {*lines}) if lines else {}
    return [
        Suppression(
            "baseline",
            os.path.normpath(os.path.join(folder, one.path)),  # noqa: PTH118
            0,
            "",
            one.rule,
            one.reason,
            *known.get(line, Written()),
        )
        for one, line in zip(baseline.entries, lines, strict=True)
    ]

"""One finding in full: what is wrong, where, the sum, the ranges, and what would repair it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.findings import Finding
from factcheck.model import Document
from factcheck.reports.cells import width, wrap
from factcheck.reports.excerpt import Row, excerpt
from factcheck.reports.lines import Lines
from factcheck.reports.number_line import number_line
from factcheck.reports.page import Page

_LEAST_ROOM = 10


def write_finding(
    path: str, document: Document, lines: Lines, finding: Finding, page: Page
) -> Iterator[str]:
    """The finding line by line, without line breaks."""
    text = document.text
    numbers = [lines.number(offset) for one in finding.spans for offset in (one.start, one.end)]
    gutter = len(str(max(numbers))) + 2
    frame = page.paint("|", "frame")
    line, column = lines.place(finding.spans[0].start)
    yield from _header(finding, page)
    name = document.place_at(finding.spans[0].start)
    place = f"{page.shown(path)}:{line}:{column}{f' ({page.shown(name)})' if name else ''}"
    yield f"{' ' * (gutter - 1)}{page.paint('-->', 'frame')} {place}"
    yield f"{' ' * gutter}{frame}"
    room = max(_LEAST_ROOM, page.room - gutter - 2)
    for row in excerpt(text, lines, finding.spans, room=room, page=page):
        yield _row(row, gutter, finding, page)
    yield f"{' ' * gutter}{frame}"
    for first, note in _notes(finding, max(_LEAST_ROOM, page.room - gutter - 2), page):
        sign = page.paint("=", "frame") if first else " "
        yield f"{' ' * gutter}{sign} {note}".rstrip()


def _header(finding: Finding, page: Page) -> Iterator[str]:
    severity = str(finding.severity)
    name = f"  [{finding.rule}]" if finding.rule else ""
    message = " ".join(page.shown(finding.message).split())
    first, *rest = wrap(f"{severity}: {message}{name}", page.room)
    yield page.paint(severity, severity) + page.paint(first.removeprefix(severity), "strong")
    for line in rest:
        yield page.paint(line, "strong")


def _row(row: Row, gutter: int, finding: Finding, page: Page) -> str:
    if row.before and not row.pieces:
        return " " * gutter + page.paint(page.drawn(row.before), "frame")
    colours = {"first": str(finding.severity), "further": "frame"}
    pieces = [page.paint(words, colours[which]) if which else words for words, which in row.pieces]
    before = page.paint(row.before.rjust(gutter - 1), "frame")
    return f"{before} {page.paint('|', 'frame')} {''.join(pieces)}".rstrip()


def _notes(finding: Finding, room: int, page: Page) -> Iterator[tuple[bool, str]]:
    """The lines under the excerpt, each with whether a new note begins there."""
    yield from _hanging("sum: ", finding.working, room, page)
    for index, line in enumerate(number_line(finding.bars, room, page)):
        yield index == 0, line
    for change in finding.consistent_if:
        yield from _hanging("consistent if: ", (change,), room, page)
    if finding.rule:
        yield from _hanging("more: ", (f"factcheck explain {finding.rule}",), room, page)


def _hanging(
    title: str, entries: Sequence[str], room: int, page: Page
) -> Iterator[tuple[bool, str]]:
    """The entries one below the other beside their title, below it on a narrow page."""
    indent = width(title) if room - width(title) >= _LEAST_ROOM else 2
    lines = [line for entry in entries for line in wrap(page.shown(entry), room - indent)]
    if lines and indent != width(title):
        yield True, title
    for index, line in enumerate(lines):
        begins = index == 0 and indent == width(title)
        yield begins, f"{title if begins else ' ' * indent}{line}"

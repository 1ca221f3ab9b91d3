"""Findings for a reader at a terminal: quoted, marked, with the sum and what would repair it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Failure, Finding, Report
from factcheck.reports import Checked
from factcheck.reports.cells import width, wrap
from factcheck.reports.excerpt import Row, excerpt
from factcheck.reports.lines import Lines, find_lines
from factcheck.reports.number_line import number_line
from factcheck.reports.page import Page
from factcheck.reports.summary import Tally

_LEAST_ROOM = 10


def write(files: Iterable[Checked], page: Page, failures: Sequence[Failure] = ()) -> Iterator[str]:
    """Each finding as it comes, then the count of all."""
    tally = Tally(len(failures))
    for file in tally.counting(files):
        if file.report and file.report.findings:
            lines = find_lines(file.report.document.text)
            for finding in file.report.findings:
                rows = _finding(file.path, file.report, finding, lines, page)
                yield "".join(f"{row}\n" for row in rows) + "\n"
    yield "".join(f"{row}\n" for row in wrap(str(tally), page.room))


def _finding(
    path: str, report: Report, finding: Finding, lines: Lines, page: Page
) -> Iterator[str]:
    text = report.document.text
    numbers = [lines.number(offset) for one in finding.spans for offset in (one.start, one.end)]
    gutter = len(str(max(numbers))) + 2
    frame = page.paint("|", "frame")
    line, column = lines.place(finding.spans[0].start)
    yield from _header(finding, page)
    place = f"{page.shown(path)}:{line}:{column}"
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

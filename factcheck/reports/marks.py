"""The marks of a finding: each span cut at the ends of lines, and gathered by quoted line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Span
from factcheck.reports.cells import width
from factcheck.reports.lines import Lines
from factcheck.reports.page import Page
from factcheck.values import dataclass

# A span that runs over more lines than this is shown by its first and its last.
_LINES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch within one line, and what is written beside it.

    `first` says that it belongs to the first span, the place of the problem.
    """

    line: int
    start: int
    end: int
    first: bool
    label: str


def find_marks(lines: Lines, spans: Sequence[Span]) -> list[Mark]:
    """The marks of all spans, in reading order."""
    marks = []
    for index, span in enumerate(spans):
        pieces = list(_pieces(lines, span))
        for piece in pieces:
            # Once is enough, and the end is where the reader has it all in mind.
            label = span.label if piece is pieces[-1] else ""
            marks.append(Mark(*piece, first=index == 0, label=label))
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def _pieces(lines: Lines, span: Span) -> list[tuple[int, int, int]]:
    """The span's line numbers, each with the stretch of the span that lies in it."""
    first, last = lines.number(span.start), lines.number(max(span.start, span.end - 1))
    numbers = range(first, last + 1) if last - first < _LINES_SHOWN else (first, last)
    pieces = []
    for number in numbers:
        low, high = lines.bounds(number)
        start, end = max(low, span.start), min(high, span.end)
        if start < end:
            pieces.append((number, start, end))
    place = min(span.start, lines.bounds(first)[1])
    return pieces or [(first, place, place)]


def gather(text: str, marks: Sequence[Mark], room: int, page: Page) -> Iterator[list[Mark]]:
    """The marks by the quoted line that has room for them."""
    group: list[Mark] = []
    for mark in marks:
        if group and not _fits_beside(text, group, mark, room, page):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _fits_beside(text: str, group: list[Mark], mark: Mark, room: int, page: Page) -> bool:
    first, last = group[0], group[-1]
    # A cell hardly ever takes four characters, and a line may be 50 MB long.
    if mark.line != first.line or mark.start < last.end or mark.end - first.start > 4 * room:
        return False
    return width(page.shown(text[first.start : mark.end])) <= room

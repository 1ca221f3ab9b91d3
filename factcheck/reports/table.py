"""Rows in columns, as wide as their cells and no wider than the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.reports.cells import clip, width
from factcheck.reports.page import Page

_GAP = 2
_LEAST = 6


def write_table(titles: Sequence[str], rows: Sequence[Sequence[str]], page: Page) -> Iterator[str]:
    """The titles and the rows, a line each; what is too long for its column is cut off."""
    shown = [[page.shown(cell) for cell in row] for row in rows]
    widths = _widths([titles, *shown], page.room)
    yield page.paint(_line(titles, widths, page), "strong") + "\n"
    for row in shown:
        yield _line(row, widths, page) + "\n"


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    # The widest gives way first, so that short columns are never cut for a long one.
    while sum(widths) + _GAP * (len(widths) - 1) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], page: Page) -> str:
    return (
        (" " * _GAP)
        .join(_padded(cell, room, page) for cell, room in zip(cells, widths, strict=True))
        .rstrip()
    )


def _padded(cell: str, room: int, page: Page) -> str:
    if width(cell) > room:
        cell = clip(cell, room - len(page.ellipsis)) + page.ellipsis
    return cell + " " * (room - width(cell))

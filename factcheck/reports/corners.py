"""Where a place begins and ends, in the columns that the reader of a report counts in."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Span
from factcheck.reports.lines import Lines
from factcheck.tuples import NamedTuple


class Corners(NamedTuple):
    """Lines and columns from 1; `end_column` is the one behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def utf16_units(text: str) -> int:
    """How many code units of UTF-16 a text takes: two for an emoji."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """How many bytes of UTF-8 a text takes: four for an emoji."""
    return len(text.encode("utf-8", "surrogatepass"))


def corners(text: str, lines: Lines, span: Span, measure: Callable[[str], int] = len) -> Corners:
    """The corners of a span, its columns in code points unless measured otherwise."""

    def place(offset: int) -> tuple[int, int]:
        number = lines.number(offset)
        return number, measure(text[lines.starts[number - 1] : offset]) + 1

    return Corners(*place(span.start), *place(span.end))

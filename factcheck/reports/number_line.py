"""Ranges drawn on one scale, so that one sees how they lie.

    20,000 ├──────────────────┤ 30,000
                     29,500 ├──┤ 31,100
                                    ● 30,600
                  29,000 (────────→

A closed end is ├ or ┤, an open one ( or ) as mathematicians write it, an unbounded one an
arrow at the edge of the scale, and a single number a dot. In ASCII: | ( < > *.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.findings import Bar
from factcheck.numbers import Number, write_number
from factcheck.ranges import Range
from factcheck.reports.cells import width, wrap
from factcheck.reports.page import Page
from factcheck.values import dataclass

_WIDEST = 40
_NARROWEST = 10


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A bar on the scale: its cells from `start`, what stands before and after it."""

    start: int
    line: str
    before: str
    after: str


def number_line(bars: Sequence[Bar], room: int, page: Page) -> Iterator[str]:
    """A line a bar, on one scale; in words where there is no room to draw them."""
    bars = [bar for bar in bars if not bar.range.empty]
    words = [(_before(bar.range), _after(bar, page)) for bar in bars]
    margin = max((width(before) for before, _ in words), default=0) + 1
    cells = min(_WIDEST, room - margin - max((width(after) for _, after in words), default=0) - 1)
    if cells < _NARROWEST:
        for bar in bars:
            yield from wrap(f"{page.shown(bar.label)}: {bar.range}".removeprefix(": "), room)
        return
    drawn = list(_draw(bars, words, cells))
    # The first number stands at the edge; the others, under the scale where there is room.
    edge = max((width(one.before) + 1 - one.start for one in drawn if one.before), default=0)
    for one in drawn:
        before = f"{one.before} " if one.before else ""
        indent = " " * (max(0, edge) + one.start - width(before))
        yield f"{indent}{before}{page.drawn(one.line)} {one.after}".rstrip()


def _draw(bars: Sequence[Bar], words: Sequence[tuple[str, str]], cells: int) -> Iterator[_Drawn]:
    low, high = scale([bar.range for bar in bars])
    for bar, (before, after) in zip(bars, words, strict=True):
        start = 0 if bar.range.low is None else _cell(bar.range.low, low, high, cells)
        end = cells - 1 if bar.range.high is None else _cell(bar.range.high, low, high, cells)
        if bar.range.is_point:
            yield _Drawn(start, "●", before, after)
            continue
        # However short, it has two ends, and within the scale.
        start = min(start, cells - 2)
        end = max(end, start + 1)
        first = "←" if bar.range.low is None else "├" if bar.range.low_closed else "("
        last = "→" if bar.range.high is None else "┤" if bar.range.high_closed else ")"
        yield _Drawn(start, first + "─" * (end - start - 1) + last, before, after)


def scale(ranges: Sequence[Range]) -> tuple[Fraction, Fraction]:
    """The numbers at the two edges, with a margin for arrows to point into."""
    ends = [end for one in ranges for end in (one.low, one.high) if end is not None] or [0]
    low, high = Fraction(min(ends)), Fraction(max(ends))
    flat, margin = low == high, (high - low) / 8 or Fraction(1)
    if flat or any(one.low is None for one in ranges):
        low -= margin
    if flat or any(one.high is None for one in ranges):
        high += margin
    return low, high


def _cell(number: Number, low: Fraction, high: Fraction, cells: int) -> int:
    return round((number - low) / (high - low) * (cells - 1))


def _before(range_: Range) -> str:
    if range_.low is None or range_.is_point:
        return ""
    return write_number(range_.low)


def _after(bar: Bar, page: Page) -> str:
    high = "" if bar.range.high is None else write_number(bar.range.high)
    return f"{high}  {page.shown(bar.label)}".strip()

"""The number line of a finding as SVG: its ranges one under the other, on one scale.

A closed end is an upright stroke, an open one a ring, an unbounded one an arrow at the edge,
and a single number a dot. What all ranges hold in common is shaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from operator import and_

from factcheck.findings import Bar
from factcheck.numbers import Number
from factcheck.ranges import Range
from factcheck.reports.markup import escaped
from factcheck.reports.number_line import scale

_WIDTH, _HEIGHT, _MARGIN = 320, 20, 8
_MIDDLE = _HEIGHT // 2
# However narrow, a range has two ends that can be told apart.
_NARROWEST = 6.0


def write_bars(bars: Sequence[Bar]) -> Iterator[str]:
    """A list with an entry for each range that holds a number: in words, and drawn."""
    bars = [bar for bar in bars if not bar.range.empty]
    if not bars:
        return
    place = _placing([bar.range for bar in bars])
    common = reduce(and_, (bar.range for bar in bars))
    shade = _shade(common, place) if len(bars) > 1 else ""
    yield '<ul class="bars">\n'
    for bar in bars:
        label = f"{escaped(bar.label)}: " if bar.label.strip() else ""
        words = f'<span dir="auto">{label}<b>{escaped(str(bar.range))}</b></span>'
        # Whoever cannot see it has read the same in words just before.
        yield (
            f'<li>{words}<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true">'
            f"{shade}{''.join(_drawn(bar.range, place))}</svg></li>\n"
        )
    yield "</ul>\n"


def _placing(ranges: Sequence[Range]) -> Callable[[Number], float]:
    low, high = scale(ranges)
    room = _WIDTH - 2 * _MARGIN

    def place(number: Number) -> float:
        # Exact until here: the ends may be too large for a float, what lies between is not.
        return round(_MARGIN + room * float((number - low) / (high - low)), 1)

    return place


def _ends(range_: Range, place: Callable[[Number], float]) -> tuple[float, float]:
    start = 1.0 if range_.low is None else place(range_.low)
    end = _WIDTH - 1.0 if range_.high is None else place(range_.high)
    if end - start < _NARROWEST and not range_.is_point:
        end = start + _NARROWEST
    return start, end


def _shade(common: Range, place: Callable[[Number], float]) -> str:
    if common.empty:
        return ""
    start, end = _ends(common, place)
    width = max(end - start, 2.0)
    return f'<rect class="common" x="{start}" y="0" width="{width:.1f}" height="{_HEIGHT}"/>'


def _drawn(range_: Range, place: Callable[[Number], float]) -> Iterator[str]:
    start, end = _ends(range_, place)
    yield f'<path class="axis" d="M0 {_MIDDLE}H{_WIDTH}"/>'
    if range_.is_point:
        yield f'<circle class="dot" cx="{start}" cy="{_MIDDLE}" r="5"/>'
        return
    yield f'<path class="bar" d="M{start} {_MIDDLE}H{end}"/>'
    yield _end(start, 1, unbounded=range_.low is None, closed=range_.low_closed)
    yield _end(end, -1, unbounded=range_.high is None, closed=range_.high_closed)


def _end(at: float, inwards: int, *, unbounded: bool, closed: bool) -> str:
    if unbounded:
        back = at + 7 * inwards
        return f'<path class="end" d="M{back} {_MIDDLE - 5}L{at} {_MIDDLE}L{back} {_MIDDLE + 5}"/>'
    if closed:
        return f'<path class="end" d="M{at} {_MIDDLE - 6}V{_MIDDLE + 6}"/>'
    return f'<circle class="ring" cx="{at}" cy="{_MIDDLE}" r="3.5"/>'

"""The ends of ranges: how they compare, what arithmetic makes of them, how they are worded."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

from factcheck.numbers import Number, write_number

# (-1, 0 or 1 for below, among or above all numbers; the number; whether the range holds it).
# High ends compare as their tuples do, low ends by `_as_low`.
End: TypeAlias = tuple[int, Number, bool]


def low_end(number: Number | None, closed: bool) -> End:  # noqa: FBT001
    """The end at this number, or below all."""
    return (-1, 0, False) if number is None else (0, number, closed)


def high_end(number: Number | None, closed: bool) -> End:  # noqa: FBT001
    """The end at this number, or above all."""
    return (1, 0, False) if number is None else (0, number, closed)


def span(ends: Iterable[End]) -> tuple[End, End]:
    """The lowest and the highest, a closed one where an open one is at the same number."""
    ends = tuple(ends)
    return min(ends, key=_as_low), max(ends)


def shared(one: tuple[End, End], another: tuple[End, End]) -> tuple[End, End]:
    """The higher low and the lower high end, an open one where a closed one is there too."""
    return max(one[0], another[0], key=_as_low), min(one[1], another[1])


def plus(one: End, another: End) -> End:
    """The end of a sum, from two low or two high ends."""
    return (one[0] or another[0], one[1] + another[1], one[2] and another[2])


def times(one: End, another: End) -> End:
    """A corner of a product: what x * y comes to as x and y go to these ends."""
    # Zero is reached wherever one side holds it, however far or open the other end is.
    if (0, 0, True) in (one, another):
        return (0, 0, True)
    product = (one[0] or one[1]) * (another[0] or another[1])
    if one[0] or another[0]:
        # An open zero times infinity could come to anything; the other corners span all of it.
        return ((product > 0) - (product < 0), 0, False)
    return (0, product, one[2] and another[2])


def inverse(end: End) -> End:
    """The end of 1 / y, from an end of a range of positive numbers."""
    if end[0]:
        return (0, 0, False)
    return (0, 1 / Fraction(end[1]), end[2]) if end[1] else (1, 0, False)


def in_words(low: End, high: End) -> str:
    """What a story would call the numbers between."""
    if low[2] and high[2]:
        ends = [write_number(low[1]), write_number(high[1])]
        return ends[0] if low == high else " to ".join(ends)
    bounds = []
    if not low[0]:
        bounds.append(f"{'at least' if low[2] else 'more than'} {write_number(low[1])}")
    if not high[0]:
        bounds.append(f"{'up to' if high[2] else 'less than'} {write_number(high[1])}")
    return " and ".join(bounds) or "everything"


def _as_low(end: End) -> tuple[int, Number, bool]:
    """The order of low ends: at the same number, a closed range begins before an open one."""
    return (end[0], end[1], not end[2])

"""From prose to its figures."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Date, Quantity
from factcheck.quantities.candidates import find_windows, shape_of
from factcheck.quantities.conversions import with_conversions
from factcheck.quantities.parsing import read_window
from factcheck.quantities.placing import place
from factcheck.tokens import Tokens


def read_quantities(tokens: Tokens, dates: tuple[Date, ...]) -> tuple[Quantity, ...]:
    """The figures among these tokens; a day, a year or a clock time is none."""
    covered = [
        tokens.between(date.span.start, date.span.end)
        for date in dates
        # "Three years ago" gives a duration as well as a date.
        if not date.relative or date.clock is not None
    ]
    return tuple(with_conversions(tokens, _placed(tokens, shape_of(tokens, covered))))


def _placed(tokens: Tokens, shape: str) -> Iterator[Quantity]:
    raw = tokens.raw
    for first, last in find_windows(raw, shape):
        for reading in read_window(raw[first:last]):
            yield from place(tokens, reading, first)

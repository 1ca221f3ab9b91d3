"""From prose to its figures."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Date, Quantity, Span
from factcheck.quantities.candidates import find_windows, shape_of
from factcheck.quantities.context import is_figure, words
from factcheck.quantities.drafts import Draft
from factcheck.quantities.parsing import parse_window
from factcheck.ranges import Range
from factcheck.tokens import Tokens


def read_quantities(tokens: Tokens, dates: tuple[Date, ...]) -> tuple[Quantity, ...]:
    """The figures among these tokens; a day, a year or a clock time is none."""
    covered = [
        tokens.between(date.span.start, date.span.end)
        for date in dates
        # "Three years ago" gives a duration as well as a date.
        if not date.relative or date.clock is not None
    ]
    shape = shape_of(tokens, covered)
    return tuple(
        quantity
        for first, last in find_windows(shape)
        for draft in parse_window(tokens.raw[first:last])
        for quantity in _placed(tokens, draft, tokens.starts[first])
    )


def _placed(tokens: Tokens, draft: Draft, offset: int) -> Iterator[Quantity]:
    """The draft as the figure or the two figures it is in this place."""
    places = tokens.between(offset + draft.start, offset + draft.end)
    if draft.ends and draft.form == "from" and _changes(tokens, places.start):
        for end in draft.ends:
            yield from _placed(tokens, end, offset)
    elif is_figure(tokens, draft, places.start, places.stop):
        yield _quantity(draft, offset)


def _changes(tokens: Tokens, first: int) -> bool:
    """Whether a word of change stands shortly before: "cut the price from $5 to $3"."""
    change = words("change")
    return any(tokens.word(index).lower() in change for index in range(max(0, first - 8), first))


def _quantity(draft: Draft, offset: int) -> Quantity:
    span = Span(offset + draft.start, offset + draft.end)
    start, end = draft.number
    bounds = Range(
        draft.low, draft.high, low_closed=draft.low_closed, high_closed=draft.high_closed
    )
    return Quantity(
        span, bounds, draft.unit, draft.kind, draft.approximate, draft.step,
        Span(offset + start, offset + end), inverted=draft.inverted,
    )  # fmt: skip

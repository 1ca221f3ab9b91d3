"""A conversion in brackets is hedged as what it converts: "more than 7m crowns ($1m)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Quantity
from factcheck.ranges import Range
from factcheck.tokens import Tokens
from factcheck.values import replace


def with_conversions(tokens: Tokens, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The figures, those in brackets with the bound of the one right before them."""
    before: Quantity | None = None
    for quantity in quantities:
        if before is not None and _converts(tokens, before, quantity):
            quantity = _hedged_alike(before, quantity)
        yield quantity
        before = quantity


def _converts(tokens: Tokens, before: Quantity, quantity: Quantity) -> bool:
    """Whether nothing but an opening bracket lies between, and both measure one thing."""
    if before.kind == "count" or before.kind != quantity.kind or before.unit == quantity.unit:
        return False
    if not before.approximate and before.range.low is not None and before.range.high is not None:
        return False
    between = "".join(tokens.words(before.span.end, quantity.span.start)).strip()
    return between == "(" and quantity.range.is_point


def _hedged_alike(before: Quantity, quantity: Quantity) -> Quantity:
    value, bounds = quantity.range.low, before.range
    if bounds.low is None:
        hedged = Range(None, value, high_closed=bounds.high_closed)
    elif bounds.high is None:
        hedged = Range(value, None, low_closed=bounds.low_closed)
    else:
        hedged = quantity.range
    return replace(quantity, range=hedged, approximate=before.approximate)

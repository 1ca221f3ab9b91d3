"""Whose word the text at one place of a story is."""

from __future__ import annotations

from bisect import bisect_right

from factcheck.model import AUTHOR, Document, Source

# No more than a few attributions ever cover one place.
_NEAR = 12


def teller(document: Document, offset: int) -> Source:
    """Who stands behind what is said at this offset: the innermost speaker, or the author."""
    statements = document.statements
    last = bisect_right(statements, offset, key=lambda one: one.span.start)
    round_it = [
        one
        for one in statements[max(0, last - _NEAR) : last]
        if one.content.start <= offset < one.content.end
    ]
    inner = min(round_it, key=lambda one: one.content.end - one.content.start, default=None)
    return inner.source if inner else AUTHOR


def quoted(document: Document, offset: int) -> bool:
    """Whether the text at this offset stands in a quotation."""
    return document.region_at(offset) == "quotation"

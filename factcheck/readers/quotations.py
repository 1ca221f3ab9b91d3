"""Where a story quotes: text in double quotation marks, for every reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Region, Span

# A straight mark opens only before a word and not after one: 27" is a screen. A quotation that
# runs on has no closing mark, but its next paragraph opens with one again.
_QUOTATION = re.compile(
    r"""“[^“”\n]*+(?:”|(?=\n\s*+“))|"(?<!\w")(?=\S)[^"\n]*+(?:"|(?=\n\s*+"))|«[^«»\n]*+»"""
)


def find_quotations(prose: str) -> Iterator[Region]:
    """Each quotation with its marks; one that runs on ends with each paragraph."""
    for found in _QUOTATION.finditer(prose):
        yield Region("quotation", Span(*found.span()))

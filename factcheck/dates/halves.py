"""The single dates of a story: a stretch is the date it begins on and the one it ends on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factcheck.model import Date, Document, Span


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[-‑–—~/]|\b(?:to|until|till|through|and))\s*\Z")


def halves(document: Document, date: Date) -> Iterator[Date]:
    """The date itself, or the two ends of a stretch, each with a span of its own."""
    if date.end is None:
        yield date
        return
    start, stop = date.span.start, date.end.span.start
    joint = _joint().search(document.prose, start, stop)
    yield replace(date, end=None, span=Span(start, joint.start() if joint else stop))
    yield date.end

"""The single dates of a story: a stretch is the date it begins on and the one it ends on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model import Date, Document, Span
from factcheck.values import replace


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
    yield _of_one_year(date, date.end)


def _of_one_year(first: Date, last: Date) -> Date:
    """The end in the year of the beginning, "from 3 November 2019 to 9 June" in the next."""
    if first.year is None or last.year is not None or last.month is None or first.month is None:
        return last
    return replace(last, year=first.year + (last.month < first.month))

"""Two dates as the ends of a stretch: "from 2011 to 2015", "between Monday and Friday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.dates.shapes import Page
from factcheck.model import Date, Span
from factcheck.values import replace


def join_stretches(page: Page, dates: Iterable[Date]) -> Iterator[Date]:
    """The dates, each two that are the ends of a stretch as one with an `end`."""
    held: Date | None = None
    for date in dates:
        if held is None:
            held = date
        elif date.span.start - held.span.end <= 12 and _are_ends(page, held, date):
            yield _stretch(held, date)
            held = None
        else:
            yield held
            held = date
    if held is not None:
        yield held


def _are_ends(page: Page, first: Date, last: Date) -> bool:
    if first.end or last.end or (first.clock is None) != (last.clock is None):
        return False
    tokens = page.tokens
    stop = tokens.at(first.span.end - 1) + 1
    between = [one for one in range(stop, tokens.at(last.span.start)) if page.shape[one] != "n"]
    if len(between) != 1:
        return False
    joint, before = page.shape[between[0]], page.word(page.previous(tokens.at(first.span.start)))
    if joint == "x":
        return before == "between"
    if joint == "t":
        return before == "from" or first.precision == last.precision
    return joint in "-~" and first.precision == last.precision


def _stretch(first: Date, last: Date) -> Date:
    """The first date as far as the last one; "November to January 2019" began in 2018."""
    span = Span(first.span.start, last.span.end)
    year = first.year
    if year is None and first.month is not None and last.month is not None and last.year:
        year = last.year - (first.month > last.month)
    return replace(first, span=span, year=year, end=last)

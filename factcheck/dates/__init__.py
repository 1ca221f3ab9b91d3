"""What a story says of days, years and times, and what that comes to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from factcheck.dates import calendar, clocks, decades, relative, seasons, years
from factcheck.dates.forms import Reader
from factcheck.dates.joining import join_stretches
from factcheck.dates.resolving import Day, readings, resolve, weekday_of
from factcheck.dates.shapes import Page, page_of
from factcheck.model import Date
from factcheck.tokens import Tokens

__all__ = ["Day", "find_dates", "readings", "resolve", "weekday_of"]

# A letter at which some form may begin. What is frequent must be followed by what makes it a
# date: a small number by a month, a unit of time by "ago".
_TRIGGER = (
    "[DwMmbYzFHGRTXSKkdeLgOUuCQ](?:(?<=[DwMmbYzFHGRTXSK])|(?<=[de])(?=n?[-~/:aoptxiMmbsCZ])"
    "|(?<='[de])|(?<=k)(?=n?[-~taopZ])|(?<=L)(?=n?[USDMmbQCX])|(?<=g)(?=n?L)"
    "|(?<=O)(?=n?[-QCO])|(?<=[UuCQ])(?=n?g))"
)

_Attempt = tuple[Callable[[str, int], "re.Match[str] | None"], Reader]


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(_TRIGGER)


@cache
def _attempts(letter: str) -> tuple[_Attempt, ...]:
    """The forms that may begin with this letter, those that read most first."""
    everything = (
        *calendar.FORMS, *clocks.FORMS, *decades.FORMS, *years.FORMS, *seasons.FORMS,
        *relative.FORMS,
    )  # fmt: skip
    return tuple((form.compile().match, form.read) for form in everything if letter in form.starts)


def find_dates(tokens: Tokens) -> tuple[Date, ...]:
    """The dates and times of day of a text in reading order; no two overlap."""
    page = page_of(tokens)
    return tuple(join_stretches(page, _scan(page)))


def _scan(page: Page) -> Iterator[Date]:
    search, shape, tokens = _trigger().search, page.shape, page.tokens
    index = stop = 0
    while hit := search(shape, index):
        index = hit.start()
        date = _date_at(page, index)
        if date is not None and date.span.start >= stop:
            yield date
            stop = date.span.end
            index = max(index, tokens.at(stop - 1))
        index += 1


def _date_at(page: Page, index: int) -> Date | None:
    shape = page.shape
    for match_at, read in _attempts(shape[index]):
        match = match_at(shape, index)
        if match is not None and (date := read(page, match)) is not None:
            return date
    return None

"""Stretches of days: what a date, a month or a season comes to in a year."""

from __future__ import annotations

from datetime import date as Calendar  # noqa: N812
from datetime import timedelta

from factcheck.model import Date

Stretch = tuple[Calendar, Calendar]

DAY = timedelta(days=1)


def calendar_day(year: int, month: int, day: int) -> Calendar | None:
    """The day, None where there is no such day."""
    try:
        return Calendar(year, month, day)
    except (ValueError, OverflowError, TypeError):
        return None


def month_of(year: int, month: int) -> Stretch:
    """The first and the last day of a month."""
    following = Calendar(year + month // 12, month % 12 + 1, 1)
    return Calendar(year, month, 1), following - DAY


def seasons_of(first: int, last: int) -> Stretch:
    """All that a season of these years may be.

    Winter begins in one year and ends in another, and so does summer south of the equator.
    """
    return Calendar(first - 1, 12, 1), Calendar(last + 1, 3, 31)


def stretch_of(date: Date, year: int) -> Stretch | None:
    """The days of a date in this year; None for a fiscal one and for a day that does not exist."""
    if date.precision == "season":
        return seasons_of(year, year)
    if date.part or date.precision == "quarter":
        return None
    if date.precision == "century":
        return Calendar(year, 1, 1), Calendar(year + 100, 12, 31)
    if date.precision == "decade":
        return Calendar(year, 1, 1), Calendar(year + 9, 12, 31)
    if date.month is None:
        return Calendar(year, 1, 1), Calendar(year, 12, 31)
    if date.day is None:
        return month_of(year, date.month)
    day = calendar_day(year, date.month, date.day)
    return (day, day) if day else None


def nearest_years(date: Date, story: Calendar) -> list[Stretch]:
    """The last such day or month on or before the story's date, and the first on or after it."""
    # Eight years, because 29 February may be that far away.
    found = [
        stretch
        for year in range(max(1, story.year - 8), min(9998, story.year + 9))
        if (stretch := stretch_of(date, year))
    ]
    before = [one for one in found if one[0] <= story]
    after = [one for one in found if one[1] >= story]
    return list(dict.fromkeys(before[-1:] + after[:1]))


def nearest_weekdays(weekday: int, story: Calendar) -> list[Stretch]:
    """The last such weekday on or before the story's date, and the first on or after it."""
    after = story + DAY * ((weekday - story.weekday()) % 7)
    before = story - DAY * ((story.weekday() - weekday) % 7)
    return [(one, one) for one in dict.fromkeys((before, after))]

"""FC303: a date with a weekday it did not fall on."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Compared,
    Date,
    Document,
    Example,
    Finding,
    days_between,
    days_with_weekday,
    halves,
    readings,
    rule,
    weekdays_of,
    write_choice,
    write_day,
    write_weekday,
    years_with_weekday,
)

# "Every Friday, 2 March to 30 April" begins on the first of them; in "Monday and Tuesday, 5 and 6
# November" the weekday belongs to the second day; "Sheffield Wednesday" is a club.
_JOINTS = frozenset(("and", "or", "to", "every", "each", "-", "–", "—", "&", "/", ","))
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Weekdays = dict[int, tuple[int, ...]]  # of each year the day may be of
_CLUBS = frozenset(("Sheffield",))
# Papers leave out the year of days this near; others are of the story's own year.
_NEAR = 200
_STORY = (2018, 11, 7)


@rule(
    "FC303",
    examples=[
        "SKELLABY, Nov. 16, 2026 — The board meets on [[Friday, 3 December]], at noon.",
        "SKELLABY, Nov. 16, 2026 — The board meets on Thursday, 3 December, at noon.",
        "The bridge at Quenby was closed on [[Tuesday, 4 November 2018]].",
        "The fair opens on [[Monday, May 5, 2019]], and admission is free.",
        "Voters in Marel go to the polls on [[Sunday 13 March 2021]].",
        "The ferry sank on [[Saturday, 3 April 1931]], with 42 aboard.",
        "The market runs from Thursday 2 May 2019 to [[Sunday 4 May 2019]].",
        Example("The council meets again on [[Monday, 4 December]].", as_of=_STORY),
        "The bridge at Quenby was closed on Sunday, 4 November 2018.",
        "The fair opens on Sunday, May 5, 2019, and admission is free.",
        # A Sunday in the calendar that Russia used then.
        "The march on the palace was on Sunday, 9 January 1905.",
        "Doors open on Monday and Tuesday, 5 and 6 November 2018.",
        "The choir sings every Friday, 4 November 2018 to 3 March 2019.",
        "Sheffield Wednesday, 4 November 2018: a draw that felt like a defeat.",
        "The council meets again on Monday, 4 December.",
        Example("The council met on Sunday, 4 November.", as_of=_STORY),
        Example("Of Fri-Sun, 4-6 January 2019, only Sunday was dry.", as_of=_STORY),
        Example("Marel was cut off in 1985. By Monday, 4 November, snow fell.", as_of=_STORY),
    ],
)
def weekday_wrong(document: Document) -> Iterator[Finding | Compared]:
    """A date falls on the weekday that stands beside it.

    One of the two is wrong, and a reader who trusts the other one comes on the wrong day. A date
    without a year is of the story's own year, of the one before or after where that is within 200
    days, or of a year that the story names. Up to 1923 the Julian calendar is granted too.

    Compares: A date with the weekday beside it.

    Tolerance: Any year the date may be of: its own, or else the story’s, one that puts it within
    200 days of the story, and those the story names; up to 1923 the Julian calendar too.

    Silent: Where there is neither a year nor a day of the story, or the weekday is part of a name
    or of a series (“every Monday”).

    Published: The Daily Telegraph, 24 February 1988: the masthead of that Wednesday said Thursday,
    and readers kept appointments a day early (Los Angeles Times, 26 February 1988).
    """
    for date in document.dates:
        if date.weekday is None and (date.end is None or date.end.weekday is None):
            continue
        for one in halves(document, date):
            if one.weekday is not None and one.day and one.month and not _shared(document, one):
                yield from _checked(document, one)


def _shared(document: Document, date: Date) -> bool:
    """Whether the weekday belongs to a list, to a series or to a name."""
    tokens = document.tokens
    first = tokens.at(date.span.start)
    before = tokens.word(first - 1)
    if before.lower() in ("every", "each") or before in _CLUBS:
        return True
    if before.lower() not in _JOINTS:
        return False
    return tokens.word(first - 2).lower().startswith(_WEEKDAYS)


def _checked(document: Document, date: Date) -> Iterator[Finding | Compared]:
    assert date.month and date.day
    years = [date.year] if date.year is not None else _fair_years(document, date)
    fair = {year: weekdays_of(year, date.month, date.day) for year in years}
    if not any(fair.values()):
        return
    if any(date.weekday in weekdays for weekdays in fair.values()):
        yield Compared((date.span,), "the day falls on the weekday named")
    else:
        year = years[0] if fair[years[0]] else next(one for one in years if fair[one])
        yield _finding(document, date, year, fair)


def _fair_years(document: Document, date: Date) -> list[int]:
    """The years a date without one may be of, the story's own first."""
    # 29 February may be years away.
    if document.as_of is None or (date.month, date.day) == (2, 29):
        return []
    story = document.as_of, document.as_of
    near = (
        day[0][0]
        for day in readings(date, document.as_of)
        if max(days_between(story, day).low or 0, days_between(day, story).low or 0) < _NEAR
    )
    return list(dict.fromkeys((story[0][0], *near, *_told_years(document))))


def _told_years(document: Document) -> Iterator[int]:
    """Each year that the story names, "last year" and "three years ago" among them."""
    for date in document.dates:
        if date.year is not None:
            yield date.year
        elif date.relative and date.precision == "year":
            for first, last in readings(date, document.as_of):
                yield from range(first[0], last[0] + 1)


def _finding(document: Document, date: Date, year: int, fair: Weekdays) -> Finding:
    assert date.month and date.day and date.weekday is not None
    day = (year, date.month, date.day)
    named, actual = write_weekday(date.weekday), write_weekday(fair[year][0])
    near = (write_day(one) for one in days_with_weekday(day, date.weekday))
    changes = [f"the weekday is {actual}", f"the day is {write_choice(near)}"]
    if date.year is not None:
        years = [*map(str, years_with_weekday(day, date.weekday))]
        changes += [f"the year is {write_choice(years)}"] if years else []
    return Finding(
        f"“{date.span.of(document.text)}” is given for a {named}; {write_day(day)} is a {actual}",
        (date.span.labelled(f"a {actual}"),),
        working=tuple(
            f"{write_day((one, date.month, date.day))} is a {write_weekday(weekday)}"
            + (" by the Julian calendar" if place else "")
            for one, weekdays in fair.items()
            for place, weekday in enumerate(weekdays)
        ),
        consistent_if=tuple(changes),
    )

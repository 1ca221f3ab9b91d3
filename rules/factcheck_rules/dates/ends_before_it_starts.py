"""FC307: something that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Compared,
    Course,
    Date,
    Document,
    Finding,
    days_between,
    find_courses,
    readings,
    rule,
    write_month,
)


@rule(
    "FC307",
    examples=[
        "She was mayor of Marel from [[2015]] to [[2011]].",
        "The exhibition opened on [[3 May]] and closed on [[2 May]].",
        "The tannery opened in [[1911]] and closed in [[1899]], when the river was moved.",
        "The writer Ben Orme ([[1950]]-[[1919]]) spent his summers in Quenby.",
        "The road will be shut from [[9 May 2019]] to [[3 April 2019]].",
        "Ada Orme was born on [[4 March 1951]] and died on [[3 March 1951]], her stone says.",
        "Tickets are on sale from [[9]] to [[3 May]].",
        "She was mayor of Marel from 2011 to 2015.",
        "The exhibition opened on 2 May and closed on 3 May.",
        "The tannery opened in 1911 and closed in 1911, a month later.",
        "The pass is shut from November to March.",
        "The fishing season runs from 9 May to 3 April.",
        "The tax year runs from 6 April to 5 April.",
        "The film tells her life backwards, from 2015 to 1951.",
        "The number of pupils in the valley fell from 2015 to 1990.",
        "The pots were made from 1500 to 1200 BC, and buried with the dead.",
        "The tannery opened in 1911 and the mill, older by far, closed in 1899.",
        "The band split up in 1985, reuniting from the 1990s to the 1980s' tunes.",
        "The rink opened in November and closed in March.",
    ],
)
def ends_before_it_starts(document: Document) -> Iterator[Finding | Compared]:
    """What ends on a date began on it or before.

    Two dates were swapped, or one is mistyped. Dates without a year pass where the end may be in
    the next one ("from November to March"); only within one month is that taken to be a slip.

    Compares: The beginning of a stretch of time with its end: “from … to …”, “opened … and closed
    …”.

    Tolerance: Dates without a year may be of two years, unless both are of one month.

    Silent: Where one of the two is not known, or the sentence runs backwards (“fell from 2015 to
    1990”, “back”, “BC”).
    """
    for course in find_courses(document):
        swapped = _swapped(course)
        if swapped:
            yield _finding(document, course)
        elif swapped is not None:
            yield Compared((course.first.span, course.last.span), "the end follows the beginning")


def _swapped(course: Course) -> bool | None:
    """Whether the end comes first; None where nobody can tell."""
    first, last = course.first, course.last
    if first.year is not None and last.year is not None:
        begins, ends = readings(first), readings(last)
        return ends[0][1] < begins[0][0] if begins and ends else None
    if first.month is None or first.month != last.month or not (first.day and last.day):
        return None
    # "From 6 April to 5 April" is a whole year.
    return last.day < first.day - (0 if course.told else 1)


def _finding(document: Document, course: Course) -> Finding:
    first, last = (_written(document, date) for date in (course.first, course.last))
    return Finding(
        f"The end, {last}, comes before the beginning, {first}",
        (
            course.last.span.labelled("the end"),
            course.first.span.labelled("the beginning"),
        ),
        working=(_distance(course) or f"{last} comes before {first}",),
        consistent_if=(
            f"the two are swapped: {last} to {first}",
            f"the beginning is {last} or before",
            f"the end is {first} or later",
        ),
    )


def _written(document: Document, date: Date) -> str:
    """The date as the story has it, "9" in "9 to 3 May" with its month."""
    text = date.span.of(document.text)
    return f"{text} {write_month(date.month)}" if text.isdigit() and date.month else text


def _distance(course: Course) -> str:
    begins, ends = readings(course.first), readings(course.last)
    if not begins or not ends:
        return ""
    (_, begun), (ended, _) = begins[0], ends[0]
    if begun[0] != ended[0]:
        return f"{ended[0]} - {begun[0]} = {ended[0] - begun[0]} years"
    return f"the end is {days_between(ends[0], begins[0]).low} days too early"

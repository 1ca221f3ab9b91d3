"""FC303: a date with a weekday it did not fall on."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Compared,
    Date,
    Document,
    Example,
    Finding,
    days_with_weekday,
    halves,
    rule,
    weekdays_of,
    write_choice,
    write_day,
    write_weekday,
    years_with_weekday,
)

# "Every Friday, 2 March to 30 April" begins on the first of them; in "Monday and Tuesday, 5 and 6
# November" the weekday belongs to the second day; "Sheffield Wednesday" is a club.
_OTHER_WEEKDAYS = frozenset(("and", "or", "to", "every", "each", "-", "–", "—", "&", "/", ","))
_CLUBS = frozenset(("Sheffield",))
_STORY = (2018, 11, 7)


@rule(
    "FC303",
    examples=[
        "The bridge at Quenby was closed on [[Tuesday, 4 November 2018]].",
        "The fair opens on [[Monday, May 5, 2019]], and admission is free.",
        "Voters in Marel go to the polls on [[Sunday 13 March 2021]].",
        "The ferry sank on [[Saturday, 3 April 1931]], with 42 aboard.",
        "The market runs from Thursday 2 May 2019 to [[Sunday 4 May 2019]].",
        Example("The council meets again on [[Thursday, 4 November]].", as_of=_STORY),
        "The bridge at Quenby was closed on Sunday, 4 November 2018.",
        "The fair opens on Sunday, May 5, 2019, and admission is free.",
        # A Sunday in the calendar that Russia used then.
        "The march on the palace was on Sunday, 9 January 1905.",
        "Doors open on Monday and Tuesday, 5 and 6 November 2018.",
        "The choir sings every Friday, 4 November 2018 to 3 March 2019.",
        "Sheffield Wednesday, 4 November 2018: a draw that felt like a defeat.",
        "The council meets again on Thursday, 4 November.",
        Example("The council met on Sunday, 4 November.", as_of=_STORY),
        # In 2019, as the day before next November.
        Example("The museum will reopen on Monday, 4 November 2019.", as_of=_STORY),
        Example("Snow lay in Marel in 1985. By Monday, 4 November, it was a metre deep.", as_of=_STORY),
    ],
)
def weekday_wrong(document: Document) -> Iterator[Finding | Compared]:
    """A date falls on the weekday that stands beside it.

    One of the two is wrong, and a reader who trusts the other one comes on the wrong day. A date
    without a year is held against the story's own date, the year before, the year after and each
    year that the story names. Up to 1923 the Julian calendar is granted too.
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
    before = tokens.word(tokens.at(date.span.start) - 1)
    if before.lower() in ("every", "each") or before in _CLUBS:
        return True
    if before.lower() not in _OTHER_WEEKDAYS:
        return False
    others = document.dates_in(document.sentences[document.sentence_at(date.span.start)].span)
    return any(
        other.weekday is not None and other.day is None and 0 < date.span.start - other.span.end < 6
        for other in others
    )


def _checked(document: Document, date: Date) -> Iterator[Finding | Compared]:
    assert date.month and date.day
    years = [date.year] if date.year is not None else _fair_years(document)
    fair = {year: weekdays_of(year, date.month, date.day) for year in years}
    if not any(fair.values()):
        return
    if any(date.weekday in weekdays for weekdays in fair.values()):
        yield Compared((date.span,), "the day falls on the weekday named")
    else:
        year = years[0] if fair[years[0]] else next(one for one in years if fair[one])
        yield _finding(document, date, year, fair)


def _fair_years(document: Document) -> list[int]:
    """The years a date without one may be of, the story's own first."""
    if document.as_of is None:
        return []
    own = document.as_of[0]
    named = (date.year for date in document.dates if date.year is not None)
    return list(dict.fromkeys((own, own - 1, own + 1, *named)))


def _finding(document: Document, date: Date, year: int, fair: dict[int, tuple[int, ...]]) -> Finding:
    assert date.month and date.day and date.weekday is not None
    day = (year, date.month, date.day)
    named, actual = write_weekday(date.weekday), write_weekday(fair[year][0])
    near = (write_day(one) for one in days_with_weekday(day, date.weekday))
    changes = [f"the weekday is {actual}", f"the day is {write_choice(near)}"]
    if date.year is not None:
        years = [*map(str, years_with_weekday(day, date.weekday))]
        changes += [f"the year is {write_choice(years)}"] if years else []
    return Finding(
        f"“{date.span.of(document.text)}” was given for a {named}, but {write_day(day)} is a {actual}",
        (date.span.labelled(f"a {actual}"),),
        working=tuple(
            f"{write_day((one, date.month, date.day))} is a {write_weekday(weekday)}"
            + (" by the Julian calendar" if place else "")
            for one, weekdays in fair.items()
            for place, weekday in enumerate(weekdays)
        ),
        consistent_if=tuple(changes),
    )

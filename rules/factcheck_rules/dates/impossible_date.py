"""FC304: a day that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck import (
    Date,
    Document,
    Finding,
    Span,
    days_of,
    halves,
    rule,
    write_choice,
    write_month,
)

_LONGEST = 31
_LEAD = r"\b(?:on|until|till|since|dated|from|by|before|after|ending|starting)(?:\s+the)?\s"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# "There is no 31 September", "31 September does not exist".
_SAYS_SO = r"\b(?:no|not|never)\b|\bexist|\bjok|\bfiction|\binvent|\bimpossibl|\bsuch (?:a )?da"


@rule(
    "FC304",
    examples=[
        "Bids for the old mill close on [[31 September]].",
        "The licence ran out on [[29 February 2023]].",
        "The lease on the quay ends on [[June 31, 2024]].",
        "The last tram ran on [[Sept. 31]], a Friday.",
        "The form was stamped [[30.02.2020]] by the office.",
        "The road is shut until [[32 May 2019]].",
        "The museum opens on [[35 August]].",
        "Bids for the old mill close on 30 September.",
        "The licence ran out on 29 February 2024.",
        "The shop has been open every 29 February since the war.",
        "In June 31 people were hurt, and in September 31 more.",
        "In June 31 of the 40 seats changed hands, and in April 31 went back.",
        "There is no 31 September, as the clerk found out too late.",
        "The court was told that 30 February does not exist.",
        # The day was one in the calendar that Greece used then.
        "The poet was born in Athens on 29 February 1900.",
        "In May 32 of the 40 seats changed hands, and by August 35 had.",
        "The clerk dropped the file in March 2019, 31 pages of it.",
    ],
)
def impossible_date(document: Document) -> Iterator[Finding]:
    """A month has the day that is given for it.

    A deadline on a day that never comes is missed by everyone. 29 February passes where the year
    is not given; up to 1923 the leap years of the Julian calendar pass too. A story may say that
    a day does not exist.

    Compares: A day with the length of its month.

    Tolerance: 29 February passes without a year, and in leap years of the Julian calendar up to
    1923.

    Silent: Where the number may be no day (“in June 31 of them left”), or the story says that the
    day does not exist.

    Published: NBC Nightly News, 20 September 2010: calendar pages on the screen gave April 2008 and
    June 2009 31 days (nightly-daily.blogspot.com, 21 September 2010).
    """
    for date in document.dates:
        if (date.day or 0) > 28 or (date.end is not None and (date.end.day or 0) > 28):
            for one in halves(document, date):
                yield from _checked(document, one)
    beyond = {one for near in _places(document) for one in _past_all(document, near)}
    yield from (_finding(document, *one) for one in sorted(beyond))


def _places(document: Document) -> Iterator[Span]:
    """Where a day beyond the 31st may stand: at a month alone, and at a figure of two digits."""
    for date in document.dates:
        if date.day is None and date.month is not None:
            yield date.span
    for quantity in document.quantities:
        if quantity.kind == "count" and quantity.unit is None:
            low = quantity.range.low
            if low is not None and _LONGEST < low < 100:
                yield quantity.span


def _checked(document: Document, date: Date) -> Iterator[Finding]:
    """A day up to the 31st in a month without it."""
    if not date.day or not date.month or date.day <= days_of(date.year, date.month):
        return
    if _is_date(document, date) and not _says_so(document, date.span):
        yield _finding(document, date.span, date.day, date.month, date.year)


def _is_date(document: Document, date: Date) -> bool:
    """Whether it is one and no figure behind a month: "in June 31 of them left"."""
    if date.year is not None or date.weekday is not None or not _ends_in_day(document, date):
        return True
    before = document.prose[max(0, date.span.start - 14) : date.span.start]
    after = document.prose[date.span.end : date.span.end + 1]
    led = re.search(r"\b(?:on|until|till|since)\s+\Z", before)
    return after in tuple(".,;:)!?") or led is not None


def _ends_in_day(document: Document, date: Date) -> bool:
    return document.prose[date.span.end - 1].isdigit()


@cache
def _high_days() -> re.Pattern[str]:
    """A day beyond the 31st, of a month or behind one: "on 32 May", "until September 40, 2019"."""
    names = "|".join(_MONTHS)
    return re.compile(
        rf"{_LEAD}\s*(?P<date>(?P<day>[3-9]\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{names})"
        rf"(?:\s+(?P<year>[12]\d\d\d))?|(?P<first>{names})\s+(?P<last>[3-9]\d)(?:st|nd|rd|th)?"
        rf"(?:,\s+(?P<tail>[12]\d\d\d)|(?=[.;:)!?]|,\s+\D)))(?![\w%-])"
    )


def _past_all(document: Document, near: Span) -> Iterator[tuple[Span, int, int, int | None]]:
    """A date on a day that no month has, if the month or the figure here is part of one."""
    found = _high_days().search(document.prose, max(0, near.start - 24), near.end + 18)
    if found is None or not near.overlaps(Span(*found.span("date"))):
        return
    day = int(found["day"] or found["last"])
    if day > _LONGEST and not _says_so(document, near):
        year = found["year"] or found["tail"]
        month = _MONTHS.index(found["month"] or found["first"]) + 1
        yield Span(*found.span("date")), day, month, int(year) if year else None


def _says_so(document: Document, span: Span) -> bool:
    sentence = document.sentences[document.sentence_at(span.start)].span
    return re.search(_SAYS_SO, sentence.of(document.prose)) is not None


def _finding(document: Document, span: Span, day: int, month: int, year: int | None) -> Finding:
    longest, name = days_of(year, month), write_month(month)
    stated = f"{name} {year}" if year and month == 2 else name
    changes = [f"the day is {longest} {name}"]
    if day <= _LONGEST:  # The months beside one without a 31st both have it.
        others = [write_month(one) for one in (month - 1, month + 1)]
        changes.append(f"the month is {write_choice(others)}")
    if month == 2 and day == 29 and year:
        leap = (str(one) for one in range(year - 4, year + 5) if days_of(one, 2) == 29)
        changes.append(f"the year is {write_choice(leap)}")
    return Finding(
        f"“{span.of(document.text)}” is no date: {stated} has {longest} days",
        (span.labelled(f"{stated} has {longest} days"),),
        working=(f"{day} - {longest} = {day - longest} more than {stated} has",),
        consistent_if=tuple(changes),
    )

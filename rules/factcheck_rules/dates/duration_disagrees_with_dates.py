"""FC306: a length of time that does not fit its two dates."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Compared,
    Document,
    Elapsed,
    Example,
    Finding,
    Lasting,
    Range,
    find_elapsed,
    find_lastings,
    moved,
    rule,
    write_day,
    write_time,
)

_STORY = (2019, 6, 20)


@rule(
    "FC306",
    examples=[
        "She was mayor of Marel from [[2011 to 2015]], [[six years]].",
        "The second bridge was opened in [[2011]], [[a decade]] after [[2003]].",
        "The harbour was shut for [[six years]], from [[2011 to 2015]].",
        "The mill opened in [[1911]] and closed [[20 years]] later, in [[1935]].",
        "The fair ran for [[nine days]], from [[3 May 2019 to 9 May 2019]].",
        "In [[2011]], [[four years]] after it opened in [[2005]], the pool was filled in.",
        "The [[three years]] between [[May 2011 and June 2016]] were dry.",
        Example("The ferry was laid up for [[nine weeks]] ([[3 May to 9 June]]).", as_of=_STORY),
        "She was mayor of Marel from 2011 to 2015, four years.",
        # Both years counted in.
        "She was mayor of Marel from 2011 to 2015, five years.",
        # From the end of the one to the start of the other.
        "She was mayor of Marel from 2011 to 2015, for three years.",
        "The second bridge was opened in 2013, a decade after 2003.",
        "The harbour was shut for about six years, from 2010 to 2015.",
        "The mill opened in 1911 and closed 24 years later, in 1935.",
        "The fair ran for seven days, from 3 May 2019 to 9 May 2019.",
        "The fair ran for six days, from 3 May 2019 to 9 May 2019.",
        # Five working days.
        "The strike lasted five days, from 3 May 2019 to 9 May 2019.",
        "He was given a six-year sentence from 2011 to 2015 and served four.",
        "Born in 1911 and raised in Quenby, he opened a shop 20 years later, in 1935.",
        "The first six years from 2011 to 2019 were dry.",
        "The ferry was out of service for nine weeks (3 May to 9 June).",
    ],
)
def duration_disagrees_with_dates(document: Document) -> Iterator[Finding | Compared]:
    """The time between two dates is as long as the story says.

    It may be counted with both ends or without, from any day that a year or a month can mean to
    any other, and be rounded to the unit it is given in: 2011 to 2015 is three, four or five
    years. Days may be working days; "about" grants an eighth more.

    Compares: The length of time with the two dates it lies between.

    Tolerance: Both ends counted or not, any day that a year or month can mean, the rounding of
    the unit, and working days for days; “about” grants an eighth more.

    Silent: Where one of the dates is not known, or the length is a part of the time (“the last six
    years”).

    Published: The Associated Press, December 2012: a soldier who died in December 1950 was buried
    63 years after his death; it was 62 (headsuptheblog.blogspot.com, 24 December 2012).
    """
    for lasting in find_lastings(document):
        counts = [one for one in find_elapsed(lasting, document.as_of) if not one.backwards]
        if not counts:
            continue
        if any(one.agree for one in counts):
            yield Compared(lasting.spans, "the length fits the two dates")
        else:
            yield _finding(document, lasting, counts[0])


def _finding(document: Document, lasting: Lasting, count: Elapsed) -> Finding:
    length = lasting.length.span.of(document.text)
    first, last = lasting.first.precision, lasting.last.precision
    stretch = f"{write_day(count.first[0], first)} to {write_day(count.last[0], last)}"
    time = write_time(count.measured, in_days=count.in_days)
    said = f"{stretch} is {_limit(count)}"
    return Finding(
        f"“{length}” does not fit its dates: {said}",
        (
            lasting.length.span.labelled(said),
            *(span.labelled("of this time") for span in lasting.dates),
        ),
        working=(
            f"{stretch}: {time}, from neither end counted in to both",
            f"“{length}” may stand for {write_time(count.granted, in_days=count.in_days)}",
        ),
        consistent_if=(f"the time is {time}", *_other_dates(lasting, count)),
    )


def _limit(count: Elapsed) -> str:
    """The end of what was measured that the length passes."""
    measured, granted = count.measured, count.granted
    too_long = granted.low is not None and measured.high is not None and granted.low > measured.high
    end = Range.point(measured.high or 0) if too_long else Range.point(measured.low or 0)
    return f"at {'most' if too_long else 'least'} {write_time(end, in_days=count.in_days)}"


def _other_dates(lasting: Lasting, count: Elapsed) -> Iterator[str]:
    """The one date that would fit the length and the other date."""
    size = count.size
    if size is None:
        return
    months, days = (0, size) if count.in_days else (size, 0)
    for name, day, sign, date in (
        ("last", count.first[0], 1, lasting.last),
        ("first", count.last[0], -1, lasting.first),
    ):
        if found := moved(day, sign * months, sign * days):
            yield f"the {name} date is {write_day(found, date.precision)}"

"""FC204: a fraction in words and a percentage beside it that are two different shares."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Compared,
    Document,
    Finding,
    Number,
    Restated,
    Span,
    find_restated,
    granted,
    nominal,
    rule,
    write_granted,
    write_range,
    write_rounded,
)  # fmt: skip


@rule(
    "FC204",
    examples=[
        "[[One in five]] pupils, or [[25 percent]], walks to school.",
        "[[A third]] of the beds ([[43 percent]]) stood empty.",
        "[[Two-thirds]] of members, or [[56%]], voted for the merger.",
        "In Quenby [[three quarters]] of the flats ([[57 percent]]) are let.",
        "Here [[15 percent]], or [[one in four]], had never seen the sea.",
        "[[More than half]] of the respondents ([[45%]]) own a boat.",
        "One in five pupils, or 20 percent, walks to school.",
        "A third of the beds (33 percent) stood empty.",
        "Almost two-thirds of members, or 64%, voted for the merger.",
        "In Quenby three quarters of the flats (76 percent) are let.",
        "Some 26 percent, or one in four, had never seen the sea.",
        "More than half of the respondents (55%) own a boat.",
        "A third of the beds stood empty, against 43 percent a year ago.",
    ],
)
def fraction_and_percent_disagree(document: Document) -> Iterator[Finding | Compared]:
    """A fraction in words and the percentage given for it are the same share.

    One of the two is often worked out by hand for the reader's sake. A fraction in words stands
    for what lies nearer to it than half way to the next such: 24 percent is no "one in five".

    Compares: A fraction in words with the percentage right beside it, joined by “or”, a comma, a
    dash or brackets.

    Tolerance: A fraction stands for what lies nearer to it than half way to the next such fraction,
    the percentage for what rounds to it; “almost” grants a sixth, “more than half” all up to the
    whole.

    Silent: Where anything else joins the two (“a third …, against 43 percent a year ago”), or
    another figure stands between them.

    Published: The Daily Mail, 14 July 2011: the headline had one Briton in four get cancer, the
    story 42 percent (tabloid-watch.blogspot.com, 15 July 2011; imediaethics.org).
    """
    for restated in find_restated(document):
        fraction, percent = granted(document, restated.fraction) * 100, restated.percent
        if fraction & granted(document, percent):
            yield Compared(_spans(restated), "the fraction fits the percentage")
        else:
            yield _finding(document, restated)


def _spans(restated: Restated) -> tuple[Span, ...]:
    pairs = zip(restated.claims, ("the percentage", "the fraction"), strict=True)
    return tuple(claim.quantity.span.labelled(label) for claim, label in pairs)


def _finding(document: Document, restated: Restated) -> Finding:
    percent, fraction = (claim.quantity.span.of(document.text) for claim in restated.claims)
    printed = write_rounded(nominal(restated.fraction) * 100)
    allowed = write_range(granted(document, restated.fraction) * 100)
    return Finding(
        f"“{fraction}” is {printed} percent, not “{percent}”",
        _spans(restated),
        working=(
            f"{nominal(restated.fraction)} = {printed} percent",
            f"“{fraction}” stands for {allowed} percent; "
            f"{write_granted(document, restated.percent)}",
        ),
        consistent_if=(
            f"the percentage is {printed}",
            f"the fraction is {_in_words(nominal(restated.percent))}",
        ),
    )


def _in_words(percent: Number) -> str:
    """A percentage as the simplest fraction that lies near it."""
    share = Fraction(percent) / 100
    near = next(
        fraction
        for limit in (2, 3, 4, 5, 10, 100)
        if abs((fraction := share.limit_denominator(limit)) - share) <= Fraction(1, 100)
    )
    return f"{near.numerator} in {near.denominator}"

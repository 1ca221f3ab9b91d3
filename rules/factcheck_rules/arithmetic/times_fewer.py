"""FC214: so many times fewer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck import Cues, Document, Finding, Quantity, Span, rule, write_rounded

_CUES = Cues("times")
_FEWER = r"times (?P<less>fewer|less|smaller|lower|cheaper|slower|lighter|shorter|rarer)\b"


@rule(
    "FC214",
    severity="note",
    examples=[
        "Alder has [[three times fewer]] doctors than Quenby.",
        "The new pump is [[five times slower]] than the old one.",
        "Eel is [[10 times cheaper]] in Marel.",
        "The river carries [[four times less]] mud than it did.",
        "The copy is [[six times smaller]].",
        "Wolves are [[20 times rarer]] here.",
        "Alder has a third as many doctors as Quenby.",
        "The new pump is five times faster than the old one.",
        "Eel costs a tenth of that in Marel.",
        "The river at times carries less mud than it did.",
        "The copy is at all times smaller.",
        "He rowed it three times. Fewer boats were out in May.",
    ],
)
def times_fewer(document: Document) -> Iterator[Finding]:
    """What is less is a part of the other, not a multiple of it.

    "Three times fewer" leaves the reader to guess whether a third or a quarter is meant: once is
    already all of it.

    Compares: Nothing: it is the wording that is noted.

    Tolerance: None.

    Silent: Where no figure stands right before “times”.

    Published: BBC News, 2 January 2015: the holes of a water filter were called a thousand times
    smaller than a hair (media.info, 3 January 2015).
    """
    if not _CUES.stand_in(document):
        return
    for match in re.finditer(_FEWER, document.prose):
        quantity = _figure_before(document, match.start() - 1)
        if quantity is not None:
            yield _finding(document, quantity, match)


def _figure_before(document: Document, end: int) -> Quantity | None:
    return next((one for one in document.quantities if one.span.end == end), None)


def _finding(document: Document, quantity: Quantity, match: re.Match[str]) -> Finding:
    span = Span(quantity.span.start, match.end())
    times = quantity.range.high or quantity.range.low or 1
    part = write_rounded(Fraction(100) / Fraction(times)) if times else "0"
    further = write_rounded(Fraction(100) / (Fraction(times) + 1))
    return Finding(
        f"“{span.of(document.text)}” may mean {part} percent of the other or {further} percent",
        (span.labelled("once is all of it"),),
        working=(
            f"1 / {write_rounded(times)} = {part} percent",
            f"1 / (1 + {write_rounded(times)}) = {further} percent",
        ),
        consistent_if=(
            f"it is {part} percent of the other",
            f"it is {further} percent of the other",
        ),
    )

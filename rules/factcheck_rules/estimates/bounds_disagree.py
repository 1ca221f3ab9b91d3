"""FC112: two bounds for one thing that lie far apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck import (
    Claim,
    Compared,
    Document,
    Finding,
    Pair,
    Quantity,
    Range,
    agree,
    linked,
    reported_difference,
    rule,
    same_pairs,
)  # fmt: skip

# A figure that a bound allows, and that no writer of the bound can have had in mind.
_FAR = 10
_FARTHEST = 100
# "More than 25 million" is fairly said of 26 million, and of what had 25 when the story began.
_NEAREST = Fraction(11, 10)


@rule(
    "FC112",
    severity="warning",
    examples=[
        "The plant must be closed [[within 14 days]] of the ruling.\n\nUnder the law the plant "
        "must be closed [[within 30 days]] of the ruling.",
        "[[At least 607 goats]] were sold at the Quenby fair.\n\n[[At least 800 goats]] were "
        "sold at the Quenby fair.",
        "The press at Marel prints [[up to 60,000 pages]] an hour.\n\nThe press at Marel prints "
        "[[only 100 pages]] an hour.",
        "Radio Marel has [[more than 20,000 listeners]].\n\nRadio Marel, on air since May, has "
        "[[more than 25,000 listeners]].",
        "Each winter the mill grinds [[more than 20 tonnes of rye]].\n\nThe mill grinds [[9,000 "
        "tonnes of rye]] each winter.",
        "The hall holds [[no more than 300 guests]] on market days.\n\nOn market days the hall "
        "holds [[no more than 500 guests]].",
        "The plant must be closed within 14 days of the ruling.\n\nUnder the law the plant must be "
        "closed within two weeks of the ruling.",
        "At least 607 goats were sold at the Quenby fair.\n\nMore than 600 goats were sold at the "
        "Quenby fair.",
        "The press at Marel prints up to 60,000 pages an hour.\n\nThe press at Marel prints 52,000 "
        "pages an hour.",
        "Each winter the mill grinds less than 200 tonnes of rye.\n\nThe mill grinds 180 tonnes of "
        "rye each winter.",
        "The Marel radio channel has more than 25 million listeners.\n\nThe Marel radio channel, "
        "on air since May, has more than 26 million listeners.",
        "At least 607 goats were sold at the Quenby fair in 2013.\n\nAt least 800 goats were "
        "sold at the Quenby fair in 2014.",
        "At least 60 goats were sold at the Quenby fair.\n\nAt the Quenby fair, 71 goats were "
        "sold.",
        "At least 607 goats were sold at the Quenby fair.\n\nAt least 800 sheep were sold at the "
        "Quenby fair.",
    ],
)
def bounds_disagree(document: Document) -> Iterator[Finding | Compared]:
    """Bounds for one thing lie near each other.

    "At least 607" and "at least 800" may both be true, but nobody who knows of 800 writes 607.

    Compares: Two bounds in the same words (“at least” and “at least”), or a bound and a figure that
    it allows, for the same thing.

    Tolerance: Bounds that round to each other, a bound less than ten times away from a figure, and
    bounds a hundred times apart, which are of different things.

    Silent: Where the bounds face opposite ways, or the story says that the figures differ.
    """
    workings: dict[tuple[Claim, Claim], str] = {}
    for pair in same_pairs(document):
        working = _working(document, pair) if pair.agree else ""
        if working and not reported_difference(document, pair.first, pair.second):
            workings[pair.first, pair.second] = working
    for claims in linked(workings):
        together = {*claims}
        told = [one for (first, _), one in workings.items() if first in together]
        yield _finding(document, sorted(claims, key=lambda one: one.span), told)


def _working(document: Document, pair: Pair) -> str:
    """Why the two can hardly be meant of one thing; "" where they can."""
    first, second = pair.first.quantity, pair.second.quantity
    for one, other in ((first, second), (second, first)):
        if _far_inside(one, other.range):
            return f"{other.range} is far within {one.range}"
    if _same_side(first.range, second.range) and _lead(document, first) == _lead(document, second):
        ends = sorted((_end(first.range), _end(second.range)))
        # Farther apart they are of different things: those asked, and all they stand for.
        near = _NEAREST * ends[0] < ends[1] < _FARTHEST * ends[0]
        if near and not agree(_as_point(first), _as_point(second)):
            return f"{first.range} and {second.range} are bounds of one kind"
    return ""


def _lead(document: Document, quantity: Quantity) -> str:
    """The words before the number: “at least”, “more than”."""
    number = quantity.number or quantity.span
    return document.prose[quantity.span.start : number.start].lower()


def _one_sided(bounds: Range) -> bool:
    return (bounds.low is None) != (bounds.high is None)


def _end(bounds: Range) -> int | Fraction:
    return (bounds.high if bounds.low is None else bounds.low) or 0


def _same_side(first: Range, second: Range) -> bool:
    both = _one_sided(first) and _one_sided(second)
    # "At least" with "at least": "more than 100" follows from "at least 120".
    closed = (first.low_closed, first.high_closed) == (second.low_closed, second.high_closed)
    return both and closed and (first.low is None) == (second.low is None)


def _as_point(quantity: Quantity) -> Quantity:
    return replace(quantity, range=Range.point(_end(quantity.range)))


def _far_inside(bound: Quantity, figure: Range) -> bool:
    if not _one_sided(bound.range) or not figure.is_point:
        return False
    low, high = sorted((_end(bound.range), _end(figure)))
    return low > 0 and high >= _FAR * low


def _finding(document: Document, claims: list[Claim], workings: list[str]) -> Finding:
    *earlier, last = claims
    said = [f"“{claim.span.of(document.text)}”" for claim in (last, *earlier)]
    ranges = dict.fromkeys(str(claim.quantity.range) for claim in (*earlier, last))
    return Finding(
        f"{', '.join(said[:-1])} and {said[-1]} can hardly be meant of the same thing",
        (
            last.span.labelled("this figure"),
            *(claim.span.labelled("the earlier one") for claim in earlier),
        ),
        working=tuple(dict.fromkeys(workings)),
        consistent_if=tuple(f"each of them is {one}" for one in ranges),
    )

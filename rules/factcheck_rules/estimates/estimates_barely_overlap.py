"""FC104: two estimates that hold together only at their edges."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Bar,
    Claim,
    Compared,
    Document,
    Finding,
    Range,
    Whole,
    find_wholes,
    rule,
    same_pairs,
)  # fmt: skip

# Of the narrower estimate at most so much is common, and of all that both span together.
_OF_NARROWER = Fraction(1, 3)
_OF_BOTH = Fraction(1, 10)


@rule(
    "FC104",
    severity="warning",
    examples=[
        "The Forest Agency estimated there were [[2,000 to 3,000 wolves]] left. A Hunters' Union "
        "report counted [[between 1,580 and 1,700 wolves in Alder]] and [[another 1,400 in "
        "Quenby]].",
        "The owner said [[between 40 and 60 people]] were aboard the ferry when it sank off "
        "Marel.\n\nAccording to the harbour police, [[59 to 90 people]] were aboard the ferry when "
        "it sank off Marel.",
        "The county expects [[200 to 300 guests]] for the Alder fair.\n\nAccording to the mayor, "
        "[[295 to 420 guests]] are expected for the Alder fair.",
        "Engineers said the repairs of the Alder Bridge would cost [[$4 million to $6 "
        "million]].\n\nThe council said the repairs of the Alder Bridge would cost [[$5.9 "
        "million to $8.5 million]].",
        "The museum counted [[40 to 60 visitors]] a day in the boat hall.\n\nAccording to the "
        "union, [[10 to 41 visitors]] came to the boat hall a day.",
        "The union says the mill has [[between 300 and 400 workers]].\n\nThe owner says the mill "
        "has [[between 390 and 600 workers]].",
        "The county expects 200 to 300 guests at the Alder fair.\n\nAccording to the mayor, 250 to "
        "420 guests are expected at the Alder fair.",
        "The county expects 200 to 300 guests at the Alder fair.\n\nAccording to the mayor, 300 "
        "guests are expected at the Alder fair.",
        "The museum counted 40 to 60 visitors a day in the boat hall.\n\nAccording to the union, "
        "45 to 50 visitors came to the boat hall a day.",
        "The union says the mill in Quenby has between 300 and 400 workers.\n\nThe owner says "
        "the mill in Marel has between 390 and 600 workers.",
        "The Forest Agency estimated there were 2,000 to 3,000 wolves left. A Hunters' Union "
        "report counted between 1,100 and 1,300 wolves in Alder and another 1,400 in Quenby.",
        "The owner said between 40 and 60 people were aboard the ferry when it sank off "
        "Marel.\n\nAccording to the harbour police, 45 to 90 people were aboard the ferry when it "
        "sank off Marel.",
    ],
)
def estimates_barely_overlap(document: Document) -> Iterator[Finding | Compared]:
    """Two estimates of the same thing have more than an edge in common.

    Read on their own both look right; together they leave almost no number that fits both.

    Compares: Two ranges for the same thing, and a total's range with the sum of the ranges of its
    parts.

    Tolerance: They may have a third of the narrower range in common, or a tenth of what both span
    together.

    Silent: Where one of the two is a single number, has an open end, or lies within the other.
    """
    for pair in same_pairs(document):
        ranges = pair.first.quantity.range, pair.second.quantity.range
        if barely_meet(*ranges):
            yield _pair(document, pair.first, pair.second)
    for whole in find_wholes(document):
        if barely_meet(whole.sum, whole.total.quantity.range):
            yield _whole(document, whole)


def barely_meet(first: Range, second: Range) -> bool:
    """Whether two bounded ranges share something, but almost nothing."""
    common, both = first & second, first | second
    if common.empty or first.is_point or second.is_point or not both.width:
        return False
    if common.width is None or first.relation(second) != "overlaps":
        return False
    return first.overlap(second) < _OF_NARROWER and common.width < _OF_BOTH * both.width


def _pair(document: Document, first: Claim, second: Claim) -> Finding:
    common = first.quantity.range & second.quantity.range
    left, right = (f"“{claim.span.of(document.text)}”" for claim in (first, second))
    return Finding(
        f"{right} ({second.source.name}) barely meets {left} ({first.source.name})",
        (
            second.span.labelled(f"stated by {second.source.name}"),
            first.span.labelled(f"stated by {first.source.name}"),
        ),
        working=(f"both hold only for {common}",),
        consistent_if=(f"the number lies within {common}", "the two differ, and the story says so"),
        bars=(
            Bar(second.quantity.range, second.source.name),
            Bar(first.quantity.range, first.source.name),
        ),
    )


def _whole(document: Document, whole: Whole) -> Finding:
    total, parts = whole.total, whole.parts
    places = " and ".join(part.place for part in parts)
    terms = " + ".join(_term(part.quantity.range) for part in parts)
    common = whole.sum & total.quantity.range
    return Finding(
        f"{places} add up to {whole.sum}, which barely meets {total.quantity.range}"
        f"{_dates(document, total, parts[0])}",
        (
            total.span.labelled(f"stated by {total.source.name}"),
            *(part.span.labelled(part.place) for part in parts),
        ),
        working=(f"{terms} = {whole.sum}; both hold only for {common}",),
        consistent_if=(
            f"the total lies within {common}",
            "the estimates differ, or are of different days, and the story says so",
        ),
        bars=(Bar(total.quantity.range, "total"), Bar(whole.sum, "sum of the parts")),
    )


def _dates(document: Document, total: Claim, part: Claim) -> str:
    """That the two are of different dates, where they are."""
    days = [document.dates_in(document.sentences[claim.sentence].span) for claim in (total, part)]
    first, second = (found[0].span.of(document.text) if found else "" for found in days)
    if not first or not second or first.lower() == second.lower():
        return ""
    return f"; the figures are of different dates (“{first}”, “{second}”)"


def _term(term: Range) -> str:
    return str(term) if term.is_point else f"({term})"

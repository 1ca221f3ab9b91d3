"""FC101: a range that begins with its higher end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Document, Finding, Quantity, Range, Span, rule

_BETWEEN = re.compile(r"\bbetween\s+", re.IGNORECASE)
# "Between 20,000 and 15,000 years ago" runs forward in time.
_COUNTED_DOWN = re.compile(
    r"\s+(bce?|(second|minute|hour|day|week|month|year)s?\s+"
    r"(ago|before|earlier|from|left|prior|until))\b",
    re.IGNORECASE,
)


@rule(
    "FC101",
    examples=[
        "Between [[50 and 30]] people attended the meeting.",
        "The survey puts support for the bypass at between [[45 and 40 percent]].",
        "The repairs will cost between [[$5 million and $3 million]].",
        "Between 30 and 50 people attended the meeting.",
        "Attendance fell from 50 to 30 people within a year.",
        "From 52 to 48 percent in a month: the bypass is losing its friends.",
        "The tools were made between 20,000 and 15,000 years ago.",
        "All season the club has swung between 3 and 2 in the table.",
        "Overnight temperatures were between -5 and -10 degrees.",
    ],
)
def inverted_range(document: Document) -> Iterator[Finding]:
    """A range runs from its low end to its high end.

    The two numbers were probably swapped, or one of them is mistyped. Only "between" makes a
    range for certain: "from 52 to 48" may be a change, "52 to 48" a vote.

    Compares: The two ends of a range behind “between”.

    Tolerance: None: a range that begins with its higher end is one however its ends were rounded.

    Silent: Where the ends stand behind “from” or “to” alone, the figures count nothing, they are
    below zero (“between -5 and -10 degrees”), or the story counts down.
    """
    inverted = [one for one in document.quantities if one.inverted]
    counted = {one.quantity.span for one in document.claims if one.subject} if inverted else set()
    for quantity in inverted:
        # "Between 3 and 2" is a score on sport pages, so only counted things qualify.
        is_counted = quantity.unit is not None or quantity.span in counted
        between = _BETWEEN.search(document.prose, quantity.span.start, quantity.span.end)
        if is_counted and between and not _runs_down(quantity, document):
            yield _finding(quantity, Span(between.end(), quantity.span.end), document.text)


def _runs_down(quantity: Quantity, document: Document) -> bool:
    number = quantity.number or quantity.span
    # "Between -5 and -10 degrees" is how forecasters put it.
    below_zero = quantity.range.high is not None and quantity.range.high <= 0
    return below_zero or _COUNTED_DOWN.match(document.prose, number.end) is not None


def _finding(quantity: Quantity, ends: Span, text: str) -> Finding:
    return Finding(
        f"The range “{quantity.span.of(text)}” begins with its higher end",
        (ends.labelled("the higher end first"),),
        consistent_if=(
            f"the two ends are swapped: {quantity.range}",
            f"the first number is {Range(high=quantity.range.low)}",
            f"the second number is {Range(low=quantity.range.high)}",
        ),
    )

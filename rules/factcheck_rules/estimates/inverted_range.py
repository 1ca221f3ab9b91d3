"""FC101: a range that begins with its higher end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Document, Finding, Quantity, rule

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
        "The survey puts support for the bypass at between [[45 and 40]] percent.",
        "Between 30 and 50 people attended the meeting.",
        "Attendance fell from 50 to 30 people within a year.",
        "Residents backed the bypass by 52 to 48 percent.",
        "The tools were made between 20,000 and 15,000 years ago.",
    ],
)
def inverted_range(document: Document) -> Iterator[Finding]:
    """A range runs from its low end to its high end.

    The two numbers were probably swapped, or one of them is mistyped. Only "between" makes a
    range for certain: "52 to 48" may be a vote, a score or a change.
    """
    counted = {claim.quantity.span for claim in document.claims if claim.subject}
    for quantity in document.quantities:
        # "Between 3 and 2" is a score on sport pages, so only counted things qualify.
        is_counted = quantity.unit is not None or quantity.span in counted
        if quantity.inverted and is_counted and _is_range(quantity, document):
            yield _finding(quantity, document)


def _is_range(quantity: Quantity, document: Document) -> bool:
    number = quantity.number or quantity.span
    before = document.prose[max(0, quantity.span.start - len("between ")) : number.start]
    # "Between -5 and -10 degrees" is how forecasters put it.
    below_zero = quantity.range.high is not None and quantity.range.high <= 0
    counted_down = _COUNTED_DOWN.match(document.prose, number.end)
    return "between" in before.lower() and not below_zero and not counted_down


def _finding(quantity: Quantity, document: Document) -> Finding:
    span = quantity.number or quantity.span
    return Finding(
        f"The range “{span.of(document.text)}” begins with its higher end",
        (span.labelled("the higher end first"),),
        consistent_if=(
            f"the two ends are swapped: {quantity.range}",
            "the first number is the lower of the two",
            "the second number is the higher of the two",
        ),
    )

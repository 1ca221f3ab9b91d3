"""FC212: a rate in percent of so many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck import Compared, Document, Finding, Quantity, rule, write_rounded

# So much a thousand feet or dollars is a slope or a fee.
_MEASURED = (
    r"\s*(?:feet|ft|metres|meters|m\b|miles|km|kilometres|kilometers|dollars|euros|pounds|hours|litres"
    r"|gallons|tons|tonnes|\$|£|€|steps|cycles|revolutions)"
)


@rule(
    "FC212",
    examples=[
        "The murder rate in Quenby fell to [[17.4% per 100,000]] people.",
        "Marel counts [[3.2 percent per 1,000]] births.",
        "Measles struck [[12 percent per 100,000]] residents.",
        "The disease kills [[4% per 10,000]] children a year.",
        "In Alder the rate stood at [[8.5 per cent per 100,000]].",
        "The county has [[0.9% per 1,000]] inhabitants in care.",
        "The murder rate in Quenby fell to 17.4 per 100,000 people.",
        "Marel counts 3.2 deaths per 1,000 births.",
        "Measles struck 12 percent of residents, or 12,000 per 100,000.",
        "The path climbs 5 percent per 1,000 metres.",
        "The bank takes 2% per $1,000.",
        "The rate fell 4 percent per year.",
    ],
)
def rate_unit_clash(document: Document) -> Iterator[Finding | Compared]:
    """A rate is so many of a hundred or so many of a thousand, not both.

    17.4 percent is 17,400 of 100,000 people, a thousand times 17.4 per 100,000: one of the two
    units was left in by mistake.

    Compares: The two units of one figure: “percent” and “per 1,000” or more.

    Tolerance: None: a figure has one of the two.

    Silent: Where what follows is a measure or money rather than a group, as in “percent per 1,000
    kilometres”.

    Published: The Guardian, early 2008: a suicide rate was given as 17.4% per 100,000; it was 17.4
    per 100,000 (readers’ editor, 3 March 2008, theguardian.com/commentisfree/2008/mar/03/11).
    """
    for quantity in document.quantities:
        of = _base(quantity)
        if of and not re.match(_MEASURED, document.prose[quantity.span.end :]):
            yield _finding(document, quantity, of)


def _base(quantity: Quantity) -> str:
    unit, _, of = (quantity.unit or "").partition("/")
    if unit != "percent":
        return ""
    return of if of.isdecimal() and int(of) >= 1000 else ""


def _finding(document: Document, quantity: Quantity, of: str) -> Finding:
    quoted = quantity.span.of(document.text)
    number = quantity.range.high or quantity.range.low or 0
    written, base = write_rounded(number), int(of)
    share, of_many = Fraction(number) * 100 / base, Fraction(number) * base / 100
    return Finding(
        f"“{quoted}” is a rate of a hundred and of {base:,} at once",
        (quantity.span.labelled("percent of so many"),),
        working=(
            f"{written} per {base:,} = {write_rounded(share)} percent",
            f"{written} percent = {write_rounded(of_many)} per {base:,}",
        ),
        consistent_if=(f"the rate is {written} per {base:,}", f"the share is {written} percent"),
    )

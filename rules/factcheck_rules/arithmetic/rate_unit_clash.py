"""FC212: a rate in percent of so many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import Compared, Document, Finding, Quantity, rule, write_rounded

# So much a thousand feet or dollars is a slope or a fee.
_MEASURED = re.compile(
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

    17.4 percent per 100,000 people is 0.000174 of them, or one in 5,747 of what 17.4 per 100,000
    says: one of the two units was left in by mistake.
    """
    for quantity in document.quantities:
        of = _base(document, quantity)
        if of and not _MEASURED.match(document.prose, quantity.span.end):
            yield _finding(document, quantity, of)


def _base(document: Document, quantity: Quantity) -> str:
    unit, _, of = (quantity.unit or "").partition("/")
    if unit != "percent":
        return ""
    return of if of.isdecimal() and int(of) >= 1000 else ""


def _finding(document: Document, quantity: Quantity, of: str) -> Finding:
    quoted = quantity.span.of(document.text)
    number = quantity.range.high or quantity.range.low or 0
    written = write_rounded(number)
    return Finding(
        f"“{quoted}” is a rate of a hundred and of {int(of):,} at once",
        (quantity.span.labelled("percent of so many"),),
        working=(
            f"{written} per {int(of):,} = {write_rounded(number * 100 / int(of) if number else 0)} percent",
            f"{written} percent = {write_rounded(number * int(of) / 100)} per {int(of):,}",
        ),
        consistent_if=(f"the rate is {written} per {int(of):,}", f"the share is {written} percent"),
    )

"""Which figures can be held against each other at all: by their unit and the noun they count."""

from __future__ import annotations

from factcheck.claims.meanings import noun_class
from factcheck.model import Claim, Quantity


def bucket(quantity: Quantity, subject: str) -> tuple[str, str | None, str]:
    """Only claims of one bucket can be comparable."""
    return quantity.kind, quantity.unit, noun_class(subject) if quantity.kind == "count" else ""


def comparable(first: Claim, second: Claim) -> bool:
    """Whether the two have one kind of unit and one counted noun."""
    left, right = first.quantity, second.quantity
    if left.kind != right.kind or left.unit != right.unit:
        return False
    if first.subject and second.subject:
        return noun_class(first.subject) == noun_class(second.subject)
    return left.kind != "count"

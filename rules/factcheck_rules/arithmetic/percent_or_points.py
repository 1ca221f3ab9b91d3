"""FC210: percentage points that are called percent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Change,
    Compared,
    Document,
    Finding,
    Span,
    apart,
    find_changes,
    granted,
    nominal,
    rule,
    write_rounded,
)  # fmt: skip


@rule(
    "FC210",
    severity="warning",
    examples=[
        "The rate on savings rose [[1 percent]], from [[3 percent]] to [[4 percent]].",
        "Unemployment in Marel fell [[2%]] to [[8%]] from [[10%]].",
        "Turnout dropped by [[6 percent]], from [[61 percent]] to [[55 percent]].",
        "The share of cyclists went from [[12 percent]] to [[15 percent]], a "
        "rise of [[3 percent]].",
        "The tax on sales was raised [[0.5 percent]], from [[5 percent]] to [[5.5 percent]].",
        "Support for the bypass slipped from [[48%]] to [[44%]], a [[4%]] drop.",
        "The rate on savings rose 1 percentage point, from 3 percent to 4 percent.",
        "Unemployment in Marel fell 20% to 8% from 10%.",
        "Turnout dropped by six points, from 61 percent to 55 percent.",
        "The share of cyclists went from 12 percent to 15 percent, a rise of 25 percent.",
        "The tax on sales was raised 10 percent, from 5 percent to 5.5 percent.",
        "Rents rose 3 percent while the rate on savings went from 3 percent to 4 percent.",
    ],
)
def percent_or_points(document: Document) -> Iterator[Finding | Compared]:
    """What lies between two percentages is told in percentage points.

    A rate that goes from 3 to 4 percent has risen by one point, which is a third of it: "rose
    1 percent" tells the reader of a rise thirty times smaller.

    Compares: A change in percent with the two percentages it lies between.

    Tolerance: None: it is noted only where the change is exactly their difference.

    Silent: Where the change is also right as a percentage (from 100 to 50 is 50 percent), or
    “points” is said.

    Published: The Washington Post, 7 December 2010: a payroll tax that went from 6.2 to 4.2 percent
    was cut by 2 percent; that is 2 points, or 32 percent (ombudsman’s blog, the same day).
    """
    for change in find_changes(document):
        if change.by.quantity.unit != "percent" or change.after.quantity.kind != "percent":
            continue
        if change.before and nominal(change.by) == abs(
            nominal(change.after) - nominal(change.before)
        ):
            percent = 100 * Fraction(nominal(change.by)) / nominal(change.before)
            # "Fell 50 percent, from 100 percent to 50" is both.
            if percent not in granted(document, change.by):
                yield _finding(document, change, percent)


def _spans(change: Change) -> tuple[Span, ...]:
    pairs = zip(change.claims, ("percent or points", "before", "after"), strict=True)
    return tuple(claim.quantity.span.labelled(label) for claim, label in pairs)


def _finding(document: Document, change: Change, percent: Fraction) -> Finding:
    by, first, last = (claim.quantity.span.of(document.text) for claim in change.claims)
    before, after = (nominal(claim) for claim in change.claims[1:])
    points, way = write_rounded(apart(after, before)), "rise" if change.rises else "fall"
    relative = write_rounded(percent)
    return Finding(
        f"From “{first}” to “{last}” is a {way} of {points} percentage points, not of “{by}”",
        _spans(change),
        working=(
            f"{write_rounded(after)} − {write_rounded(before)} = {write_rounded(after - before)}; "
            f"in percent of {write_rounded(before)} that is {relative}",
            f"{by} of {write_rounded(before)} would be "
            f"{write_rounded(Fraction(before) * nominal(change.by) / 100)}",
        ),
        consistent_if=(
            f"the {way} is {points} percentage points",
            f"the {way} is {relative} percent",
        ),
    )

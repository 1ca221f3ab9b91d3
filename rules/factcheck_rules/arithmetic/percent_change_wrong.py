"""FC201: a percentage that is not what a figure moved by."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Change,
    Compared,
    Document,
    Finding,
    Number,
    Range,
    Span,
    difference_of,
    find_changes,
    granted,
    nominal,
    percent_of,
    rule,
    write_granted,
    write_like,
    write_range,
    write_rounded,
)  # fmt: skip


@rule(
    "FC201",
    examples=[
        "The council cut its grant by [[50 percent]], from [[146,000]] to [[100,000]].",
        "Fares on the Marel ferry rose [[20%]] to [[$2.80]] from [[$2.50]].",
        "The toll went from [[$50]] to [[$60]], a rise of [[10 percent]].",
        "Net profit was up [[25 percent]] at [[£450m]], compared with [[£400m]] the year before.",
        "The grant for the library fell from [[146,000]] to [[100,000]]. That is a cut of "
        "[[50 percent]].",
        "Sales at the mill rose [[30%]] to [[$45 million]]. A year earlier they stood at "
        "[[$40 million]].",
        "Shares in the ferry line fell [[12p]], or [[4 percent]], to [[540p]].",
        "The agency let [[60]] flats in May, up [[50 percent]] from [[50]] flats in April.",
        "With the new tax a ticket went up [[10 percent]], from [[$40]] to [[$48]].",
        "With [[30 percent]] off the [[$50]] fare passengers pay [[$30]].",
        "The mill's profit before tax rose [[80 percent]] to [[$60m]], from [[$45m]] before tax.",
        "The ferry carried [[1.5 million]] cars, up from [[1.2 million]] in 2024, an increase of "
        "[[45 percent]].",
        "The museum sold [[62,000]] tickets, compared with [[50,000]] in 2019, a rise of "
        "[[30 percent]].",
        "Thefts in Alder fell from [[9,200]] to [[8,280]] in the past 12 months, a drop of "
        "[[15 percent]].",
        "The bus line lost [[60 percent]] of its riders, falling from [[80,000]] to [[40,000]].",
        "The mill's staff shrank by [[9 percent]], or [[60]], to [[2,940]].",
        "The mill's profit before tax rose 80 percent to $60m, from $45m after tax.",
        "With 30 percent off the $50 fare passengers pay $35.",
        "A $40 ticket costs $44 with the 10 percent tax.",
        "The council cut its grant by 31.5 percent, from 146,000 to 100,000.",
        "Fares on the Marel ferry rose 12% to $2.80 from $2.50.",
        "The toll went from $50 to nearly $60, a rise of 18 percent.",
        "Net profit was up 12 percent at £450m, compared with £400m a year earlier.",
        "The grant for the library fell from 146,000 to 100,000. That is a cut of 31 percent.",
        "Sales at the mill rose 12.5% to $45 million. A year earlier they stood at $40 million.",
        "Shares in the ferry line fell 12p, or 2.2 percent, to 540p.",
        "The agency let 60 flats in May, up 20 percent from 50 flats in April.",
        "With the new tax a ticket went up 20 percent, from $40 to $48.",
        "The share of cyclists rose by 50 percent, from 4 percent to 6 percent.",
        "Rents rose 3 percent in Alder while the wage there went from $500 to $600.",
        "The grant was cut by more than 30 percent, from 146,000 to 100,000.",
        "The ferry carried 1.5 million cars, up from 1.2 million in 2024, an increase of 25 "
        "percent.",
        "The ferry carried 1.5 million cars, up from 1.2 million in 2024, an increase of 60 "
        "percent on 2019.",
        "The museum sold 62,000 tickets, compared with 50,000 in 2019, a rise of 24 percent.",
        "Thefts in Alder fell from 9,200 to 8,280 in the past 12 months, a drop of 10 percent.",
        "Visits to the fort rose from 3,000 to 4,000 in two years, an annual rise of 15 percent.",
        "The bus line lost 50 percent of its riders, falling from 80,000 to 40,000.",
        "The mill shed 10 percent of its staff, cutting its costs from $5 million to $4 million.",
        "The mill's staff shrank by 2 percent, or 60, to 2,940.",
    ],
)
def percent_change_wrong(document: Document) -> Iterator[Finding | Compared]:
    """A percentage of change fits the figures before and after it.

    The usual slips are to divide by the later figure instead of the earlier one, to print one
    figure as a share of the other, and to change one of the three without the others. Each figure
    may have been rounded to the last place printed, whole numbers to two digits; the percentage
    is wrong only where no numbers that would be printed so come to it.

    Compares: A percentage with the figures before and after, or with the change and the figure
    after; also tax on a price, and a discount. The three may stand in two sentences that follow
    each other.

    Tolerance: Each figure stands for all that would be rounded to it: half its last place, and of a
    whole number half the zeros at its end as long as two digits stay (146,000 is 145,500 to
    146,500). “More than” goes up to twice the figure, “just over” to 15 percent beyond it.

    Silent: Where only one end of the change is given, the two have different units or lie more than
    a thousandfold apart, or the percentage is what lies between two percentages, which
    percent-or-points asks.

    Published: The New York Times, 26 May 2007: a headline had troops cut by 50 percent, the story
    from 146,000 to 100,000, which is 31.5 percent (analyticjournalism.com, 27 May 2007).
    """
    for change in find_changes(document):
        if change.by.quantity.unit != "percent":
            continue
        stated = granted(document, change.by)
        possible = percent_of(document, change)
        if stated & (possible if change.rises else -possible):
            yield Compared(_spans(change), "the percentage fits the two figures")
        elif change.after.quantity.kind != "percent" or not _in_points(document, change, stated):
            yield _finding(document, change, possible)


def _in_points(document: Document, change: Change, stated: Range) -> bool:
    """Whether the percentage is what lies between two percentages, which percent-or-points asks."""
    difference = difference_of(document, change)
    return bool(stated & (difference | -difference))


def _spans(change: Change) -> tuple[Span, ...]:
    labels = ["the change", "before" if change.before else "by so much", "after"]
    pairs = zip(change.claims, labels, strict=True)
    return tuple(claim.quantity.span.labelled(label) for claim, label in pairs)


def _finding(document: Document, change: Change, possible: Range) -> Finding:
    by, first, last = (claim.quantity.span.of(document.text) for claim in change.claims)
    before, after = _ends(change)
    way, said = "rise" if after >= before else "fall", "rise" if change.rises else "fall"
    size = write_rounded(abs(100 * Fraction(after - before) / before))
    where = f"from “{first}” to “{last}”" if change.before else f"by “{first}” to “{last}”"
    allowed = write_range(possible if after >= before else -possible)
    step = f"({write_rounded(after)} − {write_rounded(before)}) / {write_rounded(before)}"
    return Finding(
        f"A {way} {where} is {size} percent, not a {said} of “{by}”",
        _spans(change),
        working=(
            f"{step} = {size} percent{'' if after >= before else ' less'}",
            f"{write_granted(document, *change.claims)}: so rounded, {allowed} percent",
        ),
        consistent_if=tuple(_repairs(document, change, f"the {way} is {size} percent")),
    )


def _ends(change: Change) -> tuple[Number, Number]:
    """The figures before and after as printed, the first worked out where it is not given."""
    after = nominal(change.after)
    if change.before is not None:
        return nominal(change.before), after
    amount = nominal(change.amount or change.by)
    return after - amount if change.rises else after + amount, after


def _repairs(document: Document, change: Change, percentage: str) -> Iterator[str]:
    """The percentage, the figure before and the figure after, each as the others have it."""
    yield percentage
    before, after = _ends(change)
    factor = 1 + Fraction(nominal(change.by)) / 100 * (1 if change.rises else -1)
    if factor <= 0 or factor == 1:
        return
    if change.before is not None:
        yield f"the figure before is {write_like(document, change.before, after / factor)}"
        yield f"the figure after is {write_like(document, change.after, before * factor)}"
    elif change.amount is not None:
        moved = abs(after - after / factor)
        whole = nominal(change.amount) * factor / abs(factor - 1)
        yield f"it moved by {write_like(document, change.amount, moved)}"
        yield f"the figure after is {write_like(document, change.after, whole)}"

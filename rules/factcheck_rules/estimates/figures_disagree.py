"""FC102: one voice gives two figures for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Claim, Compared, Document, Finding, Range, compared_pairs, rule


@rule(
    "FC102",
    examples=[
        "The ferry sank off Port Marel with [[42 passengers]] aboard. Rescuers searched "
        "all night.\n\nThe ferry that sank off Port Marel had [[45 passengers]] aboard.",
        "The landslide in Quenby killed [[12 people]] and buried a school.\n\nThe landslide in "
        "Quenby, which buried the school, killed [[14 people]].",
        "The council will spend [[$4.2 million]] on the harbour wall.\n\nNobody expected the "
        "council to spend [[$2.4 million]] on the harbour wall.",
        "The landslide in Quenby killed 12 people and buried a school.\n\nThe landslide in "
        "Quenby, which buried the school, injured 14 people.",
        "The landslide in Quenby killed 12 people and buried a school.\n\nThe landslide in "
        "Alder, which buried a school too, killed 14 people.",
        "The council will spend about $4.2 million on the harbour wall.\n\nNobody expected the "
        "council to spend $4.17 million on the harbour wall.",
        "The ferry carried 42 passengers to Port Marel on Friday.\n\nThe ferry carried 45 "
        "passengers to Port Marel on Saturday.",
    ],
)
def figures_disagree(document: Document) -> Iterator[Finding | Compared]:
    """Two figures that one voice gives for the same thing agree.

    One of them is usually the older one, or a slip. Figures agree when some number, fairly
    rounded, could be printed as both.
    """
    flagged: set[Claim] = set()
    for pair in compared_pairs(document):
        first, second = pair.first, pair.second
        if not pair.verdict.same or first.source.name != second.source.name or pair.moved:
            continue
        yield Compared((first.span, second.span), pair.verdict.reason)
        # Of three figures for one thing, each odd one out is shown once.
        if not pair.agree and second not in flagged:
            flagged.add(second)
            yield _finding(document, first, second)


def _finding(document: Document, first: Claim, second: Claim) -> Finding:
    before, here = (claim.span.of(document.text) for claim in (first, second))
    return Finding(
        f"“{here}” and “{before}” are given for the same thing",
        (second.span.labelled("this figure"), first.span.labelled("the earlier one")),
        working=(
            f"{first.quantity.range} against {second.quantity.range}: "
            f"{Range.point(first.quantity.range.gap(second.quantity.range))} apart",
        ),
        consistent_if=(
            f"the first figure is {second.quantity.range}",
            f"the second figure is {first.quantity.range}",
        ),
    )

"""FC103: two sources give figures for one thing that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Bar, Claim, Compared, Document, Example, Finding, compared_pairs, reported_difference, rule,
)  # fmt: skip


@rule(
    "FC103",
    severity="warning",
    examples=[
        "The harbour police said [[between 40 and 50 people]] were aboard the ferry when it sank "
        "off Marel.\n\nAccording to the owner, [[about 90 people]] were aboard the ferry when it "
        "sank off Marel.",
        "The Forest Agency estimates that [[2,000 to 3,000 wolves]] roam the Alder valleys.\n\n"
        "According to the Hunters' Union, [[more than 5,000 wolves]] roam the Alder valleys.",
        Example(
            "The Forest Agency estimates that [[2,000 to 3,000 wolves]] roam the Alder valleys.\n\n"
            "The Hunters' Union disputes that and said [[more than 5,000 wolves]] roam the Alder "
            "valleys.",
            severity="note",
        ),
        "The harbour police said between 40 and 50 people were aboard the ferry when it sank off "
        "Marel.\n\nAccording to the owner, about 48 people were aboard the ferry when it sank off "
        "Marel.",
        "The Forest Agency estimates that 2,000 to 3,000 wolves roam the Alder valleys.\n\n"
        "According to the Hunters' Union, more than 2,500 wolves roam the Alder valleys.",
        "The harbour police said 40 people were aboard the ferry when it sank off Marel.\n\n"
        "According to the owner, 12 people were injured when the ferry sank off Marel.",
    ],
)
def estimates_disagree(document: Document) -> Iterator[Finding | Compared]:
    """Two sources that measure the same thing leave room for one number between them.

    Both may be quoted rightly; the reader must be told that they differ. Where the story says so
    itself, this is a note.
    """
    for pair in compared_pairs(document):
        first, second = pair.first, pair.second
        if pair.verdict.same and first.source.name != second.source.name and not pair.moved:
            yield Compared((first.span, second.span), pair.verdict.reason)
            authorities = {first.source.authority, second.source.authority}
            # A politician against an official is political-statement-contradicted.
            if not pair.agree and authorities != {"political", "official"}:
                yield _finding(document, first, second)


def _finding(document: Document, first: Claim, second: Claim) -> Finding:
    reported = reported_difference(document, first, second)
    left, right = (f"“{claim.span.of(document.text)}”" for claim in (first, second))
    story = "; the story says that they differ" if reported else ""
    return Finding(
        f"{right} ({second.source.name}) and {left} ({first.source.name}) leave no number that "
        f"fits both{story}",
        (
            second.span.labelled(f"stated by {second.source.name}"),
            first.span.labelled(f"stated by {first.source.name}"),
        ),
        working=(
            f"{first.quantity.range} and {second.quantity.range} have no number in common",
        ),
        consistent_if=(
            "the two measure different things, places or days, and the story says so",
            "the story says that the two differ",
        ),
        bars=(
            Bar(first.quantity.range, first.source.name),
            Bar(second.quantity.range, second.source.name),
        ),
        severity="note" if reported else None,
    )

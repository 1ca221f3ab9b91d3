"""FC103: two sources give figures for one thing that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Bar,
    Claim,
    Compared,
    Document,
    Example,
    Finding,
    find_conflicts,
    reported_difference,
    rule,
    same_pairs,
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
        "The county said the flood in Quenby cost farmers [[$4 million]].\n\nAccording to the "
        "insurers, the flood cost farmers in Quenby [[$9 million]].",
        "Marel police said [[12 people died]] in the fire at the mill.\n\nThe hospital said [[15 "
        "people died]] in the fire at the mill.",
        "The owner said the mill had [[310 workers]].\n\nThe union said the mill had [[340 "
        "workers]].\n\nThe council said the mill had [[290 workers]].",
        "The county said the flood in Quenby cost farmers $4 million.\n\nAccording to the "
        "insurers, the flood in Quenby will cost farmers $9 million.",
        "Marel police said 12 people died in the fire at the mill.\n\nThe hospital said a dozen "
        "people died in the fire at the mill.",
        "The owner said the mill in Marel had 310 workers.\n\nThe union said the mill in Quenby "
        "had 340 workers.",
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

    Compares: Figures for the same thing from two sources, or from a source and the story itself, as
    figures-disagree does for one voice.

    Tolerance: That of figures-disagree; ranges need one number in common.

    Silent: Where the two may be of another place, time or group. A politician against an official
    is political-statement-contradicted.

    Published: The New York Times, November 2004: on one day commanders had 275 soldiers wounded in
    Falluja on page 1, and a military hospital had treated 419 on page 11 (Greg Palast at
    b12partners.net, November 2004).
    """
    for pair in same_pairs(document):
        if pair.first.source.name != pair.second.source.name:
            yield Compared((pair.first.span, pair.second.span), pair.verdict.reason)
    for conflict in find_conflicts(document):
        # A politician against an official is political-statement-contradicted.
        if not conflict.one_voice and not conflict.political:
            yield _finding(document, conflict.claims)


def _finding(document: Document, claims: tuple[Claim, ...]) -> Finding:
    shown = (claims[-1], *claims[:-1])
    reported = any(reported_difference(document, claims[0], other) for other in claims[1:])
    said = [f"“{claim.span.of(document.text)}” ({claim.source.name})" for claim in shown]
    story = "; the story says that they differ" if reported else ""
    ranges = " and ".join(str(claim.quantity.range) for claim in claims)
    return Finding(
        f"{', '.join(said[:-1])} and {said[-1]} leave no number that fits "
        f"{'both' if len(said) == 2 else 'all'}{story}",
        tuple(claim.span.labelled(f"stated by {claim.source.name}") for claim in shown),
        working=(f"{ranges} have no number in common",),
        consistent_if=(
            "they measure different things, places or days, and the story says so",
            "the story says that they differ",
        ),
        bars=tuple(Bar(claim.quantity.range, claim.source.name) for claim in claims),
        severity="note" if reported else None,
    )

"""FC505: a figure that the story reports as disputed, stated as a fact elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Claim, Compared, DisputedPair, Document, Finding, disputed_pairs, rule


@rule(
    "FC505",
    severity="warning",
    examples=[
        "The [[300 deaths]] have shaken the Alder valley.\n\nThe rebels said [[300 people "
        "died]] in the valley. The ministry disputes the figure.",
        "The ministry denied that [[300 people]] had died in the Alder valley.\n\nThe [[300 "
        "deaths]] have shaken the country.",
        "The rebels said they had killed [[120 soldiers at Quenby]], which could not be "
        "independently verified.\n\nThe [[120 soldiers killed]] at Quenby were from the coast.",
        "Quenby mourned [[85 miners]] lost in the Orme pit.\n\nThe union said [[85 miners]] "
        "were lost in the Orme pit, a figure that has not been verified.",
        "The owner says the fire cost [[$40 million]]. The insurer questioned that figure.\n\n"
        "A fire that cost [[$40 million]] closed the mill for good.",
        "Organisers said [[20,000 people]] marched in Marel. Police disputed the estimate.\n\n"
        "The mayor met some of the [[20,000 people]] who marched in Marel.",
        "The rebels said 300 people died in the Alder valley. The ministry disputes the "
        "figure.\n\nThe 300 reported deaths have shaken the country.",
        "The rebels said 300 people died in the Alder valley. The ministry disputes the "
        "figure. The 300 deaths have shaken the country.",
        "The rebels said 300 people died in the Alder valley.\n\nThe 300 deaths have shaken "
        "the country.",
        "The rebels said they had killed 120 soldiers at Quenby, which could not be "
        "independently verified.\n\nThe army sent another 120 soldiers to the coast.",
        "The owner says the fire cost $40 million. The insurer questioned that figure.\n\nThe "
        "club sold its striker for $40 million.",
        "Organisers said 20,000 people marched in Marel. Police disputed the estimate.\n\nThe "
        "coastguard said 20,000 people marched in Marel.\n\nThe 20,000 people who marched in "
        "Marel went home by train.",
        "The rebels said 300 people died in the Alder valley. The ministry initially disputed "
        "the figure.\n\nThe 300 deaths have shaken the country.",
    ],
)
def disputed_figure_stated_as_fact(document: Document) -> Iterator[Finding | Compared]:
    """A figure that is disputed is nowhere stated as a fact.

    A reader who sees only the one paragraph takes a claim for what is known; "reported" or the
    source's name is enough.

    Compares: A figure that the story says is disputed, denied or unverified with the same figure in
    the story’s own voice, in another paragraph.

    Tolerance: None: it must be the same figure.

    Silent: Where the second is attributed or hedged (“reported”, “alleged”), is of another place,
    time or group, or a second source gives it too.
    """
    flagged: set[Claim] = set()
    for pair in disputed_pairs(document):
        if pair.same:
            yield Compared((pair.stated.span, pair.disputed.claim.span), pair.reason)
            if pair.stated not in flagged:
                flagged.add(pair.stated)
                yield _finding(document, pair)


def _finding(document: Document, pair: DisputedPair) -> Finding:
    claim, wording = pair.disputed.claim, pair.disputed.wording
    stated, disputed, how = (
        " ".join(span.of(document.text).split()) for span in (pair.stated.span, claim.span, wording)
    )
    return Finding(
        f"“{stated}” is stated as a fact here, but “{disputed}” is disputed elsewhere (“{how}”)",
        (
            pair.stated.span.labelled("stated as a fact"),
            claim.span.labelled(f"disputed: {claim.source.name}"),
        ),
        consistent_if=(
            "the figure stands with its source, or as reported",
            "it is no longer disputed, and the story says so",
        ),
    )

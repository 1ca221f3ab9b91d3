"""FC109: a figure that changed places with another."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Claim, Compared, Document, Finding, rule, same_pairs


@rule(
    "FC109",
    examples=[
        "A bomb near the market of Marel killed [[eight people]] and injured [[42]] on Sunday.\n"
        "\nThe bomb near the market of Marel left [[42 people]] dead.",
        "Customs spent [[seven hours]] at the mill and [[two barns]], taking papers.\n\n[[Two "
        "hours]] were spent at the seven barns of the mill.",
        "The landslide in Quenby killed [[12 people]] and injured [[31 people]].\n\nThe "
        "landslide in Quenby killed [[31 people]].",
        "The mill of Marel employs [[40 women]] and [[25 men]].\n\nThe mill of Marel employs [[25 "
        "women]] and 40 men, its owner said.",
        "The raid on the Alder farm freed [[nine people]] and led to the arrest of [[14 "
        "people]].\n\nThe raid on the Alder farm freed [[14 people]].",
        "The Marel mill hired [[40 people]] in May and dismissed [[25 people]].\n\nThe Marel mill "
        "dismissed [[40 people]] in May.",
        "A bomb near the market of Marel killed eight people and injured 42 on Sunday.\n\nThe "
        "bomb near the market of Marel left 42 people injured.",
        "A bomb near the market of Marel killed 42 people and injured 42.\n\nThe bomb near the "
        "market of Marel left 42 people dead.",
        "The mill of Marel employs 40 women and 25 men.\n\nThe mill of Marel employs 40 women "
        "and 25 men.",
        "The landslide in Quenby killed 12 people and injured 31.\n\nThe landslide in Alder "
        "killed 31 people and injured 12.",
        "Customs spent seven hours at the mill and two barns.\n\nCustoms spent seven hours at "
        "the mill.",
        "The raid freed nine people and led to 14 arrests.\n\nThe raid led to 14 arrests.",
    ],
)
def figures_swapped(document: Document) -> Iterator[Finding | Compared]:
    """A figure stays with what it counts.

    Of two figures in one sentence the wrong one is easily carried into the next.

    Compares: Two figures that one sentence gives for two things with the same two things further
    on.

    Tolerance: That of figures-disagree.

    Silent: Where the later figure is not exactly the one that belonged to the other thing.

    Published: The Wall Street Journal, 8 June 2013: a recipe had 36 ounces of vodka and 12 of
    tomato juice; it was the other way round (the paper’s correction, at
    michaeljlewis.wordpress.com).
    """
    flagged: set[tuple[int, int]] = set()
    for pair in same_pairs(document):
        first, second, moved = pair.first, pair.second, pair.moved
        if moved is None or pair.agree:
            continue
        yield Compared((first.span, second.span), pair.verdict.reason)
        if (first.sentence, second.sentence) not in flagged:
            flagged.add((first.sentence, second.sentence))
            yield _finding(document, first, second, moved)


def _finding(document: Document, first: Claim, second: Claim, moved: Claim) -> Finding:
    before, here, other = (claim.span.of(document.text) for claim in (first, second, moved))
    return Finding(
        f"“{here}” here, but “{before}” and “{other}” before: the figures changed places",
        (
            second.span.labelled("this figure"),
            first.span.labelled("the earlier one"),
            moved.span.labelled("where the number comes from"),
        ),
        working=(f"{second.quantity.range} against {first.quantity.range}",),
        consistent_if=(f"the figure here is {first.quantity.range}",),
    )

"""EL104: a majority that is less than half."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Cues, Document, Finding, rule

_CUES = Cues("majority")


@rule(
    "EL104",
    examples=[
        "A [[majority]] of [[48 percent]] of voters backed the treaty.",
        "The Harbour Party won an absolute [[majority]] with [[240]] of [[500]] seats.",
        "The Greens hold a [[majority]] with [[44 percent]] of the seats.",
        "A [[majority]] of voters – [[47 percent]] – want a second bridge.",
        "The Reform Union took [[48]] seats in the [[100]]-seat assembly, giving it a "
        "[[majority]].",
        "The assembly passed it by a two-thirds [[majority]] with [[61]] of the [[100]] deputies "
        "in favour.",
        "A clear [[majority]], [[46 percent]], said the ferry should stay.",
        "A majority of 52 percent of voters backed the treaty.",
        "A relative majority of 48 percent of voters backed the treaty.",
        "The Harbour Party has a majority of 24 seats.",
        "Ms Brook held Quenby with a majority of 12.4 percent.",
        "The Harbour Party won a majority of seats with 42 percent of the vote.",
        "The Harbour Party won 240 of 500 seats, short of a majority.",
        "With 240 of 500 seats the Harbour Party needs the Greens for a majority.",
        "The Harbour Party won an absolute majority with 260 of 500 seats.",
        "A majority of voters in the north, and 38 percent in the south, want a second bridge.",
    ],
)
def majority_below_half(document: Document) -> Iterator[Finding | Compared]:
    """A majority is more than half, and a two-thirds majority no less than two thirds.

    The largest of several shares, if it is below half, is a plurality or a relative majority. "A
    majority of 24 seats" is a margin, and "42 percent of the vote" may well bring most seats.

    Compares: “Majority” and “two-thirds majority” with the percentage of voters or seats, or with
    the seats won and those there are.

    Tolerance: A percentage stands for all that would be rounded to it; seats are exact.

    Silent: Where it is a margin (“a majority of 24 seats”, or anything below 30 percent),
    “relative”, “short of” or “needs” is said, or the share is one of votes and the majority one of
    seats.
    """
    if _CUES.stand_in(document):
        from factcheck_plugin_elections.majorities import compare_majorities

        yield from compare_majorities(document)

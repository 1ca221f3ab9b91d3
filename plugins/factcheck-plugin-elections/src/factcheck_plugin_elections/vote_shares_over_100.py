"""EL101: shares of one vote that add up to more than the whole of it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Cues, Document, Example, Finding, rule
from factcheck_plugin_elections.wording import speaks_of

# Without one of these no list of shares is one of a vote.
_CUES = Cues(
    "vote", "votes", "voted", "voting", "ballot", "ballots", "poll", "polled", "referendum"
)


@rule(
    "EL101",
    examples=[
        "Ada Brook won [[52 percent]] of the vote, Tom Marsh [[31 percent]] and Ines Lind "
        "[[27 percent]].",
        "The Harbour Party took [[46.2%]], the Reform Union [[38.4%]] and the Greens [[21.5%]] of "
        "the vote.",
        "In the referendum [[54 percent]] voted yes and [[48 percent]] voted no.",
        "The Harbour Party won [[46 percent]] of the vote. The Reform Union came second with "
        "[[38 percent]], ahead of the Greens on [[21 percent]].",
        "With all votes counted, Ada Brook ([[48.3%]]) led Tom Marsh ([[41.9%]]) and Ines Lind "
        "([[12.4%]]).",
        "In the end [[61 percent]] of votes went to Ada Brook, [[31 percent]] to Tom Marsh and "
        "[[11 percent]] to Ines Lind.",
        "Ms Brook won the vote by [[52.4 percent]] to [[49.1 percent]].",
        Example(
            "# Quenby elects a mayor\n\nShare of the vote:\n\n- Ada Brook: [[48.3%]]\n"
            "- Tom Marsh: [[41.9%]]\n- Ines Lind: [[12.4%]]\n",
            name="story.md",
        ),
        "Ada Brook won 52 percent of the vote, Tom Marsh 31 percent and Ines Lind 17 percent.",
        "The Harbour Party took 33.4%, the Reform Union 33.4% and the Greens 33.3% of the vote.",
        "Ada Brook won 51 percent of the vote and Tom Marsh 50 percent.",
        "Ada Brook won 56 percent of the vote in Quenby, and Tom Marsh won 61 percent in Alder.",
        "Ada Brook won 46 percent of the vote in the first round and Tom Marsh 58 percent in the "
        "runoff.",
        "Voters could choose more than one answer: 64 percent of votes went to Ada Brook and 57 "
        "percent to Tom Marsh.",
        "The Harbour Party won 52 percent of the vote, up from 41 percent, on a turnout of 67 "
        "percent, and the Reform Union gained 9 percentage points to reach 38 percent.",
        "Turnout in the vote fell by 52 percent to 49 percent.",
        "Ms Brook took Quenby with 48 percent of the vote, Mr Marsh carried Alder with 47 percent, "
        "and Ms Lind won Marel with 49 percent.",
        "Of the women, 56 percent voted for Ada Brook, of the men 61 percent for Tom Marsh.",
        "The Harbour Alliance won 60 percent of the vote, the Reform Union 40 percent, the Greens "
        "20 percent and the Orchard List 20 percent.",
    ],
)
def vote_shares_over_100(document: Document) -> Iterator[Finding | Compared]:
    """The shares of one vote add up to at most 100 percent, and what rounding adds.

    Most often one of them is of another race or round, or a digit is wrong.

    Compares: The sum of the shares that the candidates or parties of one vote have with 100.

    Tolerance: Half the last place of each share.

    Silent: Where they are of several votes, rounds or places, voters had more than one vote, or two
    have more than half each, as the winners of two races do.

    Published: Telesur, 29 July 2024: two candidates had 51.2 and 44.2 percent and eight had 4.6
    each, 132.2 in all; the eight had 4.6 together (AFP, factcheck.afp.com).
    """
    if not _CUES.stand_in(document):
        return
    shares = [one for one in document.quantities if one.kind == "percent"]
    if len(shares) > 1 and speaks_of(document, "vote", "ballot", "polled", "referendum"):
        from factcheck_plugin_elections.shares import compare_shares

        yield from compare_shares(document, shares)

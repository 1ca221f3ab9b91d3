"""EL103: more who voted than may vote, or a turnout that is not their share."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Cues, Document, Finding, rule
from factcheck_plugin_elections.wording import speaks_of

_STEMS = ("turnout", "registered", "elector", "eligible", "entitled", "the roll")
# Without one of these no figure is a turnout or counts who may vote.
_CUES = Cues(
    "turnout", "registered", "eligible", "entitled", "enrolled", "qualified", "roll", "rolls",
    "register", "electorate",
)  # fmt: skip


@rule(
    "EL103",
    examples=[
        "Of the [[612,000]] registered voters, [[640,000]] cast ballots on Sunday.",
        "Some 48,200 people live in Alder. On Sunday [[41,350]] votes were cast; the electoral "
        "roll lists [[39,800]] names.",
        "Quenby has [[9,400]] registered voters.\n\nOn Sunday [[9,812]] people voted, the clerk "
        "said.",
        "Turnout was [[104.2 percent]], the commission said.",
        "Turnout was [[68.3 percent]]: [[51,200]] votes were cast, and [[80,000]] people were "
        "registered to vote.",
        "A [[71 percent]] turnout meant that [[24,100]] of the town’s [[40,000]] registered voters "
        "cast a ballot.",
        "Of the 640,000 registered voters, 612,000 cast ballots on Sunday.",
        "Turnout was 64 percent: 51,200 votes were cast, and 80,000 people were registered to "
        "vote.",
        "About 600,000 people voted on Sunday, nearly all of the 598,412 registered voters.",
        "Turnout rose 104 percent among the young.",
        "In 2014 there were 39,800 registered voters. On Sunday 41,350 votes were cast.",
        "In Quenby there are 9,400 registered voters. Across the country 9.8 million votes were "
        "cast.",
        "Each voter had two votes: 71,300 votes were cast by the 40,000 registered voters.",
        "Turnout was 41 percent by noon, with 24,100 of the 40,000 registered voters having voted "
        "when polls closed.",
    ],
)
def turnout_above_roll(document: Document) -> Iterator[Finding | Compared]:
    """At most as many vote as are registered, and turnout is the share of them who did.

    More votes than voters is either a wrong figure or a story of its own. Where the story speaks
    of fraud, or each voter had more than one vote, the rule is silent.

    Compares: Those who voted with those registered, and the turnout with both.

    Tolerance: Each figure stands for all that would be rounded to it; a turnout may also be cut off
    behind its last place.

    Silent: Where the story speaks of fraud, or each voter had more than one vote; where the figures
    may be of different places or elections, or only some of the votes are counted.

    Published: Milwaukee City Wire, 4 November 2020: seven wards were said to have more votes than
    registered voters; none had (USA Today, 5 November 2020).
    """
    if _CUES.stand_in(document) and speaks_of(document, *_STEMS):
        from factcheck_plugin_elections.turnouts import compare_turnouts

        yield from compare_turnouts(document)

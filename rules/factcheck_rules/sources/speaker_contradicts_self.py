"""FC504: one speaker with two figures for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Bar, Conflict, Document, Finding, find_conflicts, rule


@rule(
    "FC504",
    examples=[
        "The fire at the Marel mill injured [[12 people]], Mayor Ada Orme said.\n\nMayor Ada "
        "Orme said the fire at the mill injured [[15 people]].",
        "The bypass will cost Quenby taxpayers [[$4 million]], Senator Ben Vane said.\n\nSenator "
        "Ben Vane said the bypass would cost Quenby taxpayers [[$14 million]].",
        "According to the coastguard, [[42 passengers]] were aboard the Marel ferry.\n\nThe "
        "Marel ferry had [[45 passengers]] aboard, according to the coastguard.",
        "Professor Ada Orme said the Alder valley has [[300 wolves]].\n\nThe Alder valley has "
        "[[800 wolves]], Professor Ada Orme said.",
        "The council said the school in Quenby has [[610 pupils]].\n\nThe council said [[410 "
        "pupils]] are at the school in Quenby.",
        "Police said [[30 protesters]] blocked the Alder Bridge.\n\nPolice said the Alder Bridge "
        "was blocked by [[90 protesters]].\n\nPolice said [[50 protesters]] blocked the Alder "
        "Bridge.",
        "The fire at the Marel mill injured 12 people, Mayor Ada Orme said.\n\nThe fire at the "
        "mill injured a dozen people, Mayor Ada Orme said.",
        "The bypass will cost Quenby taxpayers $4 million, Senator Ben Vane said.\n\nSenator Ben "
        "Vane said the bridge would cost Marel farmers $14 million.",
        "Professor Ada Orme said the Alder valley has 300 wolves.\n\nThe Alder valley once had 800 "
        "wolves, Professor Ada Orme said.",
        "According to the coastguard, 42 passengers were aboard the Marel ferry.\n\nAccording to "
        "the coastguard, 45 lorries were aboard the Marel ferry.",
        "Police said 30 protesters blocked the Alder Bridge on Monday.\n\nPolice said 90 "
        "protesters blocked the Alder Bridge on Tuesday.",
        "The council said the school in Quenby has 610 pupils.\n\nThe council said it expects "
        "the school in Quenby to have 640 pupils.",
    ],
)
def speaker_contradicts_self(document: Document) -> Iterator[Finding]:
    """A speaker gives one figure for one thing.

    Either the speaker was misquoted once, or contradicted himself and the story should say so.

    Compares: Figures that one speaker gives for the same thing.

    Tolerance: That of figures-disagree.

    Silent: Where figures-disagree is: another place, time, group or state stands beside one of the
    two.
    """
    for conflict in find_conflicts(document):
        if conflict.one_voice and conflict.speaker:
            yield _finding(document, conflict, conflict.speaker.name)


def _finding(document: Document, conflict: Conflict, speaker: str) -> Finding:
    shown = (conflict.claims[-1], *conflict.claims[:-1])
    said = [f"“{claim.span.of(document.text)}”" for claim in shown]
    ranges = [str(claim.quantity.range) for claim in conflict.claims]
    return Finding(
        f"{speaker[:1].upper()}{speaker[1:]} gives {', '.join(said[:-1])} and {said[-1]} "
        "for the same thing",
        tuple(claim.span.labelled(f"stated by {speaker}") for claim in shown),
        working=(f"{' and '.join(ranges)} have no number in common",),
        consistent_if=(
            *(f"every one is {one}" for one in dict.fromkeys(ranges)),
            "the two are of different days or places, and the story says so",
        ),
        bars=tuple(Bar(claim.quantity.range) for claim in conflict.claims),
    )

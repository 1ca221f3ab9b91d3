"""FC111: one thing in two places of a table."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Document, Finding, Rank, rank_pairs, rule


@rule(
    "FC111",
    examples=[
        "The Marel Rovers finished [[first]] in the Alder League.\n\nThe Marel Rovers finished in "
        "[[second]] place in the Alder League.",
        "Radio Quenby is the [[43rd]] most popular station in the country.\n\nRadio Quenby, the "
        "[[34th]] most popular station in the country, is up for sale.",
        "Marel is the [[third]] largest port on the Alder.\n\nThe [[fourth]] largest port on the "
        "Alder is Marel.",
        "In the table the school of Marel is ranked [[12th]] in the county.\n\nThe school of "
        "Marel is ranked [[21st]] in the county table.",
        "At the regatta the Quenby boat came [[third]].\n\nThe Quenby boat came [[second]] at the "
        "regatta.",
        "The bridge is the [[second]] longest on the Alder.\n\nThe bridge, the [[third]] longest "
        "on the Alder, is closed.",
        "The Marel Rovers finished first in the Alder League.\n\nThe Quenby Rovers finished "
        "second in the Alder League.",
        "The Marel Rovers finished first in the Alder League in 1998.\n\nThe Marel Rovers "
        "finished second in the Alder League in 1999.",
        "Marel is the third largest port on the Alder.\n\nMarel is the fourth oldest port on the "
        "Alder.",
        "The Rovers scored the first goal in Marel.\n\nThe Rovers scored the second goal in Marel.",
        "The bridge is the second longest on the Alder.\n\nThe bridge, the 2nd longest on the "
        "Alder, is closed.",
        "Last season the Rovers came third in the league.\n\nThe Rovers came fourth in the league.",
    ],
)
def ranks_disagree(document: Document) -> Iterator[Finding | Compared]:
    """Who finished second did not finish first.

    A place in a table is often copied from last year's report.

    Compares: Places (“finished second”, “the third largest port”) that two sentences with most
    words in common give.

    Tolerance: None: a place is a whole number.

    Silent: Where another name, contest, date or state stands beside one of the two, or one sentence
    gives both.
    """
    flagged: set[Rank] = set()
    for pair in rank_pairs(document):
        if not pair.same:
            continue
        yield Compared((pair.first.span, pair.second.span), pair.reason)
        if pair.first.value != pair.second.value and pair.second not in flagged:
            flagged.add(pair.second)
            yield _finding(document, pair.first, pair.second)


def _finding(document: Document, first: Rank, second: Rank) -> Finding:
    before, here = (rank.span.of(document.text) for rank in (first, second))
    return Finding(
        f"“{here}” here and “{before}” before are given as one and the same place",
        (second.span.labelled("this place"), first.span.labelled("the earlier one")),
        working=(f"{first.value} against {second.value}",),
        consistent_if=(f"the first place is {here}", f"the second place is {before}"),
    )

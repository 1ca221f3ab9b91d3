"""FC102: one voice gives two figures for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Claim,
    Compared,
    Document,
    Finding,
    Range,
    find_conflicts,
    rule,
    same_pairs,
)  # fmt: skip


@rule(
    "FC102",
    examples=[
        "The ferry sank off Port Marel with [[42 passengers]] aboard. Rescuers searched "
        "all night.\n\nThe ferry that sank off Port Marel had [[45 passengers]] aboard.",
        "The landslide in Quenby killed [[12 people]] and buried a school.\n\nThe landslide in "
        "Quenby, which buried the school, killed [[14 people]].",
        "The council will spend [[$4.2 million]] on the harbour wall.\n\nNobody expected the "
        "council to spend [[$2.4 million]] on the harbour wall.",
        "The mill of Marel employs [[310 workers]].\n\nThe owner of the mill of Marel, which "
        "employs [[330 workers]], is abroad.",
        "The film took [[$3.6 million]] on its first day.\n\nThe film took [[$6.3 million]] on its "
        "first day, against every forecast.",
        "The school of Marel has [[610 pupils]].\n\nThe school of Marel, on the Alder, has [[510 "
        "pupils]].\n\nNobody thought that the school of Marel had [[410 pupils]].",
        "The Orme boatyard, which was founded [[110 years]] ago, builds the ferries of Marel.\n\n"
        "The Orme boatyard, which was founded [[310 years]] ago, builds the ferries of Marel.",
        "As it promised to keep the ferries, the council pays [[35,000 pensioners]] half of their "
        "fares.\n\nThe council, as it promised to keep the ferries, pays [[95,000 pensioners]] "
        "half of their fares.",
        "Rivalry between shops that sell music on the web, of which there are now [[230]], keeps "
        "prices low.\n\nRivalry between shops that sell music on the web, of which there are now "
        "[[830]], keeps prices low.",
        "The market at Quenby has [[96 stalls]], two dozen of which sell food and wine.\n\nThe "
        "market at Quenby has [[66 stalls]], two dozen of which sell food and wine.",
        "The landslide in Quenby killed 12 people and buried a school.\n\nThe landslide in "
        "Quenby, which buried the school, injured 14 people.",
        "The Orme boatyard, which was founded 110 years ago, builds the ferries of Marel.\n\n"
        "The Prul boatyard, which was founded 310 years ago, builds the ferries of Alder.",
        "As it promised to keep the ferries, the council pays 35,000 pensioners half of their "
        "fares.\n\nBeside the ferries it pays 95,000 pensioners half of their fares.",
        "Rivalry between shops that sell music on the web, of which there are now 230, keeps "
        "prices low.\n\nShops that sell books on the web, of which there are now 830, thrive.",
        "The market at Quenby has 96 stalls, two dozen of which sell food and wine.\n\nThe market "
        "at Quenby has 24 stalls that sell food and wine.",
        "The mill of Marel employs 310 workers.\n\nThe mill of Marel will employ 330 workers.",
        "The film took $3.6 million on its first day.\n\nThe film took $3.6 million ($4.1 "
        "million) on its first day, against every forecast.",
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

    Compares: Figures of one voice with one unit, one counted noun and most words about them in
    common, in two sentences; `factcheck why` says of each pair what decided.

    Tolerance: Half a step of the coarser figure, where a step is the last place written or the
    zeros at the end of a number of which two digits stay; “about” grants up to an eighth more.
    Ranges and bounds need only one number in common.

    Silent: Where another place, time, group, attribute, state (then and now, planned and actual)
    or voice stands beside one of the two, or one is a sum or a part of others.

    Published: The Liverpool Daily Post, April 2009: beer sales were down by 1.7 million pints a day
    in one paragraph, by 750,000 a day some lines on (newsnumeracy.wordpress.com, 28 April 2009).
    """
    for pair in same_pairs(document):
        if pair.first.source.name == pair.second.source.name:
            yield Compared((pair.first.span, pair.second.span), pair.verdict.reason)
    for conflict in find_conflicts(document):
        # Of a speaker who contradicts himself there is a rule of its own.
        if conflict.one_voice and not conflict.speaker:
            yield _finding(document, conflict.claims)


def _finding(document: Document, claims: tuple[Claim, ...]) -> Finding:
    earlier, last = claims[:-1], claims[-1]
    said = [f"“{claim.span.of(document.text)}”" for claim in (last, *earlier)]
    ranges = [claim.quantity.range for claim in claims]
    gap = Range.point(ranges[0].gap(ranges[-1]))
    return Finding(
        f"{', '.join(said[:-1])} and {said[-1]} are given for the same thing",
        (
            last.span.labelled("this figure"),
            *(claim.span.labelled("the earlier one") for claim in earlier),
        ),
        working=(f"{' against '.join(map(str, ranges))}: {gap} apart",),
        consistent_if=tuple(
            f"the other {'figures are' if len(earlier) > 1 else 'figure is'} {one}"
            for one in dict.fromkeys(map(str, ranges))
        ),
    )

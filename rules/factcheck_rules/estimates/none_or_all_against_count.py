"""FC110: none or all in one place, some in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck import (
    SEVERITIES,
    Claim,
    Compared,
    Document,
    Example,
    Finding,
    Severity,
    Span,
    UniversalPair,
    denial_pairs,
    reported_difference,
    rule,
    universal_pairs,
)  # fmt: skip


@rule(
    "FC110",
    examples=[
        "The storm tore down the Alder Bridge and caused [[four deaths]].\n\nThe storm did not "
        "cause [[any deaths]].",
        "Divers found [[12 survivors]] in the wreck of the Marel.\n\nDivers found [[no "
        "survivors]] in the wreck of the Marel.",
        "In Quenby the flood caused [[three deaths]].\n\nOverall, the flood didn't cause [[any "
        "fatalities]], the county said.",
        "The audit of the Marel hospital found [[31 errors]].\n\nThe audit of the Marel hospital "
        "found [[no errors]].",
        "The ferry sank off Marel with [[nine passengers]] aboard.\n\nThere were [[no passengers]] "
        "aboard the ferry when it sank.",
        "Quenby has [[two cinemas]] and a theatre.\n\nQuenby has [[no cinemas]].",
        "The storm caused four deaths.\n\nThe storm caused no further deaths.",
        "In Quenby the flood caused three deaths.\n\nIn Marel the flood caused no deaths.",
        "The storm caused four deaths in 1998.\n\nThe storm caused no deaths in 1999.",
        "Divers found 12 survivors in the wreck.\n\nDivers initially found no survivors in the "
        "wreck.",
        "The audit found 31 errors.\n\nThe audit found no serious errors.",
        "The ferry sank with nine passengers aboard.\n\nThere were no cars aboard the ferry when "
        "it sank.",
        "Nine passengers and no crew were aboard the ferry.",
        "[[All 40 passengers survived]] when the Marel ferry sank.\n\n[[Three passengers drowned]] "
        "when the ferry sank.",
        "[[Every one of the 12 members voted for]] the Quenby budget.\n\n[[Three members voted "
        "against]] the budget.",
        "The [[whole crew was rescued]] from the trawler.\n\n[[Two of the crew are missing]].",
        "[[All 12 councillors voted for]] the bypass.\n\n[[Nine of the 12 councillors voted for]] "
        "the bypass.",
        "The [[60 houses on the quay were all sold]] within a week.\n\n[[Eight of the houses on "
        "the quay are unsold]].",
        Example(
            "The owner said [[all 40 passengers survived]] when the Marel ferry sank.\n\nAccording "
            "to the coastguard, [[three passengers drowned]] when the ferry sank.",
            severity="warning",
        ),
        "All 40 passengers survived when the Marel ferry sank.\n\nThree crew members drowned when "
        "the ferry sank.",
        "Nearly all the passengers survived when the Marel ferry sank.\n\nThree passengers drowned "
        "when the ferry sank.",
        "Every one of the 12 members voted for the Quenby budget.\n\nThree members of the Orme "
        "council voted against a budget.",
        "The whole crew was rescued from the trawler.\n\nTwo of the crew were injured.",
        "All 12 councillors voted for the bypass.\n\nIn 2009, nine of the 12 councillors voted "
        "for the bypass.",
        "All 12 members of the council voted for the bypass.\n\nTwelve of the 12 members voted "
        "for the bypass.",
        "The other 60 houses on the quay were all sold within a week.\n\nEight of the houses on "
        "the quay are unsold.",
        "All 40 passengers survived when the Marel ferry sank.\n\nTwo of the passengers died "
        "later in hospital.",
    ],
)
def none_or_all_against_count(document: Document) -> Iterator[Finding | Compared]:
    """Where there was none, nothing can be counted, and where all did, nobody did not.

    "No deaths" and "all survived" are often true of an early report, and stay in the story when
    the count comes in.

    Compares: “no”, “none”, “nobody”, “all” and “every” with counts of the same thing, said of it
    in the same or the opposite sense.

    Tolerance: None: a count of one or more is not none, and fewer than all are not all.

    Silent: Where time, place or group differ, the story says “so far”, “later”, “initially” and the
    like, or “nearly”, “not” or “but” stands at the “all”.
    """
    denials: dict[Claim, list[Claim]] = {}
    for denied in denial_pairs(document):
        if denied.same:
            none, count = denied.denial.claim, denied.counted
            yield Compared((none.span, count.span), denied.reason)
            denials.setdefault(none, []).append(count)
    yield from (_none(document, *each) for each in denials.items())
    universals: dict[Span, list[UniversalPair]] = {}
    for pair in universal_pairs(document):
        if pair.same:
            yield Compared((pair.all.span, pair.counted.span), pair.reason)
            universals.setdefault(pair.all.span, []).append(pair)
    yield from (_all(document, pairs) for pairs in universals.values())


def _none(document: Document, none: Claim, counts: list[Claim]) -> Finding:
    counted = [f"“{count.span.of(document.text)}”" for count in counts]
    ranges = dict.fromkeys(str(count.quantity.range) for count in counts)
    return Finding(
        f"“{none.span.of(document.text)}” here, but {' and '.join(counted)} elsewhere",
        (none.span.labelled("none"), *(count.span.labelled("some") for count in counts)),
        working=tuple(f"0 against {one}" for one in ranges),
        consistent_if=(*(f"there were {one}" for one in ranges), "there were none"),
        severity=_severest(_severity(document, none, count) for count in counts),
    )


def _all(document: Document, pairs: list[UniversalPair]) -> Finding:
    all_ = pairs[0].all
    every = f"“{' '.join(all_.span.of(document.text).split())}”"
    some = [f"“{' '.join(pair.counted.span.of(document.text).split())}”" for pair in pairs]
    labels = {True: "only some", False: "not all"}
    return Finding(
        f"{every} here, but {' and '.join(some)} elsewhere",
        (
            all_.span.labelled("all"),
            *(pair.counted.span.labelled(labels[_is_same(pair)]) for pair in pairs),
        ),
        working=tuple(dict.fromkeys(map(_sum, pairs))),
        consistent_if=(f"{every} is right", *(f"{one} is right" for one in dict.fromkeys(some))),
        severity=_severest(_severity(document, all_.claim, pair.counted.claim) for pair in pairs),
    )


def _is_same(pair: UniversalPair) -> bool:
    """Whether both say the same of those they count."""
    return not pair.all.said.poles.isdisjoint(pair.counted.said.poles)


def _sum(pair: UniversalPair) -> str:
    count = pair.counted
    some, every = count.claim.quantity.range, pair.all.total or count.total
    if _is_same(pair):
        return f"{some} against all {every}"
    of_whole = f"{every} − {every} = 0 are left" if every else "all leaves 0"
    return f"{of_whole}, against {some}"


def _severest(severities: Iterable[Severity]) -> Severity:
    return min(severities, key=SEVERITIES.index)


def _severity(document: Document, first: Claim, second: Claim) -> Severity:
    """Two voices may differ; a story that says so need not be told."""
    if first.source.name == second.source.name and first.quoted == second.quoted:
        return "error"
    return "note" if reported_difference(document, first, second) else "warning"

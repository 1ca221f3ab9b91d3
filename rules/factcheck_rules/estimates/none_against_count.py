"""FC110: none in one place, some in another."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Claim, Compared, Document, Finding, denial_pairs, rule


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
    ],
)
def none_against_count(document: Document) -> Iterator[Finding | Compared]:
    """Where there was none, nothing can be counted.

    "No deaths" is often true of an early report, and stays in the story when the count comes in.
    """
    flagged: set[Claim] = set()
    for pair in denial_pairs(document):
        if not pair.same:
            continue
        none, count = pair.denial.claim, pair.counted
        yield Compared((none.span, count.span), pair.reason)
        if none not in flagged:
            flagged.add(none)
            yield _finding(document, none, count)


def _finding(document: Document, none: Claim, count: Claim) -> Finding:
    denied, counted = (claim.span.of(document.text) for claim in (none, count))
    return Finding(
        f"“{denied}” here, but “{counted}” elsewhere",
        (none.span.labelled("none"), count.span.labelled("some")),
        working=(f"0 against {count.quantity.range}",),
        consistent_if=(f"there were {count.quantity.range}", "there were none"),
    )

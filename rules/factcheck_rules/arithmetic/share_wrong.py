"""FC202: a share that is not the part of its whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Compared,
    Document,
    Finding,
    Number,
    Share,
    Span,
    find_shares,
    granted,
    nominal,
    rule,
    share_of,
    write_granted,
    write_like,
    write_range,
    write_rounded,
)  # fmt: skip


@rule(
    "FC202",
    examples=[
        "Of the [[448]] clinics on the list, [[36]], or [[12 percent]], had closed.",
        "[[36]] of [[448]] clinics ([[18 percent]]) had closed by May.",
        "The valley gets [[1 percent]] of the [[$21.1 billion]], [[just over $2 billion]].",
        "The fire took [[60]] of the [[240]] boats in Marel. That is [[40 percent]].",
        "The [[90]] houses, or [[30 percent]] of the [[900]] in Alder, have a cellar.",
        "[[A third]] of the [[900]] houses, [[about 450]], lost their roofs.",
        "The club sold [[1,200]] scarves, which is [[2.5 percent]] of the [[480,000]] it had made.",
        "The goalkeeper saved [[12]] of his [[30]] penalties, or [[60 percent]].",
        "Turnout was [[70 percent]]: [[4,500]] of [[9,000]] members cast a ballot.",
        "Of the 448 clinics on the list, 36, or 8 percent, had closed.",
        "36 of 448 clinics (8.04 percent) had closed by May.",
        "The valley gets 10 percent of the $21.1 billion, just over $2 billion.",
        "The fire took 60 of the 240 boats in Marel. That is 25 percent.",
        "The 90 houses, or 10 percent of the 900 in Alder, have a cellar.",
        "A third of the 900 houses, about 300, lost their roofs.",
        "The club sold 12,000 scarves, which is 2.5 percent of the 480,000 it had made.",
        "Of the 448 clinics on the list, 36 closed, and 12 percent of all nurses left.",
        "More than half of the 31 mayors, or 17, signed.",
        "The goalkeeper saved 12 of his 30 penalties, or 40 percent.",
        "Turnout was 50 percent: 4,500 of 9,000 members cast a ballot.",
        "Unemployment was 5 percent: 300 of 900 workers at the mill had lost their jobs.",
    ],
)
def share_wrong(document: Document) -> Iterator[Finding | Compared]:
    """A share fits the part and the whole that stand beside it.

    A decimal point slips, the wrong whole is divided by, or the part is updated and the share is
    not. Each figure may have been rounded; the share is wrong only where no numbers that would
    be printed so come to it.

    Compares: A share, the part and the whole, in one sentence or in two that follow each other.

    Tolerance: Each figure stands for all that would be rounded to it; “about” grants up to an
    eighth, “just over” 15 percent, “more than” up to twice the figure.

    Silent: Where part and whole have different units, or another figure or clause stands between
    (“36 closed, and 12 percent of all nurses left”).

    Published: The New York Times, September 2014: 1 percent of $21.1 billion was given as just over
    $2 billion; it is just over $200 million (afterdeadline.blogs.nytimes.com, 23 September 2014).
    """
    for share in find_shares(document):
        if granted(document, share.share) & share_of(document, share):
            yield Compared(_spans(share), "the share fits the part and the whole")
        else:
            yield _finding(document, share)


def _spans(share: Share) -> tuple[Span, ...]:
    pairs = zip(share.claims, ("the share", "the part", "the whole"), strict=True)
    return tuple(claim.quantity.span.labelled(label) for claim, label in pairs)


def _finding(document: Document, share: Share) -> Finding:
    stated, part, whole = (claim.quantity.span.of(document.text) for claim in share.claims)
    first, second = nominal(share.part), nominal(share.whole)
    printed = write_rounded(100 * Fraction(first) / second)
    possible = write_range(share_of(document, share) * (100 // share.scale))
    return Finding(
        f"“{part}” of “{whole}” is {printed} percent, not “{stated}”",
        _spans(share),
        working=(
            f"{write_rounded(first)} / {write_rounded(second)} = {printed} percent",
            f"{write_granted(document, *share.claims)}: so rounded, {possible} percent",
        ),
        consistent_if=(
            f"the share is {printed} percent",
            *_repairs(document, share, first, second),
        ),
    )


def _repairs(document: Document, share: Share, part: Number, whole: Number) -> Iterator[str]:
    fraction = Fraction(nominal(share.share)) / share.scale
    if fraction > 0:
        yield f"the part is {write_like(document, share.part, whole * fraction)}"
        yield f"the whole is {write_like(document, share.whole, part / fraction)}"

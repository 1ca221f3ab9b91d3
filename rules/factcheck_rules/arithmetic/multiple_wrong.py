"""FC205: a figure that is not so many times the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Compared,
    Document,
    Finding,
    Multiple,
    Span,
    find_multiples,
    granted,
    nominal,
    rule,
    write_granted,
    write_like,
    write_range,
    write_rounded,
)  # fmt: skip


@rule(
    "FC205",
    examples=[
        "Sales at the Quenby mill [[doubled]] from [[300]] to [[900]] sacks a day.",
        "The price of eel [[tripled]] to [[$48]], from [[$24]] in May.",
        "Membership [[halved]] from [[12,000]] to [[9,000]] in a decade.",
        "Marel keeps [[three times]] as many goats: [[1,500]] against [[300]] in Alder.",
        "The bridge cost [[$90 million]], [[twice]] the [[$30 million]] in the plan.",
        "The port handled [[6 million]] crates, [[20 times]] more than the [[100,000]] of 1950.",
        "Losses [[quadrupled]] from [[£20m]] to [[£60m]].",
        "Sales at the Quenby mill doubled from 300 to 600 sacks a day.",
        "The price of eel tripled to $48, from $16 in May.",
        "Membership halved from 12,000 to 5,900 in a decade.",
        "Marel keeps five times as many goats: 1,500 against 300 in Alder.",
        "The bridge cost $58 million, twice the $30 million in the plan.",
        "The port handled 2.1 million crates, 20 times more than the 100,000 of 1950.",
        "Losses more than quadrupled from £20m to £95m.",
        "Rents doubled while wages rose from $300 to $350.",
    ],
)
def multiple_wrong(document: Document) -> Iterator[Finding | Compared]:
    """What is said to have doubled, tripled or halved did so.

    "Doubled" grants what rounds to it, from 1.75 to 2.25 times, "tripled" from two and a half to
    three and a half; "three times more" may mean three or four times, so both pass.

    Compares: “Doubled”, “tripled”, “halved”, “twice”, “three times as many” with the two figures of
    the sentence.

    Tolerance: A quarter of a time for “doubled”, half a time from “tripled” on, 40 to 60 percent
    for “halved”; as much again behind “more than”, “almost” and “about”; “more than doubled” goes
    up to four and a half times. “Three times more” may mean three or four times.

    Silent: Where one of the figures stands in another sentence or has another unit.

    Published: BBC News, December 2006: the passengers of a bus line were said to have doubled, from
    11,000 to 13,000 a week; that is 18 percent more (losingit.me.uk, 24 December 2006).
    """
    for multiple in find_multiples(document):
        actual = granted(document, multiple.larger) / granted(document, multiple.smaller)
        if actual & multiple.allowed:
            yield Compared(_spans(multiple), "the figures fit the multiple")
        else:
            yield _finding(document, multiple)


def _spans(multiple: Multiple) -> tuple[Span, ...]:
    return (
        multiple.span.labelled("so many times"),
        multiple.smaller.quantity.span.labelled("this figure"),
        multiple.larger.quantity.span.labelled("becomes this"),
    )


def _finding(document: Document, multiple: Multiple) -> Finding:
    words = multiple.span.of(document.text)
    larger, smaller = (
        one.quantity.span.of(document.text) for one in (multiple.larger, multiple.smaller)
    )
    first, second = nominal(multiple.larger), nominal(multiple.smaller)
    times = write_rounded(Fraction(first) / second)
    return Finding(
        f"“{larger}” is {times} times “{smaller}”, which is not “{words}”",
        _spans(multiple),
        working=(
            f"{write_rounded(first)} / {write_rounded(second)} = {times}",
            f"“{words}” stands for {write_range(multiple.allowed)} times; "
            f"{write_granted(document, multiple.smaller, multiple.larger)}",
        ),
        consistent_if=(
            f"it is {times} times as much",
            f"“{larger}” is {write_like(document, multiple.larger, second * multiple.factor)}",
            f"“{smaller}” is {write_like(document, multiple.smaller, first / multiple.factor)}",
        ),
    )

"""FC105: a total that is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Bar,
    Compared,
    Document,
    Example,
    Finding,
    Range,
    Whole,
    find_wholes,
    rounded,
    rule,
)  # fmt: skip


@rule(
    "FC105",
    examples=[
        "The storm killed [[20 people]]: [[12 people in Quenby]] and [[9 in Alder]].",
        "The two camps hold [[600 goats]]. Keepers counted [[420 goats in Marel]] and "
        "[[another 310 in Alder]].",
        "The clubs spent [[$5 million]]: [[$3.5 million in Quenby]] and [[$2.5 million in Alder]].",
        Example(
            "The Forest Agency estimated there were [[700 wolves]]. A Hunters' Union report "
            "counted [[600 wolves in Alder]] and [[another 300 in Quenby]].",
            severity="warning",
        ),
        "The mill bought [[90 horses]]: [[50 horses in Quenby]] and [[30 in Alder]].",
        "The league has [[40 clubs]] — [[25 clubs in Marel]] and [[25 in Quenby]].",
        "The mill bought 80 horses: 50 horses in Quenby and 30 in Alder.",
        "The league has 60 clubs. It counts 25 clubs in Marel and 25 in Quenby.",
        "The storm killed 21 people: 12 people in Quenby and 9 in Alder.",
        "The two camps hold about 700 goats. Keepers counted 420 goats in Marel and another 310 "
        "in Alder.",
        "The storm killed 20 people, 12 of them children.",
        "The two camps hold 600 goats. Keepers sold 420 goats in Marel and another 310 in Alder.",
    ],
)
def total_disagrees_with_parts(document: Document) -> Iterator[Finding | Compared]:
    """A total is the sum of its parts.

    The parts are figures for one noun that one sentence gives by place. Where the story does not
    say that they are all there are, they may fall short of the total but not pass it.

    Compares: A total with the sum of the figures by place that one sentence gives for the same
    noun, ranges by range arithmetic.

    Tolerance: Each figure stands for all that would be rounded to it: half its last place, or
    half the zeros at its end as long as two digits stay; the slack of the sum is that of all
    parts.

    Silent: Where the parts fall short and the story does not say that they are all, another date or
    group stands beside one of them, or the total stands more than six paragraphs away.
    """
    for whole in find_wholes(document):
        total, parts = rounded(whole.total.quantity), whole.rounded_sum
        passed = total.certainly_less(parts)
        short = whole.complete and parts.certainly_less(total)
        yield Compared((whole.total.span, *(part.span for part in whole.parts)), "whole and parts")
        if passed or short:
            yield _finding(document, whole)


def _finding(document: Document, whole: Whole) -> Finding:
    total, parts = whole.total, whole.parts
    sum_shown = " + ".join(_term(part.quantity.range) for part in parts)
    difference = whole.sum.gap(total.quantity.range)
    quoted = total.span.of(document.text)
    places = " and ".join(part.place for part in parts)
    return Finding(
        f"{places} add up to {whole.sum}, not to “{quoted}”",
        (total.span.labelled("the total"), *(part.span.labelled(part.place) for part in parts)),
        working=(
            f"{sum_shown} = {whole.sum}, {Range.point(difference)} off {total.quantity.range}",
        ),
        consistent_if=(
            f"the total is {whole.sum}",
            *(
                f"{part.place} has {changed}"
                for part in parts
                if (changed := _repaired(whole, part)) is not None
            ),
        ),
        bars=(Bar(total.quantity.range, "total"), Bar(whole.sum, "sum of the parts")),
        severity=None if whole.one_voice else "warning",
    )


def _repaired(whole: Whole, part: object) -> Range | None:
    """What one part would have to be for the sum to come out, if that is a number above zero."""
    others = [one.quantity.range for one in whole.parts if one is not part]
    rest = whole.total.quantity.range
    for other in others:
        rest = rest - other
    fits = rest & Range(0, None)
    return None if fits.empty or rest.low is None or rest.low < 0 else rest


def _term(term: Range) -> str:
    return str(term) if term.is_point else f"({term})"

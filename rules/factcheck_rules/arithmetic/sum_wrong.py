"""FC207: figures that do not add up to the result beside them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import (
    Compared,
    Document,
    Finding,
    Number,
    Span,
    Sum,
    apart,
    find_sums,
    granted,
    nominal,
    result_of,
    rule,
    write_granted,
    write_like,
    write_range,
)  # fmt: skip


@rule(
    "FC207",
    examples=[
        "The two valleys cast [[463,000]] and [[654,000]] ballots, [[1.16 million]] in all.",
        "Ana Prul won by [[5,000]] votes, [[23,000]] to [[19,400]].",
        "The board voted [[61]] to [[42]], a margin of [[21]].",
        "Of the [[90]] boats, [[60]] sank and the other [[40]] were towed to Marel.",
        "The fair drew [[1,500]] visitors: [[900]] adults and [[700]] children.",
        "The toll rose by [[$3]], from [[$12]] to [[$17]].",
        "The mill spent [[$40 million]] of its [[$90 million]], leaving [[$60 million]].",
        "The port will save [[$1.8 million a year]]: [[1.1 million]] in rent and [[0.9 million]] "
        "in fuel.",
        "The avalanche buried [[six]] people, [[three]] men and [[five]] women.",
        "Crews mended [[400]] of the [[700]] roofs; the remaining [[200]] would follow.",
        "The two valleys cast 463,000 and 654,000 ballots, 1.12 million in all.",
        "Ana Prul won by 3,600 votes, 23,000 to 19,400.",
        "The board voted 61 to 42, a margin of 19.",
        "Of the 90 boats, 60 sank and the other 30 were towed to Marel.",
        "The fair drew 1,600 visitors: 900 adults and 700 children.",
        "The toll rose by $5, from $12 to $17.",
        "The mill spent about $40 million of its $90 million, leaving nearly $50 million.",
        "The fair drew 1,500 visitors: 900 adults, among them 12 mayors, and some 700 children.",
        "Of the 20 schools, 5 in Alder and 7 in Quenby closed, 12 in all.",
        "The port will save $2 million a year: 1.1 million in rent and 0.9 million in fuel.",
        "The port will spend $9 million: 4 on roads and 3 on bridges.",
        "The avalanche buried eight people, three men and five women.",
        "The bus carried 12 people, 2 men and 3 women, and two dogs.",
        "Crews mended 400 of the 700 roofs; the remaining 300 would follow.",
    ],
)
def sum_wrong(document: Document) -> Iterator[Finding | Compared]:
    """A total, a difference or a remainder is what its terms come to.

    A term is corrected and the total is not, or the sum was done in the head. Each figure may
    have been rounded to the last place printed; the slack of a sum is that of all its terms.

    Compares: A total, a difference, a margin or a remainder with its terms, in one sentence.

    Tolerance: Each figure stands for all that would be rounded to it, and the slack of the sum is
    that of all its terms; counts below a hundred are exact.

    Silent: Where the terms have different units, the list is partial (“including”, “so far”), or
    the total is of places or of a list, which total-disagrees-with-parts and list-count-wrong ask.

    Published: The New York Times, December 2000: 463,000 and 654,000 ballots were given as 1.16
    million; they are 1.117 million (smartertimes.com, no. 256).
    """
    for one in find_sums(document):
        if granted(document, one.result) & result_of(document, one):
            yield Compared(_spans(one), f"the {one.form} fits its terms")
        else:
            yield _finding(document, one)


def _spans(one: Sum) -> tuple[Span, ...]:
    terms = (term.quantity.span.labelled("term") for term in one.terms)
    return (one.result.quantity.span.labelled(f"the {one.form}"), *terms)


def _finding(document: Document, one: Sum) -> Finding:
    stated = one.result.quantity.span.of(document.text)
    terms = [term.quantity.span.of(document.text) for term in one.terms]
    numbers = [nominal(term) for term in one.terms]
    comes_to = _result(one, numbers)
    written = write_like(document, one.result, comes_to)
    sign = " + " if one.form == "total" else " − "
    shown = sign.join(write_like(document, *pair) for pair in zip(one.terms, numbers, strict=True))
    return Finding(
        f"{_listed(terms)} make a {one.form} of {written}, not “{stated}”",
        _spans(one),
        working=(
            f"{shown} = {written}",
            f"{write_granted(document, one.result, *one.terms)}: so rounded, "
            f"{write_range(result_of(document, one))}",
        ),
        consistent_if=(f"the {one.form} is {written}", *_repairs(document, one, numbers)),
    )


def _listed(terms: list[str]) -> str:
    quoted = [f"“{term}”" for term in terms]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _result(one: Sum, numbers: list[Number]) -> Number:
    others = sum(numbers[1:], Fraction(0))
    return numbers[0] + others if one.form == "total" else apart(numbers[0], others)


def _repairs(document: Document, one: Sum, numbers: list[Number]) -> Iterator[str]:
    """What each term would have to be for the others and the result to stand."""
    result = nominal(one.result)
    signs = [1 if one.form == "total" or not at else -1 for at in range(len(numbers))]
    turned = one.form == "difference" and numbers[0] < numbers[1]
    goal = -result if turned else result
    for term, sign, number in zip(one.terms, signs, numbers, strict=True):
        rest = (
            sum((s * n for s, n in zip(signs, numbers, strict=True)), Fraction(0)) - sign * number
        )
        needed = sign * (goal - rest)
        if needed > 0:
            quoted = term.quantity.span.of(document.text)
            yield f"“{quoted}” is {write_like(document, term, needed)}"

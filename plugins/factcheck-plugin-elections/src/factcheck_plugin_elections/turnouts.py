"""Votes cast and turnout, held against the roll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck import Compared, Document, Finding, Quantity, Range, rounded
from factcheck_plugin_elections.rolls import Figure, find_figures
from factcheck_plugin_elections.wording import number, words

_LARGER = Fraction(3, 2)


def compare_turnouts(document: Document) -> Iterator[Finding | Compared]:
    """Each roll with the votes cast and the turnout that belong to it."""
    figures = [one for one in find_figures(document) if not one.of_another_time]
    prose = document.prose.lower() if figures else ""
    if any(word in prose for word in words("fraud")):
        return
    rolls, casts, turnouts = (
        [one for one in figures if one.role == role] for role in ("roll", "cast", "turnout")
    )
    above = list(_above_the_whole(document, turnouts))
    yield from above
    for roll, cast in _pairs(rolls, casts):
        yield from _compare(document, roll, cast, [] if above else turnouts)


def _above_the_whole(document: Document, turnouts: Sequence[Figure]) -> Iterator[Finding]:
    for one in turnouts:
        low = rounded(one.quantity).low
        if low is not None and low > 100:
            quoted = one.quantity.span.of(document.text)
            yield Finding(
                f"A turnout of “{quoted}” is more than the 100 percent of those who may vote",
                (one.quantity.span.labelled("more than 100 percent"),),
                working=(
                    f"{number(one.quantity.range)} - 100 = {number(one.quantity.range - 100)}",
                ),
                consistent_if=("the turnout is 100 percent or less", f"turnout rose by {quoted}"),
            )


def _pairs(rolls: Sequence[Figure], casts: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each roll with the votes of the same election, where there is no doubt which they are."""
    together = [(roll, cast) for roll in rolls for cast in casts if roll.sentence == cast.sentence]
    if together:
        counts = [roll.sentence for roll, _ in together]
        yield from (pair for pair in together if counts.count(pair[0].sentence) == 1)
    elif _one_value(rolls) and _one_value(casts) and _one_electorate(rolls[0], casts[0]):
        yield rolls[0], casts[0]


def _one_value(figures: Sequence[Figure]) -> bool:
    return len({figure.quantity.range for figure in figures}) == 1


def _one_electorate(roll: Figure, cast: Figure) -> bool:
    """Whether two sentences may be of one electorate; far more votes are of a larger one."""
    most = rounded(roll.quantity) * _LARGER
    return _same_place(roll, cast) and not most.certainly_less(rounded(cast.quantity))


def _same_place(roll: Figure, cast: Figure) -> bool:
    """Whether those who voted are among those on the roll, as far as the sentences say."""
    return not roll.places or bool(roll.places & cast.places)


def _compare(
    document: Document, roll: Figure, cast: Figure, turnouts: Sequence[Figure]
) -> Iterator[Finding | Compared]:
    spans = (cast.quantity.span, roll.quantity.span)
    if rounded(roll.quantity).certainly_less(rounded(cast.quantity)):
        yield _above_the_roll(roll, cast)
        return
    yield Compared(spans, "votes cast and roll")
    if cast.partial or not _one_value(turnouts) or not _same_place(turnouts[0], cast):
        return
    # Turnout may be the share of those registered where the roll counts all who are eligible.
    if "eligible" in roll.text and "registered" in document.prose:
        return
    turnout = turnouts[0]
    share = rounded(cast.quantity) / rounded(roll.quantity) * 100
    near = abs(turnout.sentence - cast.sentence) <= 3
    if near and not turnout.partial and not share & _fair_percentage(turnout.quantity):
        yield _not_the_turnout(document, roll, cast, turnout)


def _fair_percentage(quantity: Quantity) -> Range:
    """All that could be printed so, whether rounded, or cut off behind the last place."""
    return rounded(quantity) if quantity.approximate else quantity.range.widened(quantity.step)


def _above_the_roll(roll: Figure, cast: Figure) -> Finding:
    voted, registered = cast.quantity.range, roll.quantity.range
    return Finding(
        f"{number(voted)} voted, more than the {number(registered)} who are on the roll",
        (cast.quantity.span.labelled("voted"), roll.quantity.span.labelled("may vote")),
        working=(
            f"{number(voted)} - {number(registered)} = {number(voted - registered)}",
            f"{number(voted)} of {number(registered)} would be a turnout of "
            f"{_percentage(voted, registered)} percent",
        ),
        consistent_if=(
            f"at most {number(registered)} voted",
            f"at least {number(voted)} are registered",
            "the two are of different elections or places, or a voter had more than one vote",
        ),
    )


def _not_the_turnout(document: Document, roll: Figure, cast: Figure, turnout: Figure) -> Finding:
    stated = turnout.quantity.range
    voted, registered = cast.quantity.range, roll.quantity.range
    share = _percentage(voted, registered)
    return Finding(
        f"{number(voted)} voters of {number(registered)} are {share} percent, not the turnout of "
        f"“{turnout.quantity.span.of(document.text)}”",
        (
            turnout.quantity.span.labelled("the turnout"),
            cast.quantity.span.labelled("voted"),
            roll.quantity.span.labelled("may vote"),
        ),
        working=(f"{number(voted)} / {number(registered)} = {share} percent",),
        consistent_if=(
            f"the turnout is {share} percent",
            f"{_about(stated * registered / 100)} voted",
            f"{_about(voted / stated * 100)} are registered",
        ),
    )


def _percentage(voted: Range, registered: Range) -> str:
    return _one_place(voted / registered * 100)


def _one_place(values: Range) -> str:
    ends = [end for end in (values.low, values.high) if end is not None]
    return number(Range(*(Fraction(round(end * 10), 10) for end in ends))) if ends else "some"


def _about(values: Range) -> str:
    """A whole number of people to three digits: what a share allows is no exact count."""
    middle = next((end for end in (values.low, values.high) if end is not None), 0)
    scale = 10 ** max(0, len(str(int(middle))) - 3)
    return f"about {number(round(middle / scale) * scale)}"

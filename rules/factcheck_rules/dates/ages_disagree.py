"""FC302: one person with two ages."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Aged, Compared, Document, Finding, age_pairs, rule


@rule(
    "FC302",
    examples=[
        "[[Ada Orme, 42]], spoke to the board.\n\n[[Orme, 45]], has led the mill since May.",
        "Ada Orme, 42, spoke with her husband.\n\nOrme, 42, has led the mill since May.",
        "Ada Orme, 42, spoke to the board. Mr Orme, 45, did not.",
        "Ada Orme, 42, spoke with Jon Orme.\n\nOrme, 45, has led the mill since May.",
        "Ada Orme, 42, spoke to the board.\n\nA brother came. Orme, 45, a brother, has led "
        "the mill since May.",
        "[[Ada Orme, 42]], was hit by a tram in Quenby on Sunday.\n\nThe [[43-year-old potter Ada "
        "Orme]] is in hospital.",
        "[[Ada Orme, a 42-year-old]] potter, won the prize.\n\n[[Ada Orme, 24]], lives in Marel.",
        "The skipper is Captain [[John Vane, a man of about 60]].\n\nCaptain [[John Vane is a "
        "man of about 30]].",
        "[[Ada Orme, aged 42]], was fined.\n\nThe court heard that [[Ada Orme, 52]], had no "
        "licence.",
        "Police named the driver as [[Ben Orme, 19]].\n\nThe [[17-year-old Ben Orme]] had passed "
        "his test in May.",
        "The victim, [[Ada Orme, 42]], worked in Marel.\n\nFriends of [[Ada Orme, 44]], were "
        "shocked.",
        "Ada Orme, 42, was hit by a tram in Quenby on Sunday.\n\nThe 42-year-old potter Ada Orme "
        "is in hospital.",
        "Ada Orme, 42, was fined.\n\nHer brother Ben Orme, 45, was not.",
        "Ada Orme, 42, won the prize.\n\nAda Orme, then 24, had lost it by a vote.",
        "Ada Orme, 42, won the prize.\n\nAda Orme, 16 points ahead, sat down.",
        "The skipper is Captain John Vane, a man of about 60.\n\nCaptain John Vane is a man of "
        "about 58.",
        "Ada Orme, 42, and Ben Vane, 24, were fined.\n\nBen Vane, 24, had driven.",
        "Ada Orme, 42, swam the Alder.\n\nWhen Ada Orme, 12, first tried, she nearly drowned.",
    ],
)
def ages_disagree(document: Document) -> Iterator[Finding | Compared]:
    """A person has one age in one story.

    Ages are copied from old reports more often than anything else. One that the story gives for
    another day ("then 24") is left alone.

    Compares: Ages that the story gives to one name: the same full name, the same surname alone both
    times, or a surname that only one person of the story bears.

    Tolerance: None; “about 60” may be up to an eighth more or less.

    Silent: Where one of the ages is of another day (“then 24”, “before she turned 40”), or a
    surname may be that of a relative.

    Published: The New York Times, 6 April 2008: its home page had Charlton Heston dead at 83 and at
    84; he was 84 (HuffPost, 6 April 2008).
    """
    for pair in age_pairs(document):
        yield Compared((pair.first.span, pair.second.span), "two ages of one person")
        if not pair.agree:
            yield _finding(document, pair.first, pair.second)


def _finding(document: Document, first: Aged, second: Aged) -> Finding:
    before, here = (str(aged.claim.quantity.range) for aged in (first, second))
    return Finding(
        f"{' '.join(second.name)} is {here} here and {before} before",
        (second.span.labelled("this age"), first.span.labelled("the earlier one")),
        working=(f"“{first.span.of(document.text)}” against “{second.span.of(document.text)}”",),
        consistent_if=(f"the first age is {here}", f"the second age is {before}"),
    )

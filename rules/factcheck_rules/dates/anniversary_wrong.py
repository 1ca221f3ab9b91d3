"""FC308: an anniversary in a year in which it does not fall."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Anniversary,
    Compared,
    Document,
    Example,
    Finding,
    Range,
    Reading,
    find_anniversaries,
    readings,
    rule,
    write_ordinal,
)

_STORY = (2024, 6, 20)


@rule(
    "FC308",
    examples=[
        "In [[2024]] Marel marked the [[50th anniversary]] of the [[1975]] harbour fire.",
        "The [[50th anniversary]] of the [[1975]] harbour fire in [[2024]] drew a crowd.",
        "Founded in [[1919]], the club celebrated its [[centenary]] in [[2020]].",
        "The pool, which opened in [[1998]], marks its [[twenty-fifth anniversary]] in [[2024]].",
        "Born in [[1931]], the poet celebrated her [[ninetieth birthday]] in [[2022]].",
        Example("[[This year]] is the [[10th anniversary]] of the [[2015]] flood.", as_of=_STORY),
        Example(
            "The ferry, launched in [[1994]], celebrates its [[25th anniversary]] [[this year]].",
            as_of=_STORY,
        ),
        "In 2025 Marel marked the 50th anniversary of the 1975 harbour fire.",
        "Founded in 1919, the club celebrated its centenary in 2019.",
        "The museum, which opened in 1998, celebrates its twenty-fifth anniversary in 2023.",
        "In 2024 Marel began to plan for the 50th anniversary of the 1975 harbour fire.",
        "In 2021 Marel belatedly marked the 50th anniversary of the 1970 harbour fire.",
        "A 50th anniversary edition of the 1975 record came out in 2024.",
        "Ben Orme was born in 1931. The club celebrated its 90th birthday in 2022.",
        "This year marks the 10th anniversary of the 2015 flood.",
        Example("This year marks the tenth anniversary of the 2014 flood.", as_of=_STORY),
    ],
)
def anniversary_wrong(document: Document) -> Iterator[Finding | Compared]:
    """An anniversary falls as many years after the day as its number says.

    The first anniversary is one year on, the tenth birthday ten. A year that is not given comes
    from the story's own date, where the sentence says "this year", "on Sunday" and the like; a
    sentence that tells of plans, or of an anniversary kept late, is left alone.

    Compares: The number of an anniversary or birthday with the two years it lies between, in one
    sentence.

    Tolerance: Only the years count; one that is not given may be any the sentence allows.

    Silent: Where the anniversary is planned or kept late, or a year is missing and the story’s own
    day is not known.
    """
    for found in find_anniversaries(document):
        spans = (found.span, found.base.span, found.held.span)
        pairs = [
            (base, held)
            for base in readings(found.base, document.as_of)
            for held in readings(found.held, document.as_of)
        ]
        if not pairs:
            continue
        if any(found.number in _years(*pair) for pair in pairs):
            yield Compared(spans, "the anniversary falls in its year")
        else:
            yield _finding(document, found, *pairs[0])


def _years(base: Reading, held: Reading) -> Range:
    """How many years lie between the years of the two."""
    return Range(held[0][0] - base[1][0], held[1][0] - base[0][0])


def _finding(document: Document, found: Anniversary, base: Reading, held: Reading) -> Finding:
    first, now = base[0][0], held[0][0]
    number, years = found.number, _years(base, held)
    kept = found.held.span.of(document.text)
    kept = kept if str(now) in kept else f"{now} (“{kept}”)"
    actual = write_ordinal(int(years.high or 0))
    return Finding(
        f"The {write_ordinal(number)} anniversary of {first} is in {first + number}, not in {kept}",
        (
            found.span.labelled(f"{now} is the {actual}"),
            found.base.span.labelled("counted from here"),
            found.held.span.labelled("held here"),
        ),
        working=(f"{first} + {number} = {first + number}", f"{now} - {first} = {now - first}"),
        consistent_if=(
            f"it is the {actual}",
            f"the year it is held in is {first + number}",
            f"the year it is counted from is {now - number}",
        ),
    )

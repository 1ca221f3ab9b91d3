"""FC107: a part that is larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Document, Finding, Part, find_parts, rounded, rule


@rule(
    "FC107",
    examples=[
        "The storm killed [[12 people]], [[14]] of them in Quenby.",
        "Divers have named [[32]] of the [[26 bodies]] from the wreck.",
        "The flood drove out [[120 people]], including [[140]] children.",
        "The school has [[40 pupils]], [[45]] of whom come by boat.",
        "[[Nine]] of the [[eight councillors]] voted for the bridge.",
        "The mill dismissed [[30 workers]], including [[35]] workers in Marel.",
        "The floods have killed [[10 people in Iraq]] and ruined the wheat.\n\nThe floods that "
        "ruined the wheat have killed [[12 people in Basra]].",
        "The clerk counted [[2,310 ballots]], of which [[2,430]] were valid.",
        "The clerk counted 2,430 ballots, of which 2,310 were valid.",
        "The town took in 20 families, of whom 45 were children.",
        "The storm killed 12 people, 9 of them in Quenby.",
        "The floods have killed 10 people in Iraq and ruined the wheat.\n\nThe floods that ruined "
        "the wheat have killed 12 people in Syria.",
        "A bomb killed 10 people in Iraq on a market day.\n\nA bomb killed 12 people in Basra on "
        "a market day.",
        "Divers have named 26 of the 32 bodies from the wreck.",
        "The flood drove out 30 families, including 140 children.",
        "The school has 40 pupils, all of whom come by boat, and 45 desks.",
        "Some 40 of the roughly 40 councillors voted for the bridge.",
        "She swam on several birthdays, including when she turned 85.",
        "The mill dismissed 30 workers and hired 35 workers in Marel.",
    ],
)
def part_exceeds_whole(document: Document) -> Iterator[Finding | Compared]:
    """A part is no larger than its whole.

    The two figures were swapped, or one of them belongs to another whole.

    Compares: A count that is said to be “of the” next one, or “of them”, “of which”, “including” or
    “among them” of the one before, with that other.

    Tolerance: Each may have been rounded; the part is too large only where no numbers that would
    be printed so fit.

    Silent: Where the two count different things (families, including children), or nothing says
    that one is part of the other.
    """
    for found in find_parts(document):
        yield Compared((found.part.span, found.whole.span), "part and whole")
        if rounded(found.whole.quantity).certainly_less(rounded(found.part.quantity)):
            yield _finding(document, found)


def _finding(document: Document, found: Part) -> Finding:
    part, whole = found.part.quantity, found.whole.quantity
    here, there, lies = part.span, whole.span, ""
    if found.by_place:
        here, there = found.part.span, found.whole.span
        lies = f", as {found.part.place} lies in {found.whole.place},"
    return Finding(
        f"“{here.of(document.text)}” are a part of “{there.of(document.text)}”{lies} and more "
        "than all of them",
        (here.labelled("the part"), found.whole.span.labelled("the whole")),
        working=(f"{part.range} is more than {whole.range}",),
        consistent_if=(
            f"the part is no more than {whole.range}",
            f"the whole is no less than {part.range}",
        ),
    )

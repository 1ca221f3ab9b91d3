"""EL102: parties' seats that are more, or fewer, than the chamber has."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Cues, Document, Example, Finding, rule
from factcheck_plugin_elections.wording import speaks_of

# Without one of these no figure is the size of a chamber.
_CUES = Cues("seat", "seats", "member", "members", "MPs", "deputies", "lawmakers")


@rule(
    "EL102",
    examples=[
        "In the [[120]]-seat assembly the Harbour Party won [[61]] seats, the Reform Union [[40]] "
        "and the Greens [[24]].",
        "The Harbour Party won [[24]] of the council’s [[40]] seats, the Reform Union [[12]] and "
        "the Greens [[9]].",
        "The Harbour Party won [[61]] of the [[120]] seats, the Reform Union [[40]] and the Greens "
        "[[12]]. The remaining [[five]] went to independents.",
        "The Greens won [[130]] of the [[120]] seats.",
        "Voters in Quenby chose a council of [[30]] seats on Sunday.\n\nThe Harbour Party took "
        "[[17]] seats, while the Reform Union has [[15]].",
        Example(
            "# A new assembly for Alder\n\nThe [[80]]-seat assembly meets on Monday.\n\n"
            "- Harbour Party: [[41]] seats\n- Reform Union: [[30]] seats\n- Greens: [[12]] seats\n",
            name="story.md",
        ),
        "In the 120-seat assembly the Harbour Party won 61 seats, the Reform Union 40 and the "
        "Greens 19.",
        "The Harbour Party won 24 of the council’s 40 seats and the Reform Union 12.",
        "The Harbour Party won 61 of the 120 seats, the Reform Union 40 and the Greens 12. The "
        "remaining seven went to independents.",
        "The Harbour Party won 61 of the 120 seats, the Reform Union 40 and the Greens 12. The "
        "remaining five went to independents; two are vacant until a recount.",
        "The Harbour Alliance won 75 seats in the 120-seat assembly, the Harbour Party 60 and its "
        "ally the Orchard List 15, and the Reform Union took 45.",
        "The 100-seat senate is not up for election. In the house of deputies the Harbour Party "
        "won 61 seats and the Reform Union 58.",
        "In the 120-seat assembly the Harbour Party gained 61 seats and the Reform Union lost 64.",
        "The theatre has 120 seats. The Harbour Party won 90 seats and the Reform Union 64.",
    ],
)
def seats_do_not_add_up(document: Document) -> Iterator[Finding | Compared]:
    """The parties' seats are no more than the chamber has, and no fewer if they are all.

    Where the story does not say that it names every party, the sum may fall short.

    Compares: The seats of the parties with those of the chamber.

    Tolerance: None: seats are whole, and only “about 60” may be more or fewer.

    Silent: Where they fall short and the story does not say that it names all, or says that some
    are empty or undecided; or where it is not certain which chamber they are in.
    """
    if _CUES.stand_in(document) and speaks_of(document, "seat", "-member", "members"):
        from factcheck_plugin_elections.seats import compare_seats

        yield from compare_seats(document)

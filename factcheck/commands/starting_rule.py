"""NR101: more of a thing than there is.

`factcheck new-rule` wrote this as a starting point. Put your own sentences into the examples, then
change the rest until `factcheck test` says that they pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Document, Finding, Range, rounded, rule, write_number

# What the desk has on file: a name, what is counted there, and the most there can be.
ON_FILE = [
    ("Guildhall", "seat", 400),
    ("Quenby", "councillor", 45),
]


@rule(
    "NR101",
    examples=[
        # [[ ]] stand round exactly what is flagged: figure and noun, as `claim.span` has them.
        "The Guildhall sold all [[450 seats]] within a day.",
        "In Quenby [[more than 50 councillors]] voted for the bridge.",
        # Without marks nothing may be flagged. For each above, the nearest that is right: it holds,
        "The Guildhall sold all 400 seats within a day.",
        # it may have been rounded,
        "Nearly 410 seats in the Guildhall were taken.",
        # it is of another time,
        "The Guildhall will have 450 seats after the rebuilding.",
        # it is about something else.
        "The new arena by the station sold all 5,200 seats within a day.",
    ],
    severity="warning",
)
def starting_rule(document: Document) -> Iterator[Finding | Compared]:
    """A story counts no more of a thing than the desk has on file.

    Most often a digit slipped in, or the figure belongs to another place.

    Silent: where the figure is denied, planned, of another time, or may have been rounded.
    """
    for claim in document.claims:
        sentence = document.sentences[claim.sentence].span.of(document.prose)
        for name, counted, most in ON_FILE:
            if claim.subject != counted or name not in sentence or claim.states:
                continue
            words, there_are = claim.span.of(document.text), f"{name} has {write_number(most)}"
            if rounded(claim.quantity).relation(Range(0, most)) != "disjoint":
                # Makes no noise: `factcheck why` shows it, and the figure counts as checked.
                yield Compared((claim.span,), f"{there_are}, and {words} may be that")
                continue
            yield Finding(
                f"The story counts {words}, but {there_are}",
                (claim.span.labelled(f"{there_are} on file"),),
                consistent_if=(f"the figure is {write_number(most)} or less",),
            )

"""FC106: a headline whose figure the story does not bear out."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import (
    Bearing,
    Claim,
    Compared,
    Document,
    Example,
    Finding,
    NamedNumber,
    Span,
    find_bearings,
    rule,
)  # fmt: skip

_SIGNS = "$£€¥"


def _story(headline: str, body: str) -> Example:
    return Example(f"# {headline}\n\n{body}", name="story.md")


@rule(
    "FC106",
    severity="warning",
    examples=[
        _story(
            "Ferry fire off Marel kills [[14 people]]",
            "A fire on a ferry off Marel killed [[12 people]] on Sunday, the coast guard said.",
        ),
        _story(
            "Quenby Spends [[$30M]] on a Bridge",
            "The council of Quenby will spend [[$13 million]] on the crossing over the Alder.",
        ),
        Example(
            "---\ntitle: Quenby votes in the rain\ndescription: Turnout reached [[61 percent]]\n"
            "---\nTurnout in Quenby reached [[51 percent]], the highest since the war.",
            name="story.md",
        ),
        _story(
            "[[G21]] Ministers Meet in Quenby",
            "Finance ministers of the [[G20]] met in Quenby on Monday.",
        ),
        _story(
            "[[3 Nurses]] Held Over Missing Morphine",
            "The police in Alder arrested [[two nurses]] on Friday. Three boxes had gone missing.",
        ),
        _story(
            "Runner Wins Alder Marathon for [[3rd]] Time",
            "Ana Prul won the Alder marathon on Sunday for the [[second]] time.",
        ),
        _story(
            "Ferry fire off Marel kills a dozen",
            "A fire on a ferry off Marel killed 12 people on Sunday, the coast guard said.",
        ),
        _story(
            "Quenby spends $30m on two bridges",
            "The council of Quenby will spend $13.2 million on one bridge and $16.7 million on "
            "the other.",
        ),
        _story("Three ways to cross the Alder", "Take the ferry at eight. It costs $4."),
        _story(
            "Mill Saved 21 Years After Fire",
            "(Aug 3, 2014 8:56 AM CDT) The mill at Alder, which burned in 1993, is to be rebuilt.",
        ),
        _story(
            "27K Follow Quenby's Cat",
            "The cat of the mayor of Quenby had 27,176 followers on Monday.",
        ),
        _story(
            "73 Killed in Two Landslides",
            "A landslide killed 28 people in Marel on Monday. Another one killed 45 people.",
        ),
        _story(
            "Leeds 3-1 Marel",
            "Prul scored in the ninth minute and again after the break, and Ost made it safe.",
        ),
    ],
)
def headline_disagrees(document: Document) -> Iterator[Finding | Compared]:
    """A number in the headline, the standfirst or a caption is borne out by the story.

    Headlines are written last, by somebody else. One may round, spell out or add up what the
    story gives, or count years; a number that follows from none of the story's is held against
    the one it gives for the same thing.

    Compares: Each number of the headline, the standfirst, captions and alternative texts with the
    figures, dates and names of the story.

    Tolerance: A number may be a fair rounding of the story’s, in digits or in words, a round bound
    of it (“more than 25” for 28), the sum or difference of two figures for one thing, the years
    between two dates, or the same time in another unit.

    Silent: Where the number is part of a name, an idiom (“the Top 40”), a score, or a count of what
    the story may list one by one; in a standfirst or a caption also where the story has no number
    for the same thing.

    Published: The New York Times, 14 March 2006: the headline had 65 bodies found in Baghdad, the
    agency story below it 72 (wordsatwork.blogspot.com, the same day).
    """
    for bearing in find_bearings(document):
        here = _extent(document, bearing.number)
        there = _extent(document, bearing.other) if bearing.other else None
        if bearing.borne_out:
            yield Compared((here, there) if there else (here,), bearing.reason)
        else:
            yield _finding(document, bearing, here, there)


def _extent(document: Document, number: NamedNumber) -> Span:
    """The number with its noun, as its claim has it, or with its sign or its name."""
    claim = next((one for one in document.claims if _holds(one, number.span)), None)
    if claim is not None:
        return claim.span
    mention, tokens = number.mention, document.tokens
    start = mention.span.start
    if mention.label and mention.form == "figure":
        start = tokens.starts[mention.first - 1]
    elif mention.form == "name" and tokens.word(mention.first - 1) == "-":
        start = tokens.starts[mention.first - 2]
    elif document.prose[start - 1 : start] in tuple(_SIGNS):
        start -= 1
    return Span(start, mention.span.end)


def _holds(claim: Claim, span: Span) -> bool:
    return claim.quantity.span.overlaps(span)


def _finding(document: Document, bearing: Bearing, here: Span, there: Span | None) -> Finding:
    region = document.sentences[bearing.number.sentence].region
    where = {"deck": "standfirst", "alt": "alternative text"}.get(region, region)
    said = here.of(document.text)
    place = here.labelled(where)
    if there is None:
        return Finding(
            f"The {where} says “{said}”, and no number of the story bears that out",
            (place,),
            working=(f"no number of the story, and no sum of two, comes to {said}",),
            consistent_if=(f"the story gives {said}", f"the {where} does without it"),
        )
    told = there.of(document.text)
    return Finding(
        f"The {where} says “{said}”, the story “{told}”",
        (place, there.labelled("story")),
        working=(f"{bearing.reason}: {told}; no sum of two comes to {said}",),
        consistent_if=(f"the {where} says {told}", f"the story says {said}"),
        severity="error" if bearing.certain else None,
    )

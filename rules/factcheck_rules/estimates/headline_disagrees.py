"""FC106: a headline whose figure the story does not bear out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck import (
    Claim, Compared, Document, Example, Finding, Mention, Quantity, Span, agree, find_mentions,
    noun_class, rounded, rule,
)  # fmt: skip

_ABOVE_THE_STORY = ("headline", "deck")


@rule(
    "FC106",
    severity="warning",
    examples=[
        Example(
            "# Ferry fire off Marel kills [[14 people]]\n\nA fire on a ferry off Marel killed "
            "[[12 people]] on Sunday, the coast guard said.",
            name="story.md",
        ),
        Example(
            "# Quenby spends [[$30 million]] on a bridge\n\nThe council of Quenby will spend "
            "[[$13 million]] on the bridge over the Alder.",
            name="story.md",
        ),
        Example(
            "---\ntitle: Half of Quenby votes\ndescription: Turnout reached [[61 percent]]\n---\n"
            "Turnout in Quenby reached [[51 percent]], the highest since the war.",
            name="story.md",
        ),
        Example(
            "# Ferry fire off Marel kills a dozen\n\nA fire on a ferry off Marel killed 12 people "
            "on Sunday, the coast guard said.",
            name="story.md",
        ),
        Example(
            "# Quenby spends $30m on two bridges\n\nThe council of Quenby will spend $13.2 million "
            "on one bridge and $16.7 million on the other.",
            name="story.md",
        ),
        Example(
            "# Three ways to cross the Alder\n\nTake the ferry at eight. It costs $4.",
            name="story.md",
        ),
    ],
)
def headline_disagrees(document: Document) -> Iterator[Finding | Compared]:
    """A figure in the headline or the standfirst is borne out by the story.

    Headlines are written last, by somebody else. One may round, spell out or add up what the
    story gives; a figure that no figure of the story fits is held against the nearest for the
    same thing.
    """
    above = [claim for claim in document.claims if _region(document, claim) in _ABOVE_THE_STORY]
    body = [claim for claim in document.claims if _region(document, claim) not in _ABOVE_THE_STORY]
    if not body:
        return
    numbers = _Numbers(document)
    for claim in above:
        rivals = [other for other in body if _rivals(claim, other)]
        yield Compared((claim.span, *(other.span for other in rivals)), "headline and story")
        if not numbers.bear_out(claim, rivals or body):
            yield _finding(document, claim.span, claim.quantity.range, _nearest(claim, rivals))
    figures = [claim.quantity.span for claim in above]
    for mention in numbers.above:
        if not numbers.name(mention.value) and not any(map(mention.span.overlaps, figures)):
            yield _finding(document, mention.span, mention.value, None)


class _Numbers:
    """The numbers a story names, apart from what they stand for."""

    def __init__(self, document: Document) -> None:
        self.above = [one for one in _mentions(document, above=True) if _stands_alone(document, one)]
        self.body = {mention.value for mention in _mentions(document, above=False)}
        self.whole = {int(value) for value in self.body if value.denominator != 1}
        self.years = {int(value) for value in self.body if 1500 <= value < 2100}

    def name(self, value: int | Fraction) -> bool:
        """Whether the story names the number, a finer one, or two years so far apart."""
        near = value in self.body or value in self.whole or value - 1 in self.whole
        return near or self._of_years(value)

    def _of_years(self, value: int | Fraction) -> bool:
        """Ages and anniversaries are the difference of two years, "'98" is the end of one."""
        return any(
            year - value in self.years or year % 100 == value or abs(year - value) == 1
            for year in self.years
        )

    def bear_out(self, claim: Claim, others: list[Claim]) -> bool:
        """Whether a figure of the story fits, or a sum or difference of two of one unit."""
        figure = claim.quantity
        body = [other.quantity for other in others]
        if any(_fits(figure, other) for other in body) or _adds_up(figure, body):
            return True
        # Of small numbers every story is full; a figure for the same thing decides.
        plain = figure.range.is_point and figure.range.low in self.body
        return plain and not any(other.subject == claim.subject != "" for other in others)


def _mentions(document: Document, *, above: bool) -> Iterator[Mention]:
    """Every number that the story names above its text, or in it."""
    for sentence in document.sentences:
        if (sentence.region in _ABOVE_THE_STORY) is above:
            yield from find_mentions(document.tokens, sentence.first, sentence.last)


def _region(document: Document, claim: Claim) -> str:
    return document.sentences[claim.sentence].region


def _rivals(claim: Claim, other: Claim) -> bool:
    """Whether the two could be figures for one thing."""
    left, right = claim.quantity, other.quantity
    if left.kind != right.kind or left.unit != right.unit:
        return False
    # "On one bridge" counts no bridges.
    if left.kind == "count" and right.range.high == 1:
        return False
    if left.kind == "count":
        return bool(claim.subject) and noun_class(claim.subject) == noun_class(other.subject)
    return bool(claim.words & other.words) or claim.predicate == other.predicate != ""


def _adds_up(figure: Quantity, body: list[Quantity]) -> bool:
    alike = [one for one in body if (one.kind, one.unit) == (figure.kind, figure.unit)][:24]
    printed = rounded(figure)
    return any(
        not (printed & result).empty
        for first, second in combinations(map(rounded, alike), 2)
        for result in (first + second, first - second, second - first)
    )


def _stands_alone(document: Document, mention: Mention) -> bool:
    """Whether the number is one that a story repeats: no "a", no part of a name such as Covid-19."""
    word = mention.span.of(document.prose)
    before = document.prose[mention.span.start - 1 : mention.span.start]
    return word[0].isdecimal() and before not in tuple("-–/.:,#") and mention.value > 1


def _fits(figure: Quantity, other: Quantity) -> bool:
    same_unit = figure.unit == other.unit or None in (figure.unit, other.unit)
    # "One in five" is a fair headline for "more than one in five".
    return same_unit and (agree(figure, other) or figure.range.gap(other.range) == 0)


def _nearest(claim: Claim, rivals: list[Claim]) -> Claim | None:
    closeness = {other: (len(claim.words & other.words), -other.span.start) for other in rivals}
    return max(rivals, key=closeness.__getitem__, default=None)


def _finding(document: Document, place: Span, said: object, other: Claim | None) -> Finding:
    here = place.of(document.text)
    spans = (place.labelled("headline"),)
    if other is None:
        return Finding(
            f"The headline says “{here}”, and no figure of the story bears that out",
            spans,
            working=(f"no number of the story, and no sum of two, comes to {said}",),
            consistent_if=("the story gives the number, or the headline does without",),
        )
    return Finding(
        f"The headline says “{here}”, the story “{other.span.of(document.text)}”",
        (*spans, other.span.labelled("story")),
        working=(f"no figure of the story, and no sum of two, comes to {said}",),
        consistent_if=(
            f"the headline says {other.quantity.range}",
            f"the story says {said}",
        ),
    )

"""Figures that changed places: "eight killed, 42 injured" here, "42 killed" there."""

from __future__ import annotations

from factcheck.claims.nouns import comparable
from factcheck.claims.surroundings import Surroundings
from factcheck.claims.vetoes import other_names
from factcheck.model import Claim

# Of the shorter sentence's content words so many stand in the other as well.
_SHARE = 0.6


def moved(story: Surroundings, first: Claim, second: Claim) -> Claim | None:
    """What the second figure is said of in the first one's sentence, if of something else.

    Both claims measure the same thing, and "eight killed, 42 injured" makes 42 those injured.
    """
    for twin in story.beside(first):
        other = twin.predicate and second.predicate and twin.predicate != second.predicate
        if other and twin is not first and _one_number(twin, second):
            return twin
    return None


def exchanged(story: Surroundings, first: Claim, second: Claim) -> Claim | None:
    """The same for two that changed places: “seven hours, two houses”, “two hours, seven”."""
    if first.sentence == second.sentence or not (_is_named(first) and _is_named(second)):
        return None
    if other_names(first, second):
        return None
    there = _elsewhere(story, first, second)
    if there is None or _elsewhere(story, second, first) is None:
        return None
    shared = len(first.words & second.words)
    return (
        there
        if shared >= 2 and shared >= _SHARE * min(len(first.words), len(second.words))
        else None
    )


def _elsewhere(story: Surroundings, first: Claim, second: Claim) -> Claim | None:
    for twin in story.beside(first):
        named = _is_named(twin) and not comparable(twin, second)
        if named and twin is not first and _one_number(twin, second):
            return twin
    return None


def _is_named(claim: Claim) -> bool:
    """Whether the story says what the number is a number of."""
    return bool(claim.subject or claim.quantity.unit)


def _one_number(first: Claim, second: Claim) -> bool:
    bounds = first.quantity.range
    # Of ones and halves every sentence is full.
    return bounds.is_point and (bounds.low or 0) > 1 and bounds == second.quantity.range

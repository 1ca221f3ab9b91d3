"""FC503: figures that rest on one unnamed source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from factcheck import Claim, Document, Finding, Range, Source, Span, Statement, rule
from factcheck.claims.voices import may_speak

_KINDS = frozenset(("count", "money", "percent", "measure"))
# How often and how long are no amounts that anybody counted.
_TIMES = frozenset(
    ("time", "occasion", "second", "minute", "hour", "day", "week", "month", "year", "decade")
)
_Figure: TypeAlias = tuple[Range, str | None]
_MANY = re.compile(r"(?:(?<!s)s|people|staff)$", re.IGNORECASE)


@rule(
    "FC503",
    severity="note",
    examples=[
        "The rebels lost [[40 tanks]] in the battle, [[according to a senior official]].",
        "[[A person familiar with the talks said]] the buyer would pay [[$300 million]].",
        "[[A military source estimated]] that [[2,000 recruits]] had deserted.",
        "“We saw [[70 whales]] that day,” [[said a witness]].",
        "The rebels lost 40 tanks in the battle, according to Gen. Ada Brook.",
        "The rebels lost 40 tanks in the battle, according to a senior official. The ministry said "
        "40 tanks were lost.",
        "Two officials said the buyer would pay $300 million.",
        "A senior official said the envoy had been there 20 times in three years.",
        "A senior official said the talks would go on.",
        "Tom Marsh and Ada Brook, both officials, met. The official said 40 tanks were lost.",
        "A senior official said one tank was lost.",
    ],
)
def single_unnamed_source(document: Document) -> Iterator[Finding]:
    """A figure has a source with a name, or more than one source.

    A desk wants to know which figures hang on a single voice that readers cannot weigh.

    Compares: The sources of each count, sum of money, percentage and measure.

    Tolerance: None.

    Silent: Where anybody else gives the same figure, named or not, several people are the source
    (“officials”), or the figure is a one or a length of time.

    Published: The New York Post, 15 April 2013: at least 12 dead in Boston, on the word of one
    law-enforcement source; three had died (Erik Wemple, The Washington Post, 16 April 2013).
    """
    if not may_speak(document, "unnamed"):
        return
    resting: dict[Source, list[Claim]] = defaultdict(list)
    for claim in document.claims:
        if _is_alone(claim.source) and _is_amount(claim):
            resting[claim.source].append(claim)
    if not resting:
        return
    voices: dict[_Figure, set[Source]] = defaultdict(set)
    for claim in document.claims:
        if claim.source.kind != "author":
            voices[_figure(claim)].add(claim.source)
    for source, claims in resting.items():
        own = [one for one in claims if voices[_figure(one)] == {source}]
        said = _attribution(document, own[0]) if own else None
        if said:
            yield _finding(document, source, own, said)


def _figure(claim: Claim) -> _Figure:
    return claim.quantity.range, claim.quantity.unit


def _is_alone(source: Source) -> bool:
    # "The official" is mostly somebody the story has named.
    told = not source.name.lower().startswith("the ")
    return source.kind == "unnamed" and told and not _MANY.search(source.name)


def _is_amount(claim: Claim) -> bool:
    # "One agent" hardly rests on having been counted.
    is_one = claim.quantity.range == Range.point(1)
    return claim.quantity.kind in _KINDS and claim.subject not in _TIMES and not is_one


def _attribution(document: Document, claim: Claim) -> Span | None:
    """The wording that attributes a figure, without what it attributes."""
    at = claim.quantity.span.start
    for one in document.statements:
        if one.content.start <= at < one.content.end and one.source == claim.source:
            return _wording(document, one)
    return claim.source.span


def _wording(document: Document, statement: Statement) -> Span | None:
    span, content = statement.span, statement.content
    start, end = (content.end, span.end) if content.end < span.end else (span.start, content.start)
    while start < end and not document.prose[start].isalnum():
        start += 1
    while start < end and not document.prose[end - 1].isalnum():
        end -= 1
    if document.prose[start:end].endswith(" that"):
        end -= len(" that")
    return Span(start, end) if start < end else statement.source.span


def _finding(document: Document, source: Source, claims: list[Claim], said: Span) -> Finding:
    figures = [_with_noun(one) for one in claims]
    listed = " and ".join(f"“{' '.join(one.of(document.text).split())}”" for one in figures)
    rest = "rests" if len(figures) == 1 else "rest"
    return Finding(
        f"{listed} {rest} on one unnamed source, {source.name}",
        (*figures, said.labelled("the only source")),
    )


def _with_noun(claim: Claim) -> Span:
    span = claim.quantity.span
    if claim.noun and 0 <= claim.noun.end - span.end < 40:
        return Span(span.start, claim.noun.end)
    return span

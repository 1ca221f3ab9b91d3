"""From figures to claims: what is counted, where, when, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from factcheck.claims.figures import Figure, find_figures
from factcheck.claims.nouns import bucket
from factcheck.claims.sources import Attribution, source_at
from factcheck.claims.sources import find_sources as find_sources
from factcheck.claims.statements import find_statements as find_statements
from factcheck.model import Claim, Document
from factcheck.values import replace


def find_claims(
    document: Document, attributions: tuple[Attribution, ...] | None = None
) -> tuple[Claim, ...]:
    """A claim for each figure of the story, in reading order.

    `attributions` are the story's, where they are known already.
    """
    known = find_sources(document) if attributions is None else attributions
    figures = list(find_figures(document))
    buckets = [_bucket(figure) for _, figure in figures]
    rivals = Counter(buckets)
    claims = [
        setting.claim(figure, source_at(known, figure.quantity.span.start), rivals=rivals[one] > 1)
        for (setting, figure), one in zip(figures, buckets, strict=True)
    ]
    return tuple(_share_predicates(document, claims))


def _share_predicates(document: Document, claims: list[Claim]) -> Iterator[Claim]:
    """“Four soldiers and three civilians were injured”: the first is said of both."""
    for claim, following in zip_longest(claims, claims[1:]):
        if following and not claim.predicate and following.predicate and claim.noun:
            between = document.prose[claim.noun.end : following.quantity.span.start]
            if between.strip() in (",", "and", ", and"):
                claim = replace(claim, predicate=following.predicate)
        yield claim


def _bucket(figure: Figure) -> tuple[str, str | None, str]:
    return bucket(figure.quantity, figure.subject.head if figure.subject else "")

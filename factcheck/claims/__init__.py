"""From figures to claims: what is counted, where, when, and who says so."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.figures import Figure, find_figures
from factcheck.claims.nouns import bucket
from factcheck.claims.voices import Voices
from factcheck.model import Claim, Document
from factcheck.values import late

if TYPE_CHECKING:
    from collections.abc import Callable

_SHARING = (",", "and", ", and")


def with_claims(document: Document) -> Document:
    """The story with its claims and statements; who speaks is read when somebody asks."""
    voices = Voices(document)
    known = (getattr(document, name) for name in _known())
    return _document()(voices, *known, find_claims(document, voices))


def find_claims(document: Document, voices: Voices) -> tuple[Claim, ...]:
    """A claim for each figure of the story, in reading order."""
    figures = list(find_figures(document, voices.source_at))
    buckets = list(map(_bucket, figures))
    rivals = Counter(buckets)
    for figure, one in zip(figures, buckets, strict=True):
        figure.rivals = rivals[one] > 1
    for figure, following in pairwise(figures):
        if _shares_predicate(document, figure, following):
            figure.following = following
    return tuple([figure.claim() for figure in figures])


def _shares_predicate(document: Document, figure: Figure, following: Figure) -> bool:
    """“Four soldiers and three civilians were injured”: all of them were."""
    if figure.subject is None:
        return False
    end, start = figure.subject.span.end, following.quantity.span.start
    return document.prose[end:start].strip() in _SHARING


def _bucket(figure: Figure) -> tuple[str, str | None, str]:
    return bucket(figure.quantity, figure.subject.head if figure.subject else "")


@cache
def _known() -> tuple[str, ...]:
    """What is known of a story before its claims are."""
    return tuple(one for one in Document.__slots__ if one not in ("claims", "statements"))


@cache
def _document() -> Callable[..., Document]:
    return late(Document, " ".join((*_known(), "claims")))

"""Whose word the text at one place of a story is, and what else stands there."""

from __future__ import annotations

from bisect import bisect_right

from factcheck.claims.meanings import MEANINGS
from factcheck.claims.settings import Setting
from factcheck.model import AUTHOR, Claim, Document, Source
from factcheck.values import replace

# No more than a few attributions ever cover one place.
_NEAR = 12


def teller(document: Document, offset: int) -> Source:
    """Who stands behind what is said at this offset: the innermost speaker, or the author."""
    statements = document.statements
    last = bisect_right(statements, offset, key=lambda one: one.span.start)
    round_it = [
        one
        for one in statements[max(0, last - _NEAR) : last]
        if one.content.start <= offset < one.content.end
    ]
    inner = min(round_it, key=lambda one: one.content.end - one.content.start, default=None)
    return inner.source if inner else AUTHOR


def with_words(document: Document, claim: Claim) -> Claim:
    """The claim with its teller and the words and names of its sentence, which only rivals have."""
    setting = Setting.of(document, claim)
    source = teller(document, claim.quantity.span.start)
    spoken = source.name.split() if source.kind != "author" else []
    names, settings = setting.names
    return replace(
        claim,
        source=source,
        words=setting.words.difference(map(MEANINGS.__getitem__, spoken)),
        names=names.difference(spoken),
        settings=settings,
    )

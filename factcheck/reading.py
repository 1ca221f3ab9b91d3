"""The stages in order: from a text to a document with all that is read from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from factcheck.claims import find_claims, find_sources, find_statements
from factcheck.dates import find_dates
from factcheck.model import Date, Document, Quantity, Span
from factcheck.quantities import read_quantities
from factcheck.readers import read_text
from factcheck.sentences import find_sentences
from factcheck.tokens import tokenize

Found = TypeVar("Found", Quantity, Date)


def read(
    text: str, name: str = "story.txt", *, as_of: tuple[int, int, int] | None = None
) -> Document:
    """Read a story.

    The suffix of `name` chooses the reader: Markdown for ".md" and its like, otherwise plain
    text. `as_of` is the story's own date as (year, month, day); it goes before the date in the
    story's front matter. All spans are half-open offsets into `text`. Nothing in a story is an
    error: what cannot be read is no quantity, no date and no claim.
    """
    reading = read_text(text, name)
    tokens = tokenize(reading.prose)
    dates = find_dates(tokens)
    apart = [one.span for one in reading.regions if one.kind in ("credit", "byline")]
    document = Document(
        name,
        text,
        reading.prose,
        tokens,
        reading.regions,
        find_sentences(reading.prose, tokens, reading.regions),
        _outside(apart, read_quantities(tokens, dates)),
        _outside(apart, dates),
        as_of=as_of or reading.as_of,
    )
    attributions = find_sources(document)
    return replace(
        document,
        claims=find_claims(document, attributions),
        statements=find_statements(document, attributions),
    )


def _outside(apart: list[Span], found: tuple[Found, ...]) -> tuple[Found, ...]:
    """What stands in no credit: that often repeats the headline and is no part of the story."""
    if not apart:
        return found
    return tuple(one for one in found if not any(map(one.span.overlaps, apart)))


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a plain text, in reading order and apart from each other.

    Spans are half-open offsets into `text`. Reads no sentences, claims or markup, and so takes
    half the time of `read`.
    """
    tokens = tokenize(text)
    return read_quantities(tokens, find_dates(tokens))

"""The stages in order: from a text to a document with all that is read from it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from factcheck.claims import with_claims
from factcheck.dates import find_dates
from factcheck.model import Date, Document, Quantity, Region, Span
from factcheck.plugins import installed_additions
from factcheck.quantities import read_quantities
from factcheck.readers import JsonPaths, Reading, read_bytes, read_text
from factcheck.sentences import find_sentences
from factcheck.tokens import tokenize

if TYPE_CHECKING:
    from pathlib import Path

Found = TypeVar("Found", Quantity, Date)


def read(
    text: str, name: str = "story.txt", *, as_of: tuple[int, int, int] | None = None
) -> Document:
    """Read a story.

    The suffix of `name` chooses the reader: ".md", ".html", ".json" (ninjs too), ".xml" (NITF,
    NewsML-G2), ".aml" (ArchieML) and their like; any other is plain text. `as_of` is the story's
    own date as (year, month, day); it goes before the date that the file gives. All spans are
    half-open offsets into `text`.

    Raises `Unreadable`, a ValueError of one sentence, for JSON and XML that is broken or holds no
    story, and for a Word document, which is no text: see `read_file`. Nothing in a story's words
    is an error: what cannot be read is no quantity, no date and no claim. A plugin whose units or
    words do not load is told of in a RuntimeWarning, and in the failures of `check`. No
    configuration is looked for.
    """
    _warn_of_plugins()
    return _understand(name, text, read_text(text, name), as_of)


def read_file(path: str | Path, *, as_of: tuple[int, int, int] | None = None) -> Document:
    """Read the file of a story, in any format that factcheck knows.

    As `read`, and ".docx" (Word) too: `text` is then the text of its paragraphs, one on each
    line, tracked insertions among them and deletions left out; footnotes follow at the end,
    comments are no part of it. Raises OSError where the file cannot be opened, `Unreadable` where
    it is not what its name says or in no encoding that is known for certain.
    """
    _warn_of_plugins()
    # `open` takes both kinds of path; pathlib would cost its import.
    with open(path, "rb") as file:  # noqa: PTH123
        return read_data(file.read(), str(path), as_of=as_of)


def read_data(
    data: bytes,
    name: str,
    *,
    as_of: tuple[int, int, int] | None = None,
    json_paths: JsonPaths = (),
) -> Document:
    """As `read_file`, from the bytes of a file; with the paths at which JSON has its prose."""
    text, reading = read_bytes(data, name, json_paths)
    return _understand(name, text, reading, as_of)


def _understand(
    name: str, text: str, reading: Reading, as_of: tuple[int, int, int] | None
) -> Document:
    installed_additions()
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
        as_of=as_of or reading.as_of or _day_of_dateline(reading.regions, dates),
        places=reading.places,
        comments=reading.comments,
    )
    return with_claims(document)


def _day_of_dateline(
    regions: Iterable[Region], dates: Iterable[Date]
) -> tuple[int, int, int] | None:
    """The day in “SKELLABY, Nov. 16, 2026 —”: the story's own; None without a year."""
    lines = [one.span for one in regions if one.kind == "dateline"]
    for date in dates if lines else ():
        if date.span.overlaps(lines[0]) and date.year and date.month and date.day:
            return date.year, date.month, date.day
    return None


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
    _warn_of_plugins()
    tokens = tokenize(text)
    return read_quantities(tokens, find_dates(tokens))


def _warn_of_plugins() -> None:
    for failure in installed_additions().failures:
        warnings.warn(failure.message, RuntimeWarning, stacklevel=3)

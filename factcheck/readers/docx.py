"""Word documents (.docx): the text as it would be printed with every change accepted.

The text has a paragraph on each line, empty ones left out, so that a line's number is the
paragraph's; the cells of a table are paragraphs. Footnotes and endnotes follow at the end.
Comments, headers and footers are no part of it; what a comment says to factcheck is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Comment, Place, Region, RegionKind, Span
from factcheck.readers import Reading
from factcheck.readers.blanking import blank_addresses, even_space
from factcheck.readers.comments import said_to_us
from factcheck.readers.decoding import Unreadable
from factcheck.readers.openings import (
    find_bylines,
    find_credits,
    find_dateline,
    find_headlines,
    in_order,
)
from factcheck.readers.packages import Package
from factcheck.readers.quotations import find_quotations
from factcheck.readers.word import Paragraph, children, find_paragraphs, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# By the names that Word keeps in a file in every language, in small letters without spaces.
_KINDS: dict[str, RegionKind] = {
    "title": "heading", "subtitle": "deck", "caption": "caption", "quote": "quotation",
    "intensequote": "quotation", "byline": "byline", "author": "byline",
    **{f"heading{level}": "heading" for level in range(1, 10)},
}  # fmt: skip
_NAME = re.compile(rb"""[^>]*>\s*<(?:\w+:)?name\s[^>]*?\bval\s*=\s*["']([^"'>]*)["']""")


def read(text: str) -> Reading:
    """Refuse: a Word document is no text."""
    del text
    raise Unreadable("a Word document is no text: read the file itself")


def read_bytes(data: bytes) -> tuple[str, Reading]:
    """The text of a Word document and its reading, with the paragraphs as its places."""
    package = Package(data)
    main = package.main()
    root = package.parse(main)
    body = [*find_paragraphs(root)] if root is not None else []
    folder = main.rpartition("/")[0]
    notes = [*_notes(package, folder, body)]
    paragraphs = [*body, *(paragraph for paragraph, _ in notes)]
    text = "\n".join(one.text for one in paragraphs)
    spans = [*_spans(paragraphs)]
    styles = _style_names(package, folder, paragraphs)
    prose = blank_addresses(even_space(text))
    regions = [*_regions(paragraphs, spans, styles), *find_quotations(prose)]
    if not any(one.kind == "headline" for one in regions):
        regions += find_headlines(prose)
    regions += [*find_bylines(prose), *find_credits(prose), *find_dateline(prose)]
    names = [*_names(body), *(name for _, name in notes)]
    places = tuple(Place(name, span) for name, span in zip(names, spans, strict=True))
    comments = tuple(_comments(package, folder, paragraphs, spans))
    return text, Reading(prose, in_order(regions), places=places, comments=comments)


def _spans(paragraphs: Iterable[Paragraph]) -> Iterator[Span]:
    at = 0
    for one in paragraphs:
        yield Span(at, at + len(one.text))
        at += len(one.text) + 1


def _comments(
    package: Package, folder: str, paragraphs: Sequence[Paragraph], spans: Sequence[Span]
) -> Iterator[Comment]:
    """What comments say to factcheck, each with the paragraphs it is on."""
    on: dict[str, list[Span]] = {}
    for paragraph, span in zip(paragraphs, spans, strict=True):
        for name in paragraph.comments:
            on.setdefault(name, []).append(span)
    root = package.parse(f"{folder}/comments.xml") if on else None
    for one in children(root, "comment"):
        words = " ".join(paragraph.text for paragraph in find_paragraphs(one))
        said, places = said_to_us(words), on.get(value(one, "id"))
        if said is not None and places:
            whole = Span(places[0].start, places[-1].end)
            yield Comment(said, whole, value(one, "author"), value(one, "date")[:10])


def _names(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for number, one in enumerate(paragraphs, 1):
        cell = "; table {}, row {}, column {}".format(*one.cell) if one.cell else ""
        yield f"paragraph {number}{cell}"


def _notes(
    package: Package, folder: str, body: Sequence[Paragraph]
) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs of footnotes and endnotes, numbered in the order the text refers to them."""
    wanted = list(dict.fromkeys(note for one in body for note in one.notes))
    for kind, sign in (("footnote", ""), ("endnote", "-")):
        ids = [one.removeprefix("-") for one in wanted if one.startswith("-") == bool(sign)]
        root = package.parse(f"{folder}/{kind}s.xml") if ids else None
        notes: dict[str, Element] = {value(one, "id"): one for one in children(root, kind)}
        for number, one in enumerate(ids, 1):
            if one in notes:
                for paragraph in find_paragraphs(notes[one]):
                    yield paragraph, f"{kind} {number}"


def _style_names(
    package: Package, folder: str, paragraphs: Iterable[Paragraph]
) -> Mapping[str, str]:
    """The name of each style by its id, which an editor's Word may have in another language."""
    ids = {one.style for one in paragraphs} - {""}
    known = {one: _evened(one) for one in ids}
    if all(name in _KINDS or name in ("normal", "bodytext") for name in known.values()):
        return known
    # Not parsed: Word puts in styles by the hundred, and all but their names is looks.
    styles = package.read(f"{folder}/styles.xml")
    for one in ids:
        sign = f'styleId="{one}"'.encode()
        at = styles.find(sign)
        if at >= 0 and (found := _NAME.match(styles, at + len(sign))):
            known[one] = _evened(found[1].decode("utf-8", "replace"))
    return known


def _evened(name: str) -> str:
    return name.lower().replace(" ", "")


def _regions(
    paragraphs: Sequence[Paragraph], spans: Sequence[Span], styles: Mapping[str, str]
) -> Iterator[Region]:
    """What the styles say; the first heading is the headline where nothing is a title."""
    names = [styles.get(one.style, "") for one in paragraphs]
    headline = next((names.index(one) for one in ("title", "heading1") if one in names), None)
    for index, (name, span) in enumerate(zip(names, spans, strict=True)):
        if index == headline:
            yield Region("headline", span)
        elif name in _KINDS:
            yield Region(_KINDS[name], span)

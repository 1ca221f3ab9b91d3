"""NITF and NewsML-G2: the story of an agency's XML, its headlines, captions and byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Region, RegionKind, Span
from factcheck.readers import NotAStoryError, Reading
from factcheck.readers import html as html_reader
from factcheck.readers.blanking import blank_addresses, even_space
from factcheck.readers.comments import find_comments
from factcheck.readers.days import day_of
from factcheck.readers.declared import decode_declared
from factcheck.readers.decoding import Unreadable
from factcheck.readers.masking import (
    Masked,
    Vocabulary,
    drop_repeats,
    keep,
    mask,
    outermost,
    stands_in,
)
from factcheck.readers.openings import find_bylines, find_credits, find_dateline, in_order
from factcheck.readers.quotations import find_quotations

_REGIONS: dict[str, RegionKind] = {
    # NITF
    "hl1": "headline", "hl2": "heading", "byline": "byline", "dateline": "dateline",
    "abstract": "deck", "media-caption": "caption", "media-producer": "credit",
    "bq": "quotation", "credit": "credit", "tagline": "credit", "distributor": "credit",
    # NewsML-G2; its elements "by", "dateline" and "headline" stand outside the story proper.
    "headline": "headline", "by": "byline", "description": "deck",
}  # fmt: skip
_BLOCKS = frozenset({
    "body.head", "body.content", "body.end", "hedline", "byttl", "block", "media", "fn", "note",
    "table", "row", "col", "inlinexml", "inlinedata", "title",
})  # fmt: skip
# Notes are for editors, a head names a story for machines, and others say who may use it.
_SKIPPED = frozenset({
    "head", "note", "media-metadata", "media-reference", "nitf-table-metadata", "copyrite",
    "rights", "datasource", "credit-line",
})  # fmt: skip
_HEAD = ("headline", "by", "dateline", "description")
_VOCABULARY = Vocabulary(
    raw=frozenset(),
    skipped=html_reader.SKIPPED - {"object"} | _SKIPPED,
    blocks=html_reader.BLOCKS | _BLOCKS | frozenset(_REGIONS),
    regions=html_reader.REGIONS | _REGIONS,
    noted=frozenset(
        {
            "body",
            "hedline",
            "sup",
            "newsitem",
            "contentmeta",
            "inlinexml",
            "inlinedata",
            *_HEAD,
        }
    ),
    shown={"img": ("alt", "alt")},
)
_STORIES = frozenset(("nitf", "newsItem", "newsMessage"))

_FOREIGN_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,30};")
_ENCODING = re.compile(rb"""\A<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]+)["']""")
_DAYS = (
    re.compile(r"""<(?:story\.date|date\.issue)\s[^>]*?norm\s*=\s*["']([^"'>]*)"""),
    re.compile(r"<(?:\w+:)?(?:contentModified|versionCreated|contentCreated)>([^<]*)<"),
)


def read_bytes(data: bytes) -> tuple[str, Reading]:
    """Read a file in the encoding that it declares."""
    text = decode_declared(data, _ENCODING)
    return text, read(text)


def read(text: str) -> Reading:
    """Read NITF or NewsML-G2; raises `Unreadable` for XML that is broken or something else."""
    _require_story(text)
    masked = mask(text, _VOCABULARY)
    prose = _with_lines(text, masked)
    prose = blank_addresses(keep(prose, _prose_of(masked)))
    regions = [_in_head(one, masked) for one in in_order(masked.regions)]
    regions = [one for one in regions if one.span.of(prose).strip()]
    prose, regions = drop_repeats(prose, regions, ("headline", "deck", "caption", "byline"))
    regions += [
        *find_bylines(prose), *find_credits(prose), *find_dateline(prose), *find_quotations(prose),
    ]  # fmt: skip
    return Reading(prose, in_order(regions), _day(text), comments=find_comments(text))


def _require_story(text: str) -> None:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        # Some agencies write HTML's entities, which XML does not have without its DTD.
        root = fromstring(_FOREIGN_ENTITY.sub(" ", text))
    except DefusedXmlException:
        raise Unreadable("it declares entities of its own, which are not expanded here") from None
    except ParseError as error:
        raise Unreadable(f"it is broken XML: {error}") from None
    except ValueError:
        raise Unreadable("it is broken XML: it holds half a character") from None
    name = str(root.tag).rpartition("}")[2]
    if name not in _STORIES:
        raise NotAStoryError(f"it is neither NITF nor NewsML-G2: its outermost element is {name}")


def _prose_of(masked: Masked) -> Iterator[Span]:
    """Where the prose stands: a story's text, and the headline and the like that go before it."""
    noted = masked.noted
    texts = outermost([*noted.get("inlinexml", ()), *noted.get("inlinedata", ())])
    items = noted.get("newsitem", ())
    with_text = [item for item in items if stands_in(item, texts)]
    if len(with_text) > 1:
        raise Unreadable(f"it holds {len(with_text)} stories, and factcheck reads one in a file")
    yield from texts if items else noted.get("body", ())
    metas = [one for one in noted.get("contentmeta", ()) if stands_in(one, with_text or items)]
    for name in _HEAD:
        yield from (one for one in noted.get(name, ()) if stands_in(one, metas))


def _with_lines(text: str, masked: Masked) -> str:
    """The prose with the line ends of inline data, which is plain text."""
    prose = masked.prose
    for span in masked.noted.get("inlinedata", ()):
        lines = zip(even_space(span.of(text)), span.of(prose), strict=True)
        ends = "".join([one if one == "\n" else shown for one, shown in lines])
        prose = prose[: span.start] + ends + prose[span.end :]
    return prose


def _in_head(region: Region, masked: Masked) -> Region:
    """A second headline of NITF is a deck, within the text it is a heading."""
    heads = masked.noted.get("hedline", ())
    if region.kind == "heading" and stands_in(region.span, heads):
        return Region("deck", region.span)
    return region


def _day(text: str) -> tuple[int, int, int] | None:
    return next((day_of(found[1]) for one in _DAYS if (found := one.search(text))), None)

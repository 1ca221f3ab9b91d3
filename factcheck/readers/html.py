"""HTML: the article on a page, its headline and captions; scripts, code and menus are no prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from factcheck.model import Region, RegionKind, Span
from factcheck.readers import Reading
from factcheck.readers.blanking import Edit, apply_edits, blank_addresses
from factcheck.readers.comments import find_comments
from factcheck.readers.days import day_of
from factcheck.readers.declared import decode_declared
from factcheck.readers.masking import Masked, Vocabulary, drop_repeats, keep, mask, stands_in
from factcheck.readers.openings import find_bylines, find_credits, find_dateline, in_order
from factcheck.readers.quotations import find_quotations

Noted = Mapping[str, Sequence[Span]]

RAW = frozenset({"script", "style", "textarea", "iframe", "xmp", "noembed", "noframes"})
SKIPPED = RAW | {
    "noscript", "template", "svg", "math", "canvas", "object", "audio", "video",
    "nav", "footer", "form", "button", "select", "dialog", "menu",
    "pre", "code", "kbd", "samp", "var", "tt", "del", "s", "strike",
}  # fmt: skip
REGIONS: dict[str, RegionKind] = {
    "title": "headline", "h1": "headline",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
    "figcaption": "caption", "caption": "caption", "blockquote": "quotation",
}  # fmt: skip
BLOCKS = frozenset({
    "html", "head", "body", "main", "article", "section", "aside", "header", "footer", "nav",
    "address", "div", "p", "br", "hr", "pre", "ul", "ol", "li", "dl", "dt", "dd", "menu",
    "figure", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "hgroup", "details", "summary",
    "form", "fieldset", "legend", "option", "select", "dialog", "noscript", "template", "iframe",
    "video", "audio", "object", *REGIONS,
})  # fmt: skip
VOCABULARY = Vocabulary(
    raw=RAW,
    skipped=SKIPPED,
    blocks=BLOCKS,
    regions=REGIONS,
    noted=frozenset({"title", "h1", "main", "article", "body", "sup"}),
    shown={"img": ("alt", "alt"), "meta": ("content", "deck")},
)

_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"""<meta[^>]{1,200}?["'](?:article:published_time|datePublished|date|dc\.date|pubdate)["']
    [^>]{1,80}?content\s*=\s*["']([^"'>]{8,40})
    | <time[^>]{0,200}?(?:datePublished|pubdate)[^>]{0,200}?datetime\s*=\s*["']([^"'>]{8,40})
    | <time[^>]{0,200}?datetime\s*=\s*["']([^"'>]{8,40})["']
    [^>]{0,200}?(?:datePublished|pubdate)""",
    re.VERBOSE | re.IGNORECASE,
)
# Titles often end in the name of the site: "Twelve dead in ferry fire | Harbour Chronicle".
_HEADS = 20  # first-level headings to look at
_SITE = re.compile(r"\s(?:\||»|·)\s")


def read_bytes(data: bytes) -> tuple[str, Reading]:
    """Read a file in the encoding that it declares."""
    text = decode_declared(data, _CHARSET)
    return text, read(text)


def read(text: str) -> Reading:
    """Read HTML, a page or a part of one."""
    masked = mask(text, VOCABULARY)
    prose, regions = read_page(masked)
    prose = blank_addresses(prose)
    regions += [
        *find_bylines(prose), *find_credits(prose), *find_dateline(prose), *find_quotations(prose),
    ]  # fmt: skip
    return Reading(prose, in_order(regions), _published(text), comments=find_comments(text))


def read_page(masked: Masked) -> tuple[str, list[Region]]:
    """The prose and the regions of a masked page: its article, headlines and description."""
    articles = find_articles(masked.noted)
    regions = [one for one in in_order(masked.regions) if _belongs(one, articles, masked.noted)]
    prose = masked.prose
    if articles:
        apart = [one.span for one in regions if not stands_in(one.span, articles)]
        prose = keep(prose, [*articles, *apart])
    prose, regions = _settle_headlines(prose, regions, masked.noted)
    return drop_repeats(prose, regions, ("headline", "deck", "caption", "alt"))


def find_articles(noted: Noted) -> Sequence[Span]:
    """Where the story stands on its page, nothing where no element says so.

    One article among others is the story if it is longer than the rest together: the others
    are teasers. Where none is, they are the entries of one story that is still going on.
    """
    articles = noted.get("article", ())
    sizes = [one.end - one.start for one in articles]
    if sizes and max(sizes) * 2 > sum(sizes):
        return [articles[sizes.index(max(sizes))]]
    return articles or noted.get("main", ()) or noted.get("body", ())


def _belongs(region: Region, articles: Sequence[Span], noted: Noted) -> bool:
    """Whether a region is in the story, or speaks of it from without: title, description."""
    if not articles or stands_in(region.span, articles) or region.kind == "deck":
        return True
    if region.kind != "headline":
        return False
    # Over a story with a heading of its own stands the name of the paper.
    named = any(stands_in(head, articles) for head in noted.get("h1", ())[:_HEADS])
    return not named or stands_in(region.span, noted.get("title", ()))


def _settle_headlines(
    prose: str, regions: Iterable[Region], noted: Noted
) -> tuple[str, list[Region]]:
    """Only the first h1 is a headline, and the title only as far as it says something else."""
    regions = [*regions]
    titles, heads = noted.get("title", ()), noted.get("h1", ())
    head = next((one for one in regions if stands_in(one.span, heads)), None)
    said = _squeezed(head.span.of(prose)) if head else ""
    settled: list[Region] = []
    edits: list[Edit] = []
    for one in regions:
        start, end = one.span.start, one.span.end
        if one.kind != "headline" or one is head or not stands_in(one.span, titles):
            spare = one.kind == "headline" and one is not head and head is not None
            settled.append(Region("heading", one.span) if spare else one)
        elif not edits or start >= edits[-1][1]:
            own = start + _own_length(prose[start:end], said)
            edits.append((own, end, " " * (end - own)))
            settled += [Region("headline", Span(start, own))] if start < own else []
    return apply_edits(prose, edits), settled


def _own_length(title: str, said: str) -> int:
    """How much of a title to read: not the site's name, nothing where the headline says it."""
    if said and _squeezed(title).startswith(said):
        return 0
    site = _SITE.search(title)
    return site.start() if site else len(title)


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _published(text: str) -> tuple[int, int, int] | None:
    found = _PUBLISHED.search(text)
    return day_of(found[1] or found[2] or found[3]) if found else None

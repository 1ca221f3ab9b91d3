"""JSON: the stories of ninjs, and of other JSON whose prose stands at known paths.

A body that stands in a file twice, as plain text and as HTML, is read once: as HTML where there
is one, since it has the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from factcheck.model import Place, Region, RegionKind, Span
from factcheck.readers import NotAStoryError, Reading
from factcheck.readers.blanking import apply_edits, blank_addresses, blanked, even_space
from factcheck.readers.comments import find_comments, one_line, within, without
from factcheck.readers.days import day_of
from factcheck.readers.html import VOCABULARY, read_page
from factcheck.readers.json_values import MARKUP, Value, find_values, parse, unescape
from factcheck.readers.masking import drop_repeats, mask, trim
from factcheck.readers.ninjs import is_ninjs, read_by
from factcheck.readers.openings import find_bylines, find_credits, find_dateline, in_order
from factcheck.readers.quotations import find_quotations
from factcheck.readers.signs import entity_edits
from factcheck.values import replace

Paths = Mapping[str, RegionKind]

# Of the paths to a body, only those are read that begin with the same key as the first found.
PATHS: Paths = {
    **dict.fromkeys(("headline", "title", "hed", "headlines/*", "headlines/*/value"), "headline"),
    **dict.fromkeys(
        ("subheadlines/*", "deck", "dek", "subtitle", "standfirst", "summary", "description",
         "description/basic"),
        "deck",
    ),
    **dict.fromkeys(("byline", "author", "credits/by/*/name"), "byline"),
    **dict.fromkeys(("**/caption", "**/caption/value"), "caption"),
    **dict.fromkeys(("**/alt", "**/alt_text"), "alt"),
    **dict.fromkeys(
        ("body", "body/*", "body/**/value", "body/**/text", "body/**/content",
         "content_elements/**/content", "body_html", "body_xhtml", "body_text", "articleBody",
         "content", "content/*", "content/**/value", "content/**/text", "content/rendered",
         "text", "paragraphs/*", "paragraphs/*/text"),
        "body",
    ),
}  # fmt: skip
_DAYS = (
    "versioncreated", "versionCreated", "firstcreated", "firstCreated", "date", "published",
    "datePublished", "publish_date", "display_date", "published_at", "pubdate",
)  # fmt: skip


def read(text: str, paths: Paths | None = None) -> Reading:
    """Read the story in a JSON text.

    `paths` say where prose stands and what part it plays, instead of what `PATHS` have of these
    parts and of what is known of ninjs: keys and indices with "/" between, "*" for any one and
    "**" for any number of them ("body/**/value"). Raises `Unreadable` for a text that is not JSON,
    and `NotAStoryError` where no path leads to a body.
    """
    content = parse(text)
    values = [*find_values(text)]
    if paths is None and is_ninjs(content):
        chosen = [*read_by(content, values)]
    else:
        chosen = [*_find(values, _with_known(paths or {}))]
        # Who names several paths to a body wants all of them.
        if "body" not in (paths or {}).values():
            chosen = [*_one_body(chosen)]
        if not any(kind == "body" for _, kind in chosen):
            where = ", ".join(paths or ("headline", "body"))
            raise NotAStoryError(f"it holds no story where one is looked for ({where})")
    return _read_chosen(text, chosen, _day(content))


def _with_known(paths: Paths) -> Paths:
    parts = {*paths.values()}
    return {**paths, **{path: kind for path, kind in PATHS.items() if kind not in parts}}


def _find(values: Iterable[Value], paths: Paths) -> Iterator[tuple[Value, RegionKind]]:
    patterns = [(_pattern(path), kind) for path, kind in paths.items()]
    for value in values:
        path = "".join(f"{key}/" for key in value.path)
        for pattern, kind in patterns:
            if pattern.fullmatch(path):
                yield value, kind
                break


@lru_cache(maxsize=256)
def _pattern(path: str) -> re.Pattern[str]:
    steps = {"**": r"(?:[^/]*/)*", "*": "[^/]*/"}
    return re.compile("".join(steps.get(key, re.escape(key) + "/") for key in path.split("/")))


def _one_body(found: Iterable[tuple[Value, RegionKind]]) -> Iterator[tuple[Value, RegionKind]]:
    """What was found, of the bodies only those under one key."""
    chosen = [*found]
    bodies = [value for value, kind in chosen if kind == "body"]
    marked = [value for value in bodies if value.marked]
    keys = [value.path[:1] for value in (*marked, *bodies)]
    for value, kind in chosen:
        if kind != "body" or value.path[:1] == keys[0]:
            yield value, kind


def _read_chosen(
    text: str, chosen: Sequence[tuple[Value, RegionKind]], day: tuple[int, int, int] | None
) -> Reading:
    # The same body may stand there in another form, which is not read.
    comments = within(find_comments(text), [value.span for value, _ in chosen])
    text = without(text, comments)
    pieces: list[str] = []
    regions: list[Region] = []
    done = 0
    for value, kind in chosen:
        shown, found = _read_value(value.span.of(text), kind)
        start = value.span.start
        pieces += _gap(text, done, start), shown
        regions += [_moved(one, start) for one in found]
        done = value.span.end
    prose = blank_addresses("".join(pieces) + blanked(text[done:]))
    prose, regions = drop_repeats(prose, regions, ("headline", "deck", "caption", "alt"))
    regions += [
        *find_bylines(prose), *find_credits(prose), *find_dateline(prose), *find_quotations(prose),
    ]  # fmt: skip
    places = tuple(Place(value.pointer, value.span) for value, _ in chosen)
    said = [replace(one, text=one_line(unescape(one.text))) for one in comments]
    return Reading(prose, in_order(regions), day, places, tuple(said))


def _gap(text: str, start: int, end: int) -> str:
    """What is between two values: their quotation marks end and begin a paragraph."""
    inside = blanked(text[start:end])
    return (f"\n{inside[1:-1]}\n" if start else f"{inside[:-1]}\n") if inside else ""


def _read_value(written: str, kind: RegionKind) -> tuple[str, list[Region]]:
    words = even_space(unescape(written))
    regions: list[Region] = []
    if MARKUP.search(words):
        prose, regions = read_page(mask(words, VOCABULARY))
    else:
        prose = apply_edits(words, entity_edits(words, 0, len(words)))
    if kind == "body":
        return prose, regions
    return prose, [*trim([Region(kind, Span(0, len(prose)))], prose)]


def _moved(region: Region, by: int) -> Region:
    return Region(region.kind, Span(region.span.start + by, region.span.end + by))


def _day(content: Any) -> tuple[int, int, int] | None:
    if not isinstance(content, dict):
        return None
    return next((day_of(content[key]) for key in _DAYS if isinstance(content.get(key), str)), None)

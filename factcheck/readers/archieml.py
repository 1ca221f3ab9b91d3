"""ArchieML, in which newsrooms write structured stories as text: keys, values, free form.

What would not come out of an ArchieML parser is no prose: notes between the keys, what is
skipped, all after `:ignore`. Of the values, those are prose whose key says so, or which are
long enough to be sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.model import Region, RegionKind, Span
from factcheck.readers import Reading
from factcheck.readers.blanking import apply_edits, blank_addresses, blanked, even_space
from factcheck.readers.days import day_of
from factcheck.readers.html import VOCABULARY
from factcheck.readers.masking import mask, trim
from factcheck.readers.openings import find_bylines, find_credits, find_dateline, in_order
from factcheck.readers.quotations import find_quotations

_KEY = re.compile(r"\s*(?P<key>[A-Za-z0-9_.\-]+)[ \t]*:(?P<value>.*)", re.DOTALL)
_ITEM = re.compile(r"\s*\*(?P<value>.*)", re.DOTALL)
_COMMAND = re.compile(r"\s*:(?P<command>endskip|skip|ignore|end)\b", re.IGNORECASE)
_SCOPE = re.compile(r"\s*(?:\{[ \t]*[\w.+\-]*[ \t]*\}|\[[ \t]*(?P<array>[\w.+\-]*)[ \t]*\])")

_KINDS: dict[str, RegionKind] = {
    **dict.fromkeys(("headline", "title", "hed"), "headline"),
    **dict.fromkeys(("deck", "dek", "subhed", "summary", "standfirst", "leadin", "intro"), "deck"),
    **dict.fromkeys(("byline", "author", "authors"), "byline"),
    **dict.fromkeys(("subhead", "subheading", "heading", "crosshead"), "heading"),
    **dict.fromkeys(("caption", "cutline"), "caption"),
    **dict.fromkeys(("alt", "alttext", "alt_text"), "alt"),
    **dict.fromkeys(("credit", "source"), "credit"),
    **dict.fromkeys(("quote", "pullquote"), "quotation"),
    **dict.fromkeys(("text", "value", "body", "p", "paragraph", "copy"), "body"),
}  # fmt: skip
_DAYS = ("date", "published", "pubdate", "publish_date")
_WORDS = 4  # in a value that is a sentence rather than a setting


@dataclass(slots=True)
class _Story:
    """What was found so far; `key` and `held` are a value and the lines that may belong to it."""

    spans: list[tuple[RegionKind, Span]] = field(default_factory=list)
    as_of: tuple[int, int, int] | None = None
    key: str = ""
    value: Span = Span(0, 0)
    held: int = 0
    skipping: bool = False
    freeform: list[str] = field(default_factory=list)

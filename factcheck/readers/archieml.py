"""ArchieML, in which newsrooms write structured stories as text: keys, values, free form.

What would not come out of an ArchieML parser is no prose: notes between the keys, what is
skipped, all after `:ignore`. Of the values, those are prose whose key says so, or which are
long enough to be sentences.
"""

from __future__ import annotations

import re

from factcheck.model import Region, RegionKind, Span
from factcheck.readers import Reading
from factcheck.readers.blanking import Edit, apply_edits, blank_addresses, blanked, even_space
from factcheck.readers.comments import find_comments, without
from factcheck.readers.days import day_of
from factcheck.readers.html import VOCABULARY
from factcheck.readers.masking import mask, trim
from factcheck.readers.openings import find_bylines, find_credits, find_dateline, in_order
from factcheck.readers.quotations import find_quotations
from factcheck.values import dataclass, field

_LINE = re.compile(
    r"""\s*(?:
    :[ \t]*(?P<command>endskip|skip|ignore|end)\b.*
    | (?P<key>[A-Za-z0-9_.-]+)[ \t]*:(?P<value>.*)
    | \*(?P<item>.*)
    | \{[ \t]*(?P<scope>[\w.+-]*)[ \t]*\}.*
    | \[[ \t]*(?P<array>[\w.+-]*)[ \t]*\].*
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ESCAPE = re.compile(r"^(\s*)\\(?=[:*\[{\\A-Za-z0-9_])", re.MULTILINE)

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
_SETTINGS = frozenset(("note", "notes", "comment", "todo", "slug", "url", "link", "src", "embed"))
_WORDS = 4  # in a value that is a sentence rather than a setting


@dataclass(slots=True)
class _Story:
    """The values found so far by their keys; what stands in free form has the key "text".

    `last` says that more lines may belong to the last value; `arrays` are those that are open,
    each with whether it is of free form.
    """

    values: list[tuple[str, Span]] = field(default_factory=list)
    last: bool = False
    skipping: bool = False
    arrays: list[bool] = field(default_factory=list)


def read(text: str) -> Reading:
    """Read ArchieML."""
    comments = find_comments(text)
    even = even_space(without(text, comments))
    found = [(key.rpartition(".")[2].lower(), span) for key, span in _find_values(even)]
    edits: list[Edit] = []
    regions: list[Region] = []
    for key, span in found:
        if kind := _kind(key, span.of(even)):
            edits.append((span.start, span.end, _shown(span.of(even))))
            regions += [Region(kind, span)] if kind != "body" else []
    prose = blank_addresses(apply_edits(blanked(even), edits))
    regions = [*trim(regions, prose)]
    regions += [
        *find_bylines(prose), *find_credits(prose), *find_dateline(prose), *find_quotations(prose),
    ]  # fmt: skip
    days = (day_of(span.of(even)) for key, span in found if key in _DAYS)
    return Reading(prose, in_order(regions), next(days, None), comments=comments)


def _find_values(text: str) -> list[tuple[str, Span]]:
    story = _Story()
    at = 0
    for line in text.split("\n"):
        found = _LINE.match(line)
        if found and (command := (found["command"] or "").lower()):
            if command == "ignore" and not story.skipping:
                break
            _obey(story, command, at)
        elif not story.skipping:
            _take(story, found, at, len(line))
        at += len(line) + 1
    return story.values


def _obey(story: _Story, command: str, at: int) -> None:
    if command == "end" and story.last and not story.skipping:
        key, span = story.values[-1]
        story.values[-1] = (key, Span(span.start, at))
    story.skipping = command == "skip" or (story.skipping and command != "endskip")
    story.last = False


def _take(story: _Story, found: re.Match[str] | None, at: int, length: int) -> None:
    """A line that is no command."""
    if found is None:
        # Between keys this is a note, unless `:end` follows before the next key.
        if story.arrays and story.arrays[-1]:
            story.values.append(("text", Span(at, at + length)))
            story.last = False
    elif found["key"] is not None:
        story.values.append((found["key"], _span(found, "value", at)))
        story.last = True
    elif found["item"] is not None:
        story.values.append(("", _span(found, "item", at)))
        story.last = True
    else:
        _open_or_close(story, found["array"], found["scope"])
        story.last = False


def _open_or_close(story: _Story, array: str | None, scope: str | None) -> None:
    """`[name]` opens an array and closes all others, `[.name]` one within another, `[]` closes."""
    if array == "":
        del story.arrays[-1:]
    elif array or scope:
        if not str(array or scope).startswith((".", "+.")):
            story.arrays.clear()
        if array:
            story.arrays.append("+" in array)


def _span(found: re.Match[str], group: str, at: int) -> Span:
    return Span(at + found.start(group), at + found.end(group))


def _kind(key: str, words: str) -> RegionKind | None:
    if key in _KINDS:
        return _KINDS[key]
    return "body" if key not in _SETTINGS and len(words.split()) >= _WORDS else None


def _shown(words: str) -> str:
    """The words of a value without tags; each of its lines is a paragraph, as in the text."""
    words = _ESCAPE.sub(r"\1 ", words) if "\\" in words else words
    if "<" not in words and "&" not in words:
        return words
    return "\n".join([mask(line, VOCABULARY).prose for line in words.split("\n")])
